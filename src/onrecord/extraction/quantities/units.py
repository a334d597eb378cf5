"""Units printed around a number: measures, currencies, percent."""

import re
from functools import cache

from babel import Locale
from babel.numbers import get_currency_name, get_territory_currencies
from babel.units import format_unit

from onrecord import lexicons

SHARE = "share"
"""The unit of a share: 1 is the whole."""

AGE = "years old"
"""The unit of an age."""

_SHARES = {"%": SHARE, "percent": SHARE, "per cent": SHARE, "pct": SHARE, "percents": SHARE}
_POINTS = {
    "percentage point": "percentage points", "percentage points": "percentage points",
    "basis point": "basis points", "basis points": "basis points",
}  # fmt: skip
_AGES = ("year old", "years old", "year olds", "years of age")
# Longer forms are words, whatever their case; shorter ones are symbols.
_SYMBOL = 4
_SHORT_WORDS = {word for (word,) in lexicons.rows("short_unit_words.tsv")}
_WORDS = 4
_ALPHA_2 = 2
# "Millions of dollars", "a 30-minute talk".
_GAP = re.compile(r"\s(?:of\s)?|-|", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+(?:['.][^\W\d_]+)*\.?|[%°][CF]?|[a-zA-Z]+[²³]")
_JOINT = re.compile(r"[\s/-]")


def unit_after(text: str, at: int) -> tuple[str, int] | None:
    """Return the unit printed in `text` from `at` on, and where it ends: "km", "-year-old", "per cent", " roubles"."""
    gap = _GAP.match(text, at)
    # It matches nothing, too.
    assert gap is not None
    start = gap.end()
    found = None
    end = start
    for _ in range(_WORDS):
        word = _WORD.match(text, end)
        if word is None:
            break
        end = word.end()
        for stop in {end, end - text[start:end].endswith(".")}:
            unit = _named(text[start:stop], attached=start == at)
            if unit is not None:
                found = (unit, stop)
        joint = _JOINT.match(text, end)
        if joint is None:
            break
        end = joint.end()
    return found


def currency_before(text: str, at: int) -> tuple[str, int] | None:
    """Return the currency whose sign or code is printed in `text` right before `at`, and where that starts."""
    match = _signs().search(text, max(at - 6, 0), at)
    if match is None or match.end() != at:
        return None
    sign = match["sign"]
    return _codes().get(sign) or sign, match.start()


def is_duration(unit: str | None) -> bool:
    """Say whether a unit is one of time."""
    return unit in _durations()


def is_currency(unit: str | None) -> bool:
    """Say whether a unit is a currency."""
    return unit is not None and unit in _tender()


def _named(form: str, *, attached: bool) -> str | None:
    if form in _symbols():
        # Letters that stand apart from their number are seldom its unit ("47 C"), but for the longer ones.
        return _symbols()[form] if attached or len(form) > 1 else None
    words = " ".join(form.casefold().replace("-", " ").split())
    return _words().get(words)


@cache
def _rows() -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    """Return of each unit its CLDR identifier, the name it is given out with, and all its forms."""
    rows = []
    for identifier, further in lexicons.rows("units.tsv"):
        forms = {
            format_unit(number, identifier, length="long", locale=locale).split(" ", 1)[1]
            for locale in ("en", "en_GB")
            for number in (1, 2)
        }
        name = format_unit(2, identifier, length="long", locale="en").split(" ", 1)[1]
        rows.append((identifier, name, (*sorted(forms), *(further.split("|") if further != "-" else ()))))
    return tuple(rows)


@cache
def _words() -> dict[str, str]:
    forms = {form.casefold(): name for _, name, all_forms in _rows() for form in all_forms if not _is_symbol(form)}
    for code in _tender():
        for number in (1, 2):
            forms[get_currency_name(code, number, locale="en").casefold()] = code
    forms |= {noun: code for noun, where, code in lexicons.rows("currencies.tsv") if where == "after"}
    return forms | _SHARES | _POINTS | dict.fromkeys(_AGES, AGE)


@cache
def _symbols() -> dict[str, str]:
    symbols = {form: name for _, name, forms in _rows() for form in forms if _is_symbol(form)}
    return symbols | {code: code for code in _tender()} | {"%": SHARE}


def _is_symbol(form: str) -> bool:
    return len(form) <= _SYMBOL and form not in _SHORT_WORDS


@cache
def _durations() -> frozenset[str]:
    return frozenset(name for identifier, name, _ in _rows() if identifier.startswith("duration-"))


@cache
def _tender() -> frozenset[str]:
    territories = (code for code in map(str, Locale("en").territories) if len(code) == _ALPHA_2)
    return frozenset(code for territory in territories for code in get_territory_currencies(territory))


@cache
def _codes() -> dict[str, str]:
    return {sign: code for sign, where, code in lexicons.rows("currencies.tsv") if where == "before"}


@cache
def _signs() -> re.Pattern[str]:
    signs = sorted({*_codes(), *_tender()}, key=len, reverse=True)
    return re.compile(rf"(?<![\w$])(?P<sign>{'|'.join(map(re.escape, signs))})\s?$")
