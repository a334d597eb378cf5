"""Syntax: what is read off the dependency parse (clauses) and the forms of words (pronouns), for all who ask it."""

from onrecord.extraction.syntax.clauses import (
    belongs_to,
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
    "belongs_to",
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
