"""Printed numbers that claim no quantity: dates, times, names, results, and pronouns that look like numbers."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence

from spacy.tokens import Doc

from onrecord.extraction.document import text_of
from onrecord.extraction.entities import Discourse
from onrecord.extraction.quantities import codes, known_numbers, names
from onrecord.extraction.quantities.ages import aged
from onrecord.extraction.quantities.candidate import Candidate, parts_of
from onrecord.extraction.quantities.forms import FORMS, FormsNear
from onrecord.extraction.quantities.printed_quantities import PrintedQuantity, words_at
from onrecord.extraction.quantities.units import AGE, SHARE, is_duration
from onrecord.extraction.ranges import CharRange, overlap
from onrecord.extraction.syntax import NOUNS
from onrecord.rules import Rule, active, fired

type Veto = Callable[[Candidate], bool]
"""Says of a printed number that it claims no quantity."""

_VOTED = {"vote", "pass", "approve", "rule", "elect", "reject", "adopt", "ballot", "back", "defeat", "confirm", "tally"}
_DEICTIC_BEFORE = re.compile(
    r"\b(?:past|last|next|coming|previous|recent|following|preceding|final|first|in|within|after|every|over\sthe|these)\s"
    r"(?:the\s)?(?:about\s|around\s|nearly\s|almost\s|more\sthan\s|at\sleast\s|just\s|some\s|only\s)?$",
    re.IGNORECASE,
)
_DEICTIC_BEHIND = re.compile(r"\s(?:ago|earlier|later|before|after|hence|from\snow|since|prior|into|old\sago)\b")
_REACH = 30
# What "half" stands before where it is a share.
_WHOLE = {"of", "the", "its", "their", "his", "her", "our", "all", "that", "a", "an"}


def claimed(
    doc: Doc, discourse: Discourse, quantities: Sequence[PrintedQuantity], times: Sequence[CharRange]
) -> list[PrintedQuantity]:
    """Return those of `quantities` that claim a quantity, ages with their unit.

    Each is asked of every veto in order; the first that speaks is believed. `times` are the ranges of the time
    expressions of the text.
    """
    kept = []
    for printed in _candidates(doc, discourse, quantities, times):
        candidate = aged(printed)
        veto = next((rule for rule in active(VETOES) if rule.apply(candidate)), None)
        if veto is not None:
            fired(veto, *candidate.quantity.number)
        else:
            kept.append(candidate.quantity)
    return kept


def _candidates(
    doc: Doc, discourse: Discourse, quantities: Sequence[PrintedQuantity], times: Sequence[CharRange]
) -> Iterator[Candidate]:
    text = text_of(doc)
    forms = FormsNear(text, quantities)
    ranges = sorted(times)
    starts = [start for start, _ in ranges]
    parts = parts_of(doc)
    for quantity in quantities:
        words = words_at(doc, quantity.number)
        at = bisect_right(parts, (quantity.where.start, "~")) - 1
        part_start, part = parts[at] if at >= 0 else (0, "paragraph")
        end = bisect_right(starts, quantity.number.end)
        yield Candidate(
            doc=doc,
            text=text,
            discourse=discourse,
            quantity=quantity,
            first=words[0],
            last=words[-1],
            part=part,
            part_start=part_start,
            forms=forms.at(quantity.number),
            in_a_time=any(overlap(quantity.number, near) for near in ranges[max(end - 3, 0) : end]),
        )


def _is_in_a_time(candidate: Candidate) -> bool:
    return candidate.in_a_time and candidate.quantity.unit not in {SHARE, AGE}


def _is_denied(candidate: Candidate) -> bool:
    before, further = candidate.before, candidate.token(-2)
    denied = before is not None and before.lower_ == "not" and (further is None or further.is_punct)
    return denied and candidate.is_bare


def _is_result(candidate: Candidate) -> bool:
    return candidate.quantity.tally and all(token.lemma_.casefold() not in _VOTED for token in candidate.first.sent)


def _is_half_of_nothing(candidate: Candidate) -> bool:
    if not candidate.quantity.part or candidate.printed.casefold() != "half" or candidate.quantity.hedge is not None:
        return False
    after = candidate.after
    return after is not None and after.lower_ not in _WHOLE and not after.is_punct


def _is_one_more(candidate: Candidate) -> bool:
    printed = candidate.printed.casefold()
    of_several = " in " in printed or " out of " in printed
    if not candidate.quantity.part or of_several or not printed.startswith(("a ", "an ", "a-", "an-")):
        return False
    after = candidate.after
    return after is not None and after.pos_ in NOUNS | {"ADJ", "NUM"}


def _is_followed_by_ago(candidate: Candidate) -> bool:
    quantity = candidate.quantity
    return is_duration(quantity.unit) and _DEICTIC_BEHIND.match(candidate.text, quantity.where.end) is not None


def _is_past(candidate: Candidate) -> bool:
    quantity = candidate.quantity
    start = quantity.where.start if quantity.hedge is None else min(quantity.hedge.start, quantity.where.start)
    before = candidate.text[max(start - _REACH, 0) : start]
    return is_duration(quantity.unit) and _DEICTIC_BEFORE.search(before) is not None


VETOES: tuple[Rule[Veto], ...] = (
    *FORMS,
    Rule("veto/quantity-in-a-time", _is_in_a_time),
    Rule("veto/quantity-code", codes.is_code),
    Rule("veto/quantity-joined-before", codes.is_joined_before),
    Rule("veto/quantity-joined-behind", codes.is_joined_behind),
    Rule("veto/quantity-compound", codes.is_compound),
    Rule("veto/quantity-going-on", codes.goes_on),
    Rule("veto/quantity-numbered", names.is_numbered),
    Rule("veto/quantity-between-names", names.is_between_names),
    Rule("veto/quantity-end-of-a-name", names.ends_a_name),
    Rule("veto/quantity-capital", names.is_capital),
    Rule("veto/quantity-year", codes.is_year),
    Rule("veto/quantity-house", names.is_house),
    Rule("veto/quantity-list-mark", codes.begins_a_list),
    Rule("veto/quantity-denied", _is_denied),
    Rule("veto/quantity-result", _is_result),
    Rule("veto/quantity-half-of-nothing", _is_half_of_nothing),
    Rule("veto/quantity-one-more", _is_one_more),
    Rule("veto/quantity-ago", _is_followed_by_ago),
    Rule("veto/quantity-past", _is_past),
    Rule("veto/quantity-one-of-nobody", known_numbers.is_one_of_nobody),
    Rule("veto/quantity-definite", known_numbers.is_definite),
    Rule("veto/quantity-chosen", known_numbers.is_chosen),
    Rule("veto/quantity-owned", known_numbers.is_owned),
    Rule("veto/quantity-of-the-most", known_numbers.is_of_the_most),
)
"""The vetoes, in the order in which they are asked; the first that speaks is believed."""
