"""What is printed in a form of its own and claims no quantity: dates, times of day, telephone numbers, "one day"."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from onrecord.extraction.quantities.candidate import Candidate
from onrecord.extraction.quantities.printed_quantities import PrintedQuantity
from onrecord.extraction.ranges import CharRange, overlap
from onrecord.rules import Rule, active

# What makes a number no quantity stands within so many characters of it.
_NEAR = 80
# None begins behind a letter, which spares trying them all there.
_NOT_IN_A_WORD = r"(?<![^\W\d_])"
# Of the forms that begin before the end of a number so many may reach to it.
_BEHIND = 3


@dataclass(frozen=True, slots=True)
class Form:
    """A form, as a regular expression in which white space means nothing; a veto of the numbers that are in it."""

    expression: str

    def __call__(self, candidate: Candidate) -> bool:
        """Say whether the number of a candidate is in this form."""
        return self.expression in candidate.forms


class FormsNear:
    """The forms that a text has around quantities."""

    def __init__(self, text: str, quantities: Sequence[PrintedQuantity]) -> None:
        self._expressions = tuple(rule.apply.expression for rule in active(FORMS))
        pattern = _compiled(rf"{_NOT_IN_A_WORD}(?:{'|'.join(self._expressions)})")
        # Without any form the pattern would match everywhere.
        places = _around(quantities) if self._expressions else ()
        self._matches = [match for where in places for match in pattern.finditer(text, *where)]
        self._starts = [match.start() for match in self._matches]

    def at(self, where: CharRange) -> frozenset[str]:
        """Return the expressions of the forms that share characters with `where`."""
        end = bisect_right(self._starts, where.end)
        near = self._matches[max(end - _BEHIND, 0) : end]
        return frozenset(self._expression(match) for match in near if overlap(where, CharRange(*match.span())))

    def _expression(self, match: re.Match[str]) -> str:
        """Return the form that matched: the first that does there. A group for each would be slower to look for."""
        place = match.string, match.start(), match.endpos
        return next(expression for expression in self._expressions if _compiled(expression).match(*place))


@cache
def _compiled(expression: str) -> re.Pattern[str]:
    return re.compile(expression, re.VERBOSE)


def _around(quantities: Sequence[PrintedQuantity]) -> Iterator[CharRange]:
    """Yield the stretches of text around quantities, those that meet as one; to look at all of it takes far longer."""
    low = high = 0
    for quantity in quantities:
        start, end = max(quantity.where.start - _NEAR, 0), quantity.where.end + _NEAR
        if start > high:
            if high:
                yield CharRange(low, high)
            low = start
        high = max(high, end)
    if high:
        yield CharRange(low, high)


_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?|Sept?(?:ember|\.)?"
    r"|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_YEAR = r"(?:1[5-9]|20)\d\d"
_DAYS = r"\d{1,2}(?:st|nd|rd|th)?"

_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_ORDINALS = "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth"

FORMS: tuple[Rule[Form], ...] = (
    Rule(
        "veto/quantity-month-and-day",
        Form(rf"\b{_MONTH}\s{_DAYS}(?:\s?[-–]\s?(?:{_MONTH}\s)?\d{{1,2}})?\b(?!\speople)(?:,?\s{_YEAR}\b)?"),
    ),
    Rule(
        "veto/quantity-day-and-month",
        Form(rf"\b{_DAYS}(?:\s?[-–]\s?\d{{1,2}})?\s(?:of\s)?{_MONTH}(?!\w)(?:,?\s{_YEAR}\b)?"),
    ),
    Rule(
        "veto/quantity-time-of-day",
        Form(
            r"""\b\d{1,2}[:.]\d\d(?:\s?[-–]\s?\d{1,2}[:.]\d\d)?
            \s?(?:[ap]\.?m\b|h\b|hrs\b|GMT\b|UTC\b|[CE]E?[SD]?T\b)"""
        ),
    ),
    Rule("veto/quantity-hours-and-minutes", Form(r"\b\d{1,2}:\d\d(?::\d\d)?\b")),
    Rule("veto/quantity-am-or-pm", Form(r"\b\d{1,2}(?:\s?[-–]\s?\d{1,2})?\s?[ap]\.?m\b")),
    Rule(
        "veto/quantity-oclock",
        Form(r"\b(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\so['’]clock"),
    ),
    Rule(
        "veto/quantity-hours-in-four-figures",
        Form(r"\b(?:[01]\d|2[0-3])[0-5]\d\s(?:GMT|UTC)\b | \bat\s(?:[01]\d|2[0-3])[0-5]\d\s(?:hours|hrs)\b"),
    ),
    Rule("veto/quantity-ordinal", Form(r"\b\d+(?:,\d{3})*(?:st|nd|rd|th)\b")),
    Rule("veto/quantity-decade", Form(r"(?<![\d,.$€£])['’]?\b(?:1[5-9]|20)?\d0['’]?s\b")),
    Rule(
        "veto/quantity-telephone",
        Form(r"\+\d[\d\s()-]{6,}\d | \(\d{3}\)\s?\d{3}-\d{4} | \b\d{3}[-.]\d{3}[-.]\d{4}\b | \b\d{3}-\d{4}\b"),
    ),
    Rule("veto/quantity-web-address", Form(r"\b(?:https?://|www\.)\S+ | \S+@\S+\.\w+")),
    Rule("veto/quantity-slash", Form(r"\b\d+/\d+\b")),
    Rule(
        "veto/quantity-half-of-two",
        Form(
            r"""(?i:\b
            (?:first|second|other|latter|better|back|top|bottom|front|northern|southern|eastern|western)[-\s]half\b)"""
        ),
    ),
    Rule("veto/quantity-number-one", Form(r"(?i:\b(?:no|any|every|each|number|square|day)[-\s]one\b)")),
    Rule("veto/quantity-one-day", Form(r"(?i:\bone\s(?:another|such|thing|way|day(?!\sin\b)|(?<!least\sone\s)of)\b)")),
    Rule(
        "veto/quantity-ordinal-in-words",
        Form(rf"(?i:\b(?:{_TENS})-(?:{_ORDINALS})\b(?!s) | \b(?:{_TENS}|\d0)-something\b)"),
    ),
)
"""The forms, in the order in which they are looked for at each place of a text."""
