"""Whether words were said at all: what is expected of somebody, refused or denied is told of and not said."""

from collections.abc import Callable, Mapping

from spacy.tokens import Token

from onrecord import lexicons
from onrecord.extraction.syntax import (
    ADNOMINAL_CLAUSES,
    CLAUSAL_COMPLEMENTS,
    NONFINITE_COMPLEMENTS,
    dependents,
    is_negated,
    verb_group,
)
from onrecord.rules import Rule, active, fired
from onrecord.vocabulary import StatementModality

_DENYING = {"deny", "dispute", "reject"}
_COMING = {"expect", "plan", "intend", "schedule", "set", "prepare", "hope", "promise", "vow", "threaten"}
_REFUSALS = {"decline", "refuse", "fail"}
_SAYINGS = lexicons.words("statement_contexts.tsv", "withheld")
# "I must say", "we can confirm": it is said with that.
_SAID_WITH_IT = {"can", "must"}
_CONDITIONS, _WITHHOLDING = {"if", "unless"}, {"from", "without"}


type ModalityRule = Callable[[Token], bool]
"""Says whether what a cue tells of has this modality."""


def modality_of(word: Token) -> StatementModality:
    """Return whether what the cue `word` tells of was said, is yet to be, or is denied to have been."""
    for modality, rules in MODALITIES.items():
        for rule in active(rules):
            if rule.apply(word):
                fired(rule, word.idx, word.idx + len(word))
                return modality
    return "said"


def is_coming(word: Token) -> bool:
    """Say whether somebody is expected, plans or promises to do what `word` tells of ("is set to announce")."""
    return word.tag_ == "VB" and word.dep_ == "xcomp" and word.head.lemma_ in _COMING


def is_unsaid(verb: Token) -> bool:
    """Say whether `verb` tells of something not said, or not yet said."""
    return is_refused(verb) or is_expected(verb)


def is_expected(verb: Token) -> bool:
    """Say whether what `verb` tells of is yet to be said, or would or could be ("will say", "might say")."""
    return _is_modal(verb) or _is_conditional(verb) or _is_meant(verb)


def _is_denied(word: Token) -> bool:
    return word.dep_ in NONFINITE_COMPLEMENTS and word.head.lemma_ in _DENYING


def _is_modal(verb: Token) -> bool:
    modal = verb_group(verb).modal
    return modal is not None and modal not in _SAID_WITH_IT


def _is_conditional(verb: Token) -> bool:
    marks = (child.lower_ for child in dependents(verb) if child.dep_ == "mark")
    return verb.tag_ in {"VBZ", "VBP"} and any(mark in _CONDITIONS for mark in marks)


def _is_meant(verb: Token) -> bool:
    """Say whether words are meant to be said: "plans to congratulate", "ready to talk about"."""
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


MODALITIES: Mapping[StatementModality, tuple[Rule[ModalityRule], ...]] = {
    "denied": (Rule("decision/said-denied", _is_denied),),
    "expected": (
        Rule("decision/said-planned", is_coming),
        Rule("decision/said-modal", _is_modal),
        Rule("decision/said-if", _is_conditional),
        Rule("decision/said-meant", _is_meant),
    ),
}
"""The decision table of modality, in order: the first row that speaks decides; where none does, it was said."""
