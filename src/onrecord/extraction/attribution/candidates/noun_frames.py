"""Frames of nouns, and "according to": what is said as somebody's claim, or by their count."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from onrecord.extraction.attribution.candidates.candidate import Candidate
from onrecord.extraction.attribution.candidates.estimates import number_of
from onrecord.extraction.ranges import CharRange
from onrecord.extraction.syntax import (
    ADNOMINAL_CLAUSES,
    NOUNS,
    VERBS,
    dependent,
    dependents,
    dependents_behind,
    phrase,
    stretch,
    subject_phrase,
    verb_group,
    without,
)
from onrecord.rules import Rule

# Verbs whose subject is the owner of the noun that is their object ("issued a warning that ...").
_RECKONINGS = {
    "in": {"word", "telling", "reckoning", "estimation"},
    "by": {"account", "calculation", "count", "estimate", "estimation", "reckoning", "tally"},
}
_ACCORDING = {"according", "per"}
_ISSUING = {"make", "have", "issue", "express", "release"}


@dataclass(frozen=True, slots=True)
class GoverningNoun:
    """A noun that may be a cue, with whose it is."""

    token: Token
    source: CharRange | None

    @classmethod
    def of(cls, noun: Token) -> "GoverningNoun":
        """Return the noun with its owner: "claims by villagers", "her call", "issued a warning"."""
        owner = dependent(noun, "poss")
        source: CharRange | None = phrase(owner) if owner is not None else None
        for child in dependents(noun):
            if source is None and child.dep_ == "prep" and child.lower_ in {"by", "from"}:
                inner = dependent(child, "pobj")
                if inner is not None:
                    source = phrase(inner)
        if source is None and noun.dep_ == "dobj" and noun.head.lemma_ in _ISSUING:
            source = subject_phrase(noun.head)
        return cls(noun, source)

    def candidate(self, frame: str, content: Token) -> Candidate:
        """Return the candidate of which the noun is the cue in `frame`."""
        return Candidate(self.token, frame, stretch(self.token, self.token), self.source, (phrase(content),))

    @property
    def owned(self) -> str:
        """What the name of a frame ends in where it is known whose the noun is."""
        return ":owned" if self.source is not None else ""


def _noun_number(noun: GoverningNoun) -> Iterator[Candidate]:
    number = number_of(noun.token)
    if number is not None and noun.source is not None:
        yield noun.candidate("noun:of:number", number)


def _noun_clause(noun: GoverningNoun) -> Iterator[Candidate]:
    for child in dependents_behind(noun.token):
        if child.dep_ in ADNOMINAL_CLAUSES | {"ccomp"}:
            to = verb_group(child).infinitive
            that = any(c.dep_ in {"mark", "dobj"} and c.lower_ == "that" for c in dependents(child))
            if to or that:
                yield noun.candidate(("noun:to" if to else "noun:that") + noun.owned, child)


def may_open(token: Token) -> bool:
    """Say whether `token` can open a phrase for whose words those beside it are ("according to", "by the count of")."""
    word = token.lower_
    return word in _ACCORDING or (word in _RECKONINGS and token.dep_ == "prep")


def _according(token: Token) -> Iterator[Candidate]:
    """Yield "according to X" and "per X": the content is the rest of the clause it hangs on."""
    # In text that is no sentence, a "to" or a name may hang on the word behind it.
    to = next((c for c in dependents(token) if c.lower_ == "to" and c.i > token.i), token)
    inner = dependent(to, "pobj")
    if inner is None or inner.i < to.i or (token.lower_ == "per" and inner.pos_ != "PROPN"):
        return
    own = stretch(token, inner.right_edge)
    yield Candidate(token, "according", stretch(token, to), phrase(inner), _beside(token, own))


def _reckoning(token: Token) -> Iterator[Candidate]:
    """Yield "in the words of X", "by X's count": the content is the rest of the clause it hangs on."""
    owner = estimate_owner(token)
    noun = dependent(token, "pobj")
    if owner is not None and noun is not None and noun.i > token.i:
        own = stretch(token, noun.right_edge)
        cue = stretch(token, owner.head if owner.i > noun.i else noun)
        yield Candidate(token, "according", cue, phrase(owner), _beside(token, own))


def estimate_owner(token: Token) -> Token | None:
    """Return whose words, view or count it is that the preposition `token` brings in, None where it is none such."""
    noun = dependent(token, "pobj")
    if noun is None or noun.lemma_ not in _RECKONINGS.get(token.lower_, ()):
        return None
    of = next((child for child in dependents_behind(noun) if child.lower_ == "of"), None)
    owner = dependent(noun, "poss") or (dependent(of, "pobj") if of is not None else None)
    # "In other words", "in his own words": nobody, or whoever speaks anyway; "by his count" is his.
    told = owner is not None and (owner.pos_ in NOUNS or (owner.tag_ == "PRP$" and token.lower_ == "by"))
    return owner if told else None


def _beside(token: Token, own: CharRange) -> tuple[CharRange, ...]:
    """Return the content of the phrase at `own`, which `token` opens: the clause or sentence that it stands in."""
    # After a comma it holds for the whole sentence before it, else for the clause it hangs on.
    clause = token.sent.root if token.i and token.nbor(-1).text == "," else token.head
    while clause.pos_ not in VERBS and clause.dep_ != "ROOT":
        clause = clause.head
    content = without(phrase(clause), own)
    # What follows in the sentence after the source belongs to the content only if the phrase opens it.
    return content[:1] if own.start > phrase(clause).start else content


type NounFrame = Callable[[GoverningNoun], Iterator[Candidate]]
"""Gives the candidates of a noun in one way to take what is said."""

type WordFrame = Callable[[Token], Iterator[Candidate]]
"""Gives the candidates of which a word that is neither verb nor noun is the cue."""

NOUN_FRAMES: tuple[Rule[NounFrame], ...] = (
    Rule("candidate/noun-number", _noun_number),
    Rule("candidate/noun-clause", _noun_clause),
)
"""The frames of nouns, in order: of two that are believed alike the first is taken."""

ACCORDING: Rule[WordFrame] = Rule("candidate/according", _according)
RECKONING: Rule[WordFrame] = Rule("candidate/reckoning", _reckoning)
