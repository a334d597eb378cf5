"""Verbs with their auxiliaries: tense, aspect, voice, modality and polarity, read off once."""

from collections.abc import Sequence
from typing import Literal, NamedTuple

from spacy.tokens import Token

from onrecord import lexicons
from onrecord.extraction.syntax.parse import dependents, has_dependent
from onrecord.extraction.syntax.relations import AUXILIARIES

type Tense = Literal["past", "present"]
type _Auxiliary = tuple[tuple[str, ...], str]

_TENSES: dict[str, Tense] = {"past": "past", "present": "present", "base": "present"}
_OF_VERBS: dict[str, Tense] = {"VBD": "past", "VBZ": "present", "VBP": "present"}
_CURLY = str.maketrans("'", "’")
_FORMS: dict[str, _Auxiliary] = {
    spelt: (tuple(lemmas.split("|")), form)
    for word, lemmas, form in lexicons.rows("auxiliaries.tsv")
    for spelt in (word, word.translate(_CURLY))
}
# The tagger may take a participle for a past ("has said").
_PARTICIPLES = {"VBN", "VBD"}
_POSTPONING = {("will",), ("shall",), ("would",)}
_NONE: _Auxiliary = (), ""


class VerbGroup(NamedTuple):
    """What a verb and its auxiliaries say of when, how far and whether: "has not been closed", "would close".

    Attributes:
        form: the tag of the verb itself ("VBN"), whatever stands before it.
        tense: of the word that makes the clause finite; None where that is a modal, and where none does ("closing").
        modal: the modal verb by its lemma: "will" also of "'ll" and "won't", "would" of "'d".
        perfect: with a form of "have" ("has closed", "to have closed").
        progressive: with a form of "be" and the participle, or with "being" ("is closing", "is being closed").
        passive: with an auxiliary of the passive ("was closed", "got closed"): not a participle alone.
        infinitive: with "to".
        negated: with "not" or another word that the parser takes for a negation.
        is_contracted: the first auxiliary is a form that may be of two verbs ("'s", "'d"), told apart by the rest.
        auxiliaries: the lemmas of the auxiliaries, in order, without "to".
    """

    form: str
    tense: Tense | None
    modal: str | None
    perfect: bool
    progressive: bool
    passive: bool
    infinitive: bool
    negated: bool
    is_contracted: bool
    auxiliaries: tuple[str, ...]

    @property
    def is_bare(self) -> bool:
        """Say whether the verb stands alone: "closed", but not "has closed", "did not close", "to close"."""
        return not self.auxiliaries and not self.infinitive and not self.negated

    @property
    def is_future(self) -> bool:
        """Say whether what the verb tells is to come for whoever speaks now: "will close", but not "would close"."""
        return self.modal in {"will", "shall"}

    @property
    def is_prospective(self) -> bool:
        """Say whether what the verb tells is to come for whoever speaks, now or then: "will close", "would close"."""
        return self.is_future or self.modal == "would"

    @property
    def is_shifted(self) -> bool:
        """Say whether the verb has a tense of reported words that their report seldom has: "would close", "had closed".

        That is the backshift of indirect speech: not "closed", which a report has as well.
        """
        return self.modal in {"would", "could", "might"} or (self.perfect and self.tense == "past")


def verb_group(verb: Token) -> VerbGroup:
    """Return what `verb` and its auxiliaries say.

    They are the words that hang on it as auxiliaries or negations: in "has said it would close" "has" is that of "said"
    alone. A verb that goes on from another ("will come and `see`") has none of that one's.
    """
    helping: list[_Auxiliary] = []
    negated = passive = infinitive = False
    for child in dependents(verb):
        relation = child.dep_
        if relation == "neg":
            negated = True
        elif relation in AUXILIARIES:
            passive = passive or relation == "auxpass"
            if child.lower_ == "to":
                infinitive = True
            else:
                helping.append(_FORMS.get(child.lower_) or ((child.lemma_,), ""))
    form = verb.tag_
    words = [(_lemma(lemmas, form, helping, passive=passive), inflected) for lemmas, inflected in helping]
    modal = next((lemma for lemma, inflected in words if inflected == "modal" or lemma == "would"), None)
    lemmas = tuple(lemma for lemma, _ in words)
    return VerbGroup(
        form=form,
        tense=None if infinitive or modal is not None else _tense(form, words),
        modal=modal,
        perfect="have" in lemmas,
        progressive="be" in lemmas and (form == "VBG" or ("be", "progressive") in words),
        passive=passive,
        infinitive=infinitive,
        negated=negated,
        is_contracted=bool(helping) and len(helping[0][0]) > 1,
        auxiliaries=lemmas,
    )


def postponing(verb: Token) -> tuple[Token, ...]:
    """Return the auxiliaries by which what `verb` tells is to come: "will", "would", "to"; not "'d"."""
    return tuple(
        child
        for child in dependents(verb)
        if child.dep_ == "aux" and (child.lower_ == "to" or _FORMS.get(child.lower_, _NONE)[0] in _POSTPONING)
    )


def is_passive(verb: Token) -> bool:
    """Say whether `verb` is a passive with its auxiliary ("is expected", "got hurt"): not a participle alone."""
    return has_dependent(verb, "auxpass")


def _lemma(lemmas: Sequence[str], form: str, helping: Sequence[_Auxiliary], *, passive: bool) -> str:
    """Return of which verb an auxiliary is that may be of two: "she's gone", "she's held", "she'd go", "she'd gone"."""
    if len(lemmas) == 1:
        return lemmas[0]
    others = {inflected for _, inflected in helping}
    # "Been" or a past participle of the verb itself comes behind "have", a plain verb behind "would".
    behind_have = "participle" in others or (form in _PARTICIPLES and not ("be" in lemmas and passive))
    return "have" if behind_have and "base" not in others else next(lemma for lemma in lemmas if lemma != "have")


def _tense(form: str, words: Sequence[tuple[str, str]]) -> Tense | None:
    if not words:
        return _OF_VERBS.get(form)
    lemma, inflected = words[0]
    # "Demanded that he be held" is no present.
    return None if (lemma, inflected) == ("be", "base") else _TENSES.get(inflected)
