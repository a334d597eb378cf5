"""Why a relation is as it is: what the model's scores gave, and what rules gave or put right."""

from collections.abc import Iterator
from dataclasses import replace

from onrecord.extraction.attribution.decoding import DecodedRelation
from onrecord.extraction.attribution.relation import Attribution
from onrecord.records import Reason
from onrecord.vocabulary import ReasonedField

_DIGITS = 2

BY_LEXICON = Reason("act", "score/lexicon")
"""Why a statement does what it does: the lexicon has it of its cue."""


def reasons_of_scores(found: DecodedRelation, confidence: float, act: str) -> tuple[Reason, ...]:
    """Return the reasons of a relation that the model found.

    Args:
        found: the relation, with its scores.
        confidence: how likely it is right, by calibration.
        act: the rule, or the lexicon, that tells what it does.
    """
    source = "score/source" if found.source is not None else "score/sourceless"
    fields: tuple[tuple[ReasonedField, str], ...] = (("content", "score/content"),)
    if found.cue is not None:
        fields += (("cue", "score/cue"), ("source", source))
    told = [
        Reason(field, score, _rounded(found.evidence.get(field)) if score != "score/sourceless" else None)
        for field, score in fields
    ]
    told.append(Reason("act", act))
    told.append(Reason("confidence", "score/calibration", round(confidence, _DIGITS)))
    return tuple(told)


def _rounded(score: float | None) -> float | None:
    return round(score, _DIGITS) if score is not None else None


def reasons_of_rule(rule: str, confidence: float) -> tuple[Reason, ...]:
    """Return the reasons of a relation that the candidate `rule` gave, for every field of it but the act."""
    score = round(confidence, _DIGITS)
    fields: tuple[ReasonedField, ...] = ("content", "cue", "source", "confidence")
    return tuple(Reason(field, rule, score) for field in fields)


def because(before: Attribution, after: Attribution, rule: str) -> Attribution:
    """Return `after` with the reason for each field in which `rule` made it another than `before`."""
    changed = tuple(
        Reason(field, rule, _rounded(after.confidence) if field == "confidence" else None)
        for field in _changed(before, after)
    )
    return replace(after, reasons=(*after.reasons, *changed))


def _changed(before: Attribution, after: Attribution) -> Iterator[ReasonedField]:
    if after.content != before.content:
        yield "content"
    if after.cue != before.cue:
        yield "cue"
    if after.source != before.source:
        yield "source"
    if after.confidence != before.confidence:
        yield "confidence"
