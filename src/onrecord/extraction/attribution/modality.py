"""Whether words were said at all: what is expected of somebody, refused or denied is told of and not said."""

from spacy.tokens import Token

from onrecord.extraction.syntax import (
    ADNOMINAL_CLAUSES,
    CLAUSAL_COMPLEMENTS,
    NONFINITE_COMPLEMENTS,
    dependents,
    is_negated,
    verb_group,
)
from onrecord.vocabulary import StatementModality

_DENYING = {"deny", "dispute", "reject"}
_COMING = {"expect", "plan", "intend", "schedule", "set", "prepare", "hope", "promise", "vow", "threaten"}
_REFUSALS = {"decline", "refuse", "fail"}
_SAYINGS = {
    "answer", "comment", "confirm", "disclose", "discuss", "elaborate", "explain", "reply", "respond", "say", "tell",
}  # fmt: skip
# "I must say", "we can confirm": it is said with that.
_SAID_WITH_IT = {"can", "must"}
_CONDITIONS, _WITHHOLDING = {"if", "unless"}, {"from", "without"}


def modality_of(word: Token) -> StatementModality:
    """Return whether what the cue `word` tells of was said, is yet to be, or is denied to have been."""
    above = word.head
    if word.dep_ in NONFINITE_COMPLEMENTS and above.lemma_ in _DENYING:
        return "denied"
    return "expected" if is_coming(word) or is_expected(word) else "said"


def is_coming(word: Token) -> bool:
    """Say whether somebody is expected, plans or promises to do what `word` tells of ("is set to announce")."""
    return word.tag_ == "VB" and word.dep_ == "xcomp" and word.head.lemma_ in _COMING


def is_unsaid(verb: Token) -> bool:
    """Say whether `verb` tells of something not said, or not yet said."""
    return is_refused(verb) or is_expected(verb)


def is_expected(verb: Token) -> bool:
    """Say whether what `verb` tells of is yet to be said, or would or could be ("will say", "might say")."""
    modal = verb_group(verb).modal
    if modal is not None and modal not in _SAID_WITH_IT:
        return True
    if verb.tag_ in {"VBZ", "VBP"} and any(
        child.dep_ == "mark" and child.lower_ in _CONDITIONS for child in dependents(verb)
    ):
        # "If the union says so, ...": it has not yet.
        return True
    # "Plans to congratulate", "ready to talk about": meant to be said.
    return verb.tag_ == "VB" and (verb.dep_ in ADNOMINAL_CLAUSES or (verb.dep_ == "xcomp" and verb.head.pos_ == "ADJ"))


def is_refused(verb: Token) -> bool:
    """Say whether `verb` tells of something that was not said: negated, declined, avoided."""
    if is_negated(verb):
        return True
    if verb.dep_ == "pcomp" and verb.head.lower_ in _WITHHOLDING:
        # "Stepped back from accusing ...", "without saying ..."
        return True
    if verb.lemma_ in _REFUSALS and any(
        child.dep_ == "xcomp" and child.lemma_ in _SAYINGS for child in dependents(verb)
    ):
        return True
    refused = verb.dep_ in CLAUSAL_COMPLEMENTS and verb.head.lemma_ in _REFUSALS
    return refused or verb.lemma_ == "decline"
