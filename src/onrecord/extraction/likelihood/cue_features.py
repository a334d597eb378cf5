"""What a statement's cue is like: what its word is used for, its form, and how it stands to the content."""

from math import log1p

from spacy.tokens import Token

from onrecord import lexicons
from onrecord.extraction.attribution import is_listed, lexeme_of
from onrecord.extraction.likelihood.claim import Claim
from onrecord.extraction.likelihood.features import Features, true_cases
from onrecord.extraction.syntax import NOMINAL_SUBJECTS, NOUNS, VERBS, dependents, has_dependent, is_negated, is_passive

_CLASSES = {
    (lemma, part): (float(telling), float(thinking))
    for lemma, part, telling, thinking in lexicons.rows("cue_classes.tsv")
}
_SAYING = {"say", "tell", "add"}
_TOPICS = {"about", "of", "on", "for", "over"}
_FEW = 2


def word_classes(word: Token) -> tuple[float, float]:
    """Return the shares of a word's uses, 0 to 1, in which it tells something, and in which it thinks or feels it."""
    part = "VERB" if word.pos_ in VERBS else "NOUN" if word.pos_ in NOUNS else word.pos_
    return _CLASSES.get((word.lemma_.casefold(), part), (0.0, 0.0))


def cue_features(claim: Claim, head: Token) -> Features:
    """Return what is the case of a cue with this head: "announced" is "cue is a verb", "cue in the past", ..."""
    telling, thinking = word_classes(head)
    found: Features = {"telling": telling, "thinking": thinking}
    verb = head.pos_ in VERBS
    behind = {child.lower_ for child in dependents(head) if child.dep_ == "prep"}
    cases = {
        "cue is a verb": verb,
        "cue is a noun": head.pos_ in NOUNS,
        "cue is an adjective": head.pos_ == "ADJ",
        "cue is another word": not verb and head.pos_ not in NOUNS | {"ADJ"},
        "cue is listed": is_listed(head),
        "cue opens quotations": lexeme_of(head).quotative,
        "cue says": head.lemma_ in _SAYING,
        "cue is according to": head.lower_ == "according",
        "cue in the past": head.tag_ == "VBD",
        "cue in the present": head.tag_ in {"VBZ", "VBP"},
        "cue is an infinitive": head.tag_ == "VB",
        "cue is a gerund": head.tag_ == "VBG",
        "cue is a participle": head.tag_ == "VBN",
        "cue is passive": verb and is_passive(head),
        "cue is negated": verb and is_negated(head),
        "cue has a modal": any(child.tag_ == "MD" for child in dependents(head)),
        "cue of many words": claim.cue is not None and len(claim.cue) > _FEW,
        "cue in a relative clause": head.dep_ in {"relcl", "acl"},
        "cue behind a preposition": head.dep_ in {"pobj", "pcomp"},
        "cue has a subject": has_dependent(head, *NOMINAL_SUBJECTS),
        "cue has a clause": has_dependent(head, "ccomp"),
        "cue has an object": has_dependent(head, "dobj"),
        "cue with about": bool(behind & _TOPICS),
    }
    found |= true_cases(cases)
    if claim.content:
        before = claim.content[0].start > head.i
        gap = claim.content[0].start - head.i if before else head.i - claim.content[-1].end
        found["cue far, log"] = log1p(max(0, gap))
        if before:
            found["cue before the content"] = True
    return found
