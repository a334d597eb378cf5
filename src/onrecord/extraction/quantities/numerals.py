"""Numbers as printed, in digits and words: where they stand and what they are worth."""

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from itertools import pairwise
from math import isfinite

from text_to_num import text2num

from onrecord import lexicons
from onrecord.extraction.ranges import CharRange

_ONES = "one|two|three|four|five|six|seven|eight|nine"
_BELOW_20 = f"{_ONES}|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_BELOW_100 = rf"(?:(?:{_TENS})(?:[-\s](?:{_ONES}))?|{_BELOW_20})"
_GROUP = rf"(?:(?:{_BELOW_100}|a)[-\s]hundred(?:(?:\sand)?\s{_BELOW_100})?|{_BELOW_100})"
_LARGE = "thousand|million|billion|trillion"
_PARTS = {word: int(value) for word, what, value in lexicons.rows("number_words.tsv") if what == "part"}
_SIGNS = {"½": 1 / 2, "⅓": 1 / 3, "⅔": 2 / 3, "¼": 1 / 4, "¾": 3 / 4, "⅕": 1 / 5, "⅛": 1 / 8}
_SIZES = {word: float(value) for word, what, value in lexicons.rows("number_words.tsv") if what == "size"}
# How many a plural without a number is at least: "dozens" are two dozen.
_SEVERAL = 2

