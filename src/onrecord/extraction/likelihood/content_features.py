"""What a statement's content is like: how long, quoted or not, and what it is by its grammar."""

from math import log1p
from typing import Literal

from spacy.tokens import Token

from onrecord.extraction.likelihood.claim import Claim
from onrecord.extraction.likelihood.cue_features import word_classes
from onrecord.extraction.likelihood.features import Features, true_cases
from onrecord.extraction.syntax import FINITE_VERBS, NOMINALS, SUBJECTS, VERBS, dependents

type Form = Literal[
    "a clause", "a question", "an infinitive", "a gerund", "behind a preposition", "a noun with an infinitive",
    "a name", "a definite noun", "an indefinite noun", "something else",
]  # fmt: skip
"""What the content is by its grammar."""

_FEW = 3
_ASKING = {"whether", "if", "why", "how", "what", "who", "when", "where", "which"}
_DEFINITE = {"the", "this", "that", "these", "those"}
# An infinitive behind a noun stands so near its beginning ("the crew to leave").
_NEAR = 8


def content_features(claim: Claim) -> Features:
    """Return what is the case of a content: "the party's actions" is "content is a definite noun" and "few words"."""
    few = len(claim.words) <= _FEW
    found: Features = {"words, log": log1p(len(claim.words)), "share quoted": claim.quoted}
    if claim.quoted == 1:
        return found | true_cases({"quoted whole": True, "quoted whole, few words": few})
    form = _form(claim)
    found |= true_cases({f"content is {form}": True, "few words": few})
    if claim.head is not None and form != "a clause":
        found["telling, no clause"], found["thinking, no clause"] = word_classes(claim.head)
    return found


def _form(claim: Claim) -> Form:
    if not claim.content or not claim.words:
        return "something else"
    first, root = claim.words[0], claim.content[0].root
    inside = {token.i for part in claim.content for token in part}
    finite = any(map(_is_finite, claim.words))
    if first.lower_ in _ASKING and not claim.quoted:
        return "a question"
    if finite and (
        root.pos_ in VERBS or any(child.dep_ in SUBJECTS and child.i in inside for child in dependents(root))
    ):
        return "a clause"
    if first.tag_ == "TO":
        return "an infinitive"
    if first.tag_ == "VBG":
        return "a gerund"
    if first.pos_ == "ADP":
        return "behind a preposition"
    if not finite and any(token.tag_ == "TO" and token.head.pos_ in VERBS for token in claim.words[:_NEAR]):
        return "a noun with an infinitive"
    return _form_of_noun(root) if root.pos_ in NOMINALS else "something else"


def _form_of_noun(noun: Token) -> Form:
    if noun.pos_ == "PROPN":
        return "a name"
    definite = any(child.lower_ in _DEFINITE or child.dep_ == "poss" for child in dependents(noun))
    return "a definite noun" if definite else "an indefinite noun"


def _is_finite(token: Token) -> bool:
    """Say whether a verb, or the auxiliary of one, is finite and has a subject of its own."""
    verb = token.head if token.dep_ in {"aux", "auxpass"} else token
    return token.tag_ in FINITE_VERBS and any(child.dep_ in SUBJECTS for child in dependents(verb))
