"""Vetoes of numbers that are part of something longer, codes, years, and marks of lists."""

import re

from onrecord.extraction.quantities.candidate import Candidate

_YEARS = range(1500, 2101)
# Digits in a row, without commas, that can still be a count.
_LONGEST = 6
_LIST_MARK = re.compile(r"[.)]\s")


def is_code(candidate: Candidate) -> bool:
    """Say whether the digits are a code: more in a row than a count has, or with a nought before them."""
    number = candidate.printed
    return candidate.is_bare and number.isdigit() and (len(number) > _LONGEST or (number[0] == "0" and len(number) > 1))


def is_joined_before(candidate: Candidate) -> bool:
    """Say whether the number is the end of something longer: "F-16", "#12", "/12"."""
    start = candidate.quantity.where.start
    before = candidate.text[max(start - 2, 0) : start]
    return (
        candidate.is_bare
        and before[-1:] != ""
        and (before[-1] in "#№@_/.:" or (before[-1] in "-–" and len(before) > 1 and before[0].isalnum()))
    )


def is_joined_behind(candidate: Candidate) -> bool:
    """Say whether the number is the beginning of something longer: "12/A", "12_b"."""
    after = _two_behind(candidate)
    return candidate.is_bare and after[:1] in {"/", ":", "_", "@"} and after[1:].isalnum()


def is_compound(candidate: Candidate) -> bool:
    """Say whether a number word makes one word with the next: "a two-way street", not "a 30-member council"."""
    after = _two_behind(candidate)
    small = candidate.quantity.words and candidate.quantity.least < 10
    return candidate.is_bare and small and after[:1] == "-" and after[1:].isalpha()


def goes_on(candidate: Candidate) -> bool:
    """Say whether the figures go on behind the number: "5,4", "12-7" where that is no range."""
    after = _two_behind(candidate)
    on = after[:1] in {".", ",", "-", "–"} and after[1:].isdigit()
    return candidate.is_bare and on and not candidate.quantity.tally


def is_year(candidate: Candidate) -> bool:
    """Say whether the number is a year: "in 1998", not "1998 boats"."""
    printed = candidate.printed
    if not candidate.is_bare or not printed.isdigit() or len(printed) != 4 or int(printed) not in _YEARS:
        return False
    last = candidate.last
    return not (last.dep_ == "nummod" and last.head.tag_ == "NNS" and last.head.i > last.i)


def begins_a_list(candidate: Candidate) -> bool:
    """Say whether the number is the mark of a thing in a list: "3. Boil the rope", where a paragraph begins."""
    start, end = candidate.quantity.where
    begins = candidate.is_bare and start == candidate.part_start and not candidate.quantity.words
    return begins and _LIST_MARK.match(candidate.text, end) is not None


def _two_behind(candidate: Candidate) -> str:
    end = candidate.quantity.where.end
    return candidate.text[end : end + 2]
