"""Quantities as printed: numbers with their units, ranges, and the words that hedge them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from spacy.tokens import Doc
from spacy.tokens import Span as DocSpan

from onrecord import lexicons
from onrecord.extraction.quantities.numerals import Numeral, numerals
from onrecord.extraction.quantities.units import SHARE, currency_before, is_currency, unit_after
from onrecord.extraction.ranges import CharRange

_RANGE = re.compile(r"\s?[-–—]\s?|\sto\s|\sor\s")
_DASH = re.compile(r"\s?[-–—]\s?")
_OUT_OF = re.compile(r"\s(in|out\sof)\s(?:every\s|each\s)?", re.IGNORECASE)
_BETWEEN = re.compile(r"\bbetween\s[\"“‘']?$", re.IGNORECASE)
_FROM = re.compile(r"\bfrom\s[\"“‘']?$", re.IGNORECASE)
_MANY = re.compile(r"\s(?:people\b|[a-z]+s\b)")
_LARGE = {"hundred": 100.0, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
# Of whom "in ten" is said; "two in three villages" may be two villages.
_ROUND = {10, 100, 1000}
# As far as a hedge reaches before a number, with the longest one in it.
_REACH = 48


@dataclass(frozen=True, slots=True)
class PrintedQuantity:
    """A number with what is printed around it, in characters of `doc.text`.

    `where` runs from a currency's sign to the unit, `number` is the number alone (of a range both and what is between).
    `value`, `low` and `high` are as in `Quantity`. `tally` marks the sides of a result ("54-46"), `words` a number
    written in letters, `part` a fraction.
    """

    where: CharRange
    number: CharRange
    value: float | None
    low: float | None
    high: float | None
    unit: str | None
    hedge: CharRange | None = None
    words: bool = False
    part: bool = False
    tally: bool = False

    @property
    def least(self) -> float:
        """The number itself, whichever way it is claimed."""
        return next(n for n in (self.value, self.low, self.high) if n is not None)


def printed_quantities(text: str) -> list[PrintedQuantity]:
    """Return the quantities printed in `text`, in order; which of them claim anything is for `vetoes` to say."""
    single = [_measured(text, numeral) for numeral in numerals(text)]
    return [_hedged(text, quantity) for quantity in _joined(text, single)]


def _measured(text: str, numeral: Numeral) -> PrintedQuantity:
    start, end = numeral.where
    value, unit = numeral.value, None
    before = currency_before(text, start)
    after = unit_after(text, end)
    if before is not None:
        unit, start = before
        if after is not None and is_currency(after[0]):
            end = after[1]
    elif after is not None:
        unit, end = after
    if numeral.letter and text[end - 1] in "mM" and not is_currency(unit) and not _MANY.match(text, end):
        value, unit = numeral.bare, "meters"
    if text.endswith("mm", start, end) and not is_currency(unit):
        # Millions only of money.
        value, unit = numeral.bare, "millimeters"
    if unit == SHARE:
        value = _hundredth(value)
    elif numeral.part:
        unit = unit or SHARE
    low = numeral.low
    return PrintedQuantity(
        CharRange(start, end), numeral.where, value, low, None, unit, words=numeral.words, part=numeral.part
    )


def _hundredth(value: float | None) -> float | None:
    return None if value is None else float(f"{value / 100:.12g}")


def _joined(text: str, single: Sequence[PrintedQuantity]) -> list[PrintedQuantity]:
    """Return quantities of which those that are one in two numbers ("10 to 15", "one in five") are joined."""
    joined: list[PrintedQuantity] = []
    at = 0
    while at < len(single):
        one = single[at]
        other = single[at + 1] if at + 1 < len(single) else None
        pair = _pair(text, one, other) if other is not None else None
        joined += pair or [one]
        at += 2 if pair else 1
    return joined


def _pair(text: str, one: PrintedQuantity, other: PrintedQuantity) -> list[PrintedQuantity] | None:
    if one.value is None or other.value is None:
        return None
    between = text[one.where.end : other.where.start]
    where, number = CharRange(one.where.start, other.where.end), CharRange(one.number.start, other.number.end)
    out_of = _OUT_OF.fullmatch(between)
    if out_of and one.unit is None and other.unit is None and one.value < other.value:
        alike = one.words == other.words and (one.value == 1 or other.value in _ROUND)
        if alike or out_of[1].casefold() != "in":
            return [
                PrintedQuantity(where, number, one.value / other.value, None, None, SHARE, words=one.words, part=True)
            ]
        return None
    enclosed = between.strip() == "and" and _in_front(text, one, _BETWEEN)
    if not enclosed and not _RANGE.fullmatch(between):
        return None
    if one.unit not in (None, other.unit) and other.unit is not None:
        return None
    unit = other.unit or one.unit
    low, high = _scaled(text, one, other), other.value
    dashed = _DASH.fullmatch(between) is not None
    if low >= high or (not dashed and not enclosed and _in_front(text, one, _FROM)):
        # The sides of a result, or a change from one number to another.
        tally = dashed and unit is None
        return [replace(one, unit=unit, value=low, tally=tally), replace(other, unit=unit, tally=tally)]
    if between.strip() == "or" and high > 2 * low:
        return None
    return [PrintedQuantity(where, number, None, low, high, unit, words=one.words)]


def _in_front(text: str, one: PrintedQuantity, words: re.Pattern[str]) -> bool:
    """Say whether `words`, which end where they are looked for, stand right before a quantity."""
    start = one.where.start
    return words.search(text, max(start - _REACH, 0), start) is not None


def _scaled(text: str, one: PrintedQuantity, other: PrintedQuantity) -> float:
    """Return the first number of a range, as large as the second says: "1 to 2 million", "10-15 %"."""
    assert one.value is not None
    assert other.value is not None
    value = one.value
    if other.unit == SHARE and one.unit is None and not one.part and not other.part:
        return float(f"{value / 100:.12g}")
    sizes = [size for word, size in _LARGE.items() if text[slice(*other.number)].casefold().endswith(word)]
    short = re.search(r"\d\s?(bn|mn|m|k|b|tn|trn|mln|bln)$", text[slice(*other.number)], re.IGNORECASE)
    if short:
        sizes = [{"b": 1e9, "m": 1e6, "k": 1e3, "t": 1e12}[short[1][0].casefold()]]
    return value * sizes[0] if sizes and value < sizes[0] else value


@cache
def _hedges(place: str) -> tuple[re.Pattern[str], dict[str, str]]:
    effects = {words: effect for words, where, effect in lexicons.rows("quantity_hedges.tsv") if where == place}
    alternatives = "|".join(words.replace(" ", r"\s") for words in sorted(effects, key=len, reverse=True))
    if place == "before":
        # The longest that ends here must begin first.
        expression = rf"(?<!\w)({alternatives})(?:\s(?:a\stotal\sof|another|an\sadditional))?\s[\"“‘'(]?$"
    else:
        expression = rf"\s({alternatives})(?!\w)|(\+)"
    return re.compile(expression, re.IGNORECASE), effects


def _hedged(text: str, quantity: PrintedQuantity) -> PrintedQuantity:
    pattern, effects = _hedges("before")
    start, end = quantity.where
    # A window of its own, so that "$" is the end of what stands before the number.
    shift = max(start - _REACH, 0)
    match = pattern.search(text[shift:start])
    if match is None:
        pattern, effects = _hedges("after")
        match, shift = pattern.match(text[end : end + _REACH]), end
        if match is None:
            return quantity
    group = 1 if match[1] else 2
    where = CharRange(match.start(group) + shift, match.end(group) + shift)
    effect = effects.get(" ".join(match[group].casefold().split()), "low")
    value, low, high = quantity.value, quantity.low, quantity.high
    if effect == "low":
        value, low, high = None, value if low is None else low, None
    elif effect == "high":
        value, low, high = None, None, value if high is None else high
        if high is None:
            return replace(quantity, hedge=where)
    return replace(quantity, value=value, low=low, high=high, hedge=where)


def words_at(doc: Doc, where: CharRange) -> DocSpan:
    """Return the words of `doc` in which the range `where` of its text lies."""
    span = doc.char_span(*where, alignment_mode="expand")
    assert span is not None
    return span
