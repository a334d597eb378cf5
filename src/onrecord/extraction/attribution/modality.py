"""Whether words were said at all: what is expected of somebody, or denied, is told of and not said."""

from spacy.tokens import Token

from onrecord.extraction.syntax import is_expected
from onrecord.vocabulary import StatementModality

_DENYING = {"deny", "dispute", "reject"}
_COMING = {"expect", "plan", "intend", "schedule", "set", "prepare", "hope", "promise", "vow", "threaten"}


def modality_of(word: Token) -> StatementModality:
    """Return whether what the cue `word` tells of was said, is yet to be, or is denied to have been."""
    above = word.head
    if word.dep_ in {"xcomp", "pcomp"} and above.lemma_ in _DENYING:
        return "denied"
    return "expected" if is_coming(word) or is_expected(word) else "said"


def is_coming(word: Token) -> bool:
    """Say whether somebody is expected, plans or promises to do what `word` tells of ("is set to announce")."""
    return word.tag_ == "VB" and word.dep_ == "xcomp" and word.head.lemma_ in _COMING
