"""Syntax: what is read off the dependency parse and the forms of words, for all who ask it."""

from onrecord.extraction.syntax.clauses import (
    clause_beside,
    dependent,
    is_expected,
    is_passive,
    is_refused,
    is_unsaid,
    phrase,
    split_subject,
    stretch,
    subject,
    subject_phrase,
    trim,
    with_auxiliaries,
    without,
)
from onrecord.extraction.syntax.pronouns import COLLECTIVE, GENDERS, OWN, RELATIVE

__all__ = [
    "COLLECTIVE",
    "GENDERS",
    "OWN",
    "RELATIVE",
    "clause_beside",
    "dependent",
    "is_expected",
    "is_passive",
    "is_refused",
    "is_unsaid",
    "phrase",
    "split_subject",
    "stretch",
    "subject",
    "subject_phrase",
    "trim",
    "with_auxiliaries",
    "without",
]