# Signs of money that end in a letter may stand right before the number ("Rs12", "R380m").
_GLUED = "|".join(
    rf"(?<=\b{re.escape(sign)})"
    for sign, place, _ in lexicons.rows("currencies.tsv")
    if place == "before" and sign[-1].isalpha()
)
_NUMBER = re.compile(
    # What any of them begins with comes first, which spares trying them all at each word.
    rf"""(?= [\d{"".join(_SIGNS)}] | an?[-\s] | one|two|t[hewr]|f[oi]|s[iec]|e[il]|ni|m[ai]|do|h[ua]|bi )
    (?: (?<![\w]) | {_GLUED} ) (?:
      (?P<vague> (?:(?:several|many|a\sfew|a\scouple(?:\sof)?)\s(?:dozen|hundred|thousand|million|billion)s?
                   | tens(?=\sof\s) | dozens | scores(?=\sof\s) | hundreds | thousands | millions | billions
                   | trillions)
                 (?:\sof\s(?:thousands|millions|billions|trillions))* )
    | (?P<half> half[-\s]an?[-\s](?:hundred|thousand|million|billion|trillion|dozen)
                | a\shalf[-\s](?:million|billion|dozen) )
    | (?P<dozen> (?:{_BELOW_100}|an?)[-\s]dozen )
    | (?P<mixed> (?:{_BELOW_100}|\d+)(?:\sand\s|-and-)(?:a|one|three)[-\s](?:half|third|quarter)s?
                 (?:\s(?:hundred|{_LARGE}))? )
    | (?P<part> (?:an?|{_ONES}|\d)[-\s](?:{"|".join(_PARTS)})s? | half )
    | (?P<words> (?:{_GROUP}|a)[-\s](?:{_LARGE})(?:,?\s{_GROUP}[-\s](?:{_LARGE}))*(?:(?:\sand)?\s{_GROUP})?
                 | {_GROUP} )
    | (?P<sign> (?:\d+\s?)?[{"".join(_SIGNS)}] )
    | (?P<digits> (?:\d{{1,3}}(?:,\d{{3}})+|\d+)(?:\.\d+)? )
      (?: [-\s]?(?P<size>hundred|{_LARGE}|lakh|crore)s? | \s?(?P<short>mn|mln|mm|bn|bln|tn|trn)
          | (?P<letter>[kmb]) )? (?![a-z])
    )(?!\w)""",
    re.IGNORECASE | re.VERBOSE,
)
# One of several numbers: with at most one of the large words.
_ALONE = re.compile(rf"\b(?:(?:{_GROUP}|a)[-\s](?:{_LARGE})|{_GROUP})\b", re.IGNORECASE)
# "Digits" may run into a unit ("47C"), which the expression above does not let them.
_ATTACHED = re.compile(r"(?<![\w.,])(?P<digits>(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)(?=[A-Za-z°]{1,4}\b|[°%])")


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number as printed: `value`, or at least `low` where the words give no more ("dozens").

    `part` says that it is a fraction ("a third"), `letter` that a single letter after it makes it thousands, millions
    or billions of money, and perhaps metres of anything else; `bare` is its value without that letter.
    """

    where: CharRange
    value: float | None
    low: float | None = None
    part: bool = False
    letter: bool = False
    bare: float | None = None
    words: bool = False


def numerals(text: str) -> Iterator[Numeral]:
    """Yield the numbers printed in `text`, whatever they stand for, in order."""
    taken = 0
    found = sorted(
        [*_NUMBER.finditer(text), *_ATTACHED.finditer(text)], key=lambda match: (match.start(), -match.end())
    )
    for match in found:
        if match.start() >= taken:
            taken = match.end()
            try:
                one = _numeral(match)
            except ValueError:
                # "Five thousand, three thousand and one thousand": words that make no one number are several.
                for one in _separate(match):
                    taken = max(taken, one.where.end)
                    yield one
            else:
                # Of hundreds of digits in a row a float is infinite.
                if one.value is None or isfinite(one.value):
                    yield one


def _numeral(match: re.Match[str]) -> Numeral:
    where, printed = CharRange(*match.span()), match[0].casefold()
    groups = match.groupdict()
    if groups["digits"]:
        bare = _digits(groups["digits"])
        size = (groups.get("size") or groups.get("short") or groups.get("letter") or "").casefold()
        value = bare * _SIZES[size] if size else bare
        return Numeral(where, _rounded(value), letter=bool(groups.get("letter")), bare=bare)
    if groups["vague"]:
        low = float(_SEVERAL)
        for word in re.findall(r"[a-z]+", printed):
            low *= _SIZES.get(word.removesuffix("s"), 1)
        return Numeral(where, None, low=low, words=True)
    if groups["half"]:
        return Numeral(where, _SIZES[re.split(r"[-\s]", printed)[-1]] / 2, words=True)
    if groups["dozen"]:
        return Numeral(where, _count(re.split(r"[-\s]dozen", printed)[0]) * 12, words=True)
    if groups["mixed"]:
        return Numeral(where, _mixed(printed), words=True)
    if groups["part"]:
        return Numeral(where, _part(printed), part=True, words=True)
    if groups["sign"]:
        whole = printed[:-1].strip()
        value = (float(whole) if whole else 0.0) + _SIGNS[printed[-1]]
        return Numeral(where, value, part=not whole)
    return Numeral(where, _count(printed), words=True)


def _separate(match: re.Match[str]) -> Iterator[Numeral]:
    """Yield each of the numbers in words that make no one number."""
    for part in _ALONE.finditer(match.string, match.start()):
        if part.start() >= match.end():
            return
        with suppress(ValueError):
            yield Numeral(CharRange(*part.span()), _count(part[0].casefold()), words=True)


def _digits(printed: str) -> float:
    return float(printed.replace(",", ""))


def _rounded(value: float) -> float:
    """Return `value` without what multiplying binary fractions leaves over (1.1 million is 1100000)."""
    return float(f"{value:.12g}")


def _count(printed: str) -> float:
    """Return what cardinal number words are worth; "a" is one.

    Raises:
        ValueError: they make no one number ("two thousand three million").
    """
    if printed in {"a", "an"}:
        return 1.0
    if printed.isdigit():
        return float(printed)
    large = [_SIZES[word] for word in re.findall(_LARGE, printed)]
    if any(size <= following for size, following in pairwise(large)):
        raise ValueError(f"no one number: {printed}")
    words = re.sub(r"-(?=hundred|thousand|million|billion|trillion)", " ", printed).replace(",", "")
    trillions, trillion, rest = words.partition("trillion")
    if trillion:
        # The library knows no trillions.
        rest = rest.strip().removeprefix("and ")
        return _count(trillions.strip()) * _SIZES[trillion] + (_count(rest) if rest else 0.0)
    return float(text2num(re.sub(r"\s+", " ", re.sub(r"^a\s", "one ", words)), "en"))


def _part(printed: str) -> float:
    if printed == "half":
        return 0.5
    count, part = re.split(r"[-\s]", printed)
    return _count(count) / (_PARTS.get(part) or _PARTS[part.removesuffix("s")])


def _mixed(printed: str) -> float:
    whole, _, rest = re.sub(r"-and-", " and ", printed).partition(" and ")
    words = re.split(r"[-\s]", rest)
    value = _count(whole) + _part(f"{words[0]} {words[1]}")
    return value * _SIZES[words[2]] if len(words) > 2 else value
