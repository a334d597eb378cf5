"""How times are written in English news: patterns, and what each stands for seen from a day.

Calendar arithmetic is dateutil's. The kinds follow TimeML's TIMEX3 (Pustejovsky et al., 2003): dates, and durations
that are anchored; a bare duration ("for three days") is no time.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from dateutil.relativedelta import relativedelta

from onrecord import lexicons
from onrecord.extraction.temporal.period import Period

type Direction = Literal["past", "future", "near"]
"""Where from the day of speaking a time without year or week lies, as the verb around it tells."""

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_MONTH = (
    r"(?P<month>Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_WEEKDAY = r"(?P<weekday>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"
_NUMBERS = {word: int(value) for word, what, value in lexicons.rows("number_words.tsv") if what == "count"}
_COUNT = rf"(?P<count>\d{{1,3}}|(?i:{'|'.join(_NUMBERS)}))"
_UNIT = r"(?P<unit>day|week|month|year|decade|century)"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:1[5-9]|20)\d{2})"
_PART_OF_DAY = r"(?: (?:morning|afternoon|evening|night))?"
_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
_SATURDAY = 5
_NEAR, _FAR = 100, 200
_LAST = {"last", "past", "previous"}


@dataclass(frozen=True, slots=True)
class View:
    """From where a time is seen: the day of speaking, the direction, and the time told of just before, if any."""

    day: date
    direction: Direction
    before: Period | None = None


type Basis = Literal["printed", "published", "context"]
type Meaning = Callable[[re.Match[str], View], Period | None]


def _number(written: str) -> int:
    return _NUMBERS.get(written.casefold()) or int(written)


def _month_number(written: str) -> int:
    return MONTHS.index(written[:3].casefold()) + 1


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _complete(match: re.Match[str], _: View) -> Period | None:
    month = match["month"]
    number = int(month) if month.isdigit() else _month_number(month)
    day = _date(int(match["year"]), number, int(match["day"]))
    return Period.day(day) if day else None


def _year_of(view: View, candidates: list[Period]) -> Period:
    """Return which of the candidates, in order, is meant: the next one, the last one, or the nearest."""
    day = view.day

    def distance(one: Period) -> int:
        return min(abs((one.first - day).days), abs((one.last - day).days))

    nearest = min(candidates, key=distance)
    told = nearest
    if view.direction == "future":
        told = next((one for one in candidates if one.last >= day), nearest)
        # Of a day last month news does not say that it lies eleven months ahead, whatever the verb.
        told = nearest if distance(nearest) < _NEAR < _FAR < distance(told) else told
    elif view.direction == "past":
        told = next((one for one in reversed(candidates) if one.first <= day), nearest)
    return told


def _month_day(match: re.Match[str], view: View) -> Period | None:
    month = _month_number(match["month"])
    days = (_date(view.day.year + shift, month, int(match["day"])) for shift in (-1, 0, 1))
    candidates = [Period.day(day) for day in days if day]
    return _year_of(view, candidates) if candidates else None


def _days_of_month(match: re.Match[str], view: View) -> Period | None:
    first, month = int(match["day"]), _month_number(match["month"])
    years = [int(match["year"])] if match["year"] else [view.day.year + shift for shift in (-1, 0, 1)]
    pairs = ((_date(year, month, first), _date(year, month, int(match["end"]))) for year in years)
    candidates = [Period(one, two) for one, two in pairs if one and two and one < two]
    return _year_of(view, candidates) if candidates else None


def _month_year(match: re.Match[str], _: View) -> Period:
    return Period.month(int(match["year"]), _month_number(match["month"]))


def _month(match: re.Match[str], view: View) -> Period | None:
    month, which = _month_number(match["month"]), (match["which"] or "").casefold()
    candidates = [Period.month(view.day.year + shift, month) for shift in (-1, 0, 1)]
    if which in _LAST:
        return next(one for one in reversed(candidates) if one.last < view.day)
    if which == "next":
        return next(one for one in candidates if one.first > view.day)
    return _year_of(view, candidates)


def _month_of_year(match: re.Match[str], view: View) -> Period:
    shift = {"last": -1, "next": 1}.get(match["which"], 0)
    return Period.month(view.day.year + shift, _month_number(match["month"]))


def _weekday(match: re.Match[str], view: View) -> Period | None:
    number = WEEKDAYS.index(match["weekday"][:3].casefold())
    which = (match["which"] or "").casefold()
    back, ahead = (view.day.weekday() - number) % 7, (number - view.day.weekday()) % 7
    if which in {"last", "previous"}:
        return Period.day(view.day - timedelta(days=back or 7))
    if which in {"next", "coming", "following"}:
        return Period.day(view.day + timedelta(days=ahead or 7))
    days = ahead if view.direction == "future" else -back
    return Period.day(view.day + timedelta(days=days))


_NAMED_DAYS = {"yesterday": -1, "last night": -1, "tomorrow": 1, "overnight": 0, "day before yesterday": -2}


def _named_day(match: re.Match[str], view: View) -> Period:
    written = " ".join(match.group().casefold().split())
    shift = next((days for name, days in _NAMED_DAYS.items() if written.endswith(name) or written.startswith(name)), 0)
    return Period.day(view.day + timedelta(days=shift))


def _calendar_unit(match: re.Match[str], view: View) -> Period | None:
    which, unit = match["which"].casefold(), match["unit"].casefold()
    shift = -1 if which in _LAST else 1 if which in {"next", "coming"} else 0
    return _unit(unit, view.day, shift)


def _unit(unit: str, day: date, shift: int) -> Period | None:
    if unit == "week":
        return Period.week(day + timedelta(weeks=shift))
    if unit == "weekend":
        # On a Monday "the weekend" is the one just over.
        return Period.weekend(day + timedelta(weeks=shift))
    if unit == "month":
        there = day + relativedelta(months=shift)
        return Period.month(there.year, there.month)
    if unit == "year":
        return Period.years(day.year + shift, day.year + shift)
    if unit == "quarter":
        there = day + relativedelta(months=3 * shift)
        return Period.months(there.year, 3 * ((there.month - 1) // 3) + 1, 3)
    if unit == "decade":
        start = 10 * (day.year // 10) + 10 * shift
        return Period.years(start, start + 9)
    if unit == "century":
        start = 100 * ((day.year - 1) // 100) + 1 + 100 * shift
        return Period.years(start, start + 99)
    if unit == "day":
        return Period.day(day + timedelta(days=shift))
    return None


def _weekend(_: re.Match[str], view: View) -> Period:
    shift = 0 if view.direction == "future" or view.day.weekday() >= _SATURDAY else -1
    return Period.weekend(view.day + timedelta(weeks=shift))


def _season(match: re.Match[str], view: View) -> Period | None:
    start, which = _SEASONS[match["season"].casefold()], (match["which"] or "").casefold()
    if match["year"]:
        return Period.months(int(match["year"]), start, 3)
    candidates = [Period.months(view.day.year + shift, start, 3) for shift in (-2, -1, 0, 1)]
    if which in _LAST:
        return next(one for one in reversed(candidates) if one.last < view.day)
    if which in {"next", "coming"}:
        return next(one for one in candidates if one.first > view.day)
    return _year_of(view, candidates)


def _quarter(match: re.Match[str], view: View) -> Period | None:
    number = ("first", "second", "third", "fourth").index(match["quarter"].casefold())
    if match["year"]:
        return Period.months(int(match["year"]), 3 * number + 1, 3)
    return _year_of(view, [Period.months(view.day.year + shift, 3 * number + 1, 3) for shift in (-1, 0, 1)])


def _quarter_of_year(match: re.Match[str], _: View) -> Period:
    return Period.months(int(match["year"]), 3 * int(match["number"]) - 2, 3)


def _fiscal_year(match: re.Match[str], view: View) -> Period | None:
    """Return the years that a fiscal year lies in ("FY2023-24"); which months they are differs by country and firm."""
    return _year_range(match, view) if match["end"] else _year(match, view)


def _counted(match: re.Match[str], view: View) -> Period | None:
    """Return the time so many units from the day of speaking ("two weeks ago") or from another ("a day later")."""
    number, unit, where = _number(match["count"]), match["unit"].casefold(), match["where"].casefold()
    if where in {"ago", "from now"}:
        return _unit(unit, view.day, number if where == "from now" else -number)
    if view.before is None:
        return None
    start = view.before.last if where in {"later", "after"} else view.before.first
    return _unit(unit, start, number if where in {"later", "after"} else -number)


def _ahead(match: re.Match[str], view: View) -> Period | None:
    # "In two years" is when something will be; "built in two years" how long it took.
    return _unit(match["unit"].casefold(), view.day, _number(match["count"])) if view.direction == "future" else None


def _stretch(match: re.Match[str], view: View) -> Period | None:
    """Return "the past three weeks": up to the day of speaking, or on from it."""
    number, unit = _number(match["count"]), match["unit"].casefold()
    steps = {
        "day": relativedelta(days=number),
        "week": relativedelta(weeks=number),
        "month": relativedelta(months=number),
        "year": relativedelta(years=number),
        "decade": relativedelta(years=10 * number),
    }
    step = steps[unit]
    if match["which"].casefold() in _LAST:
        return Period(view.day - step, view.day)
    return Period(view.day, view.day + step)


def _neighbour(match: re.Match[str], view: View) -> Period | None:
    """Return "the next day", "the following week", "the same month": beside the time told of before."""
    which, unit = (match["which"] or "that").casefold(), (match["unit"] or match["that"]).casefold()
    if view.before is None:
        return None
    if which in {"same", "that"}:
        return _unit(unit, view.before.first, 0)
    ahead = which in {"next", "following"}
    return _unit(unit, view.before.last if ahead else view.before.first, 1 if ahead else -1)


def _year(match: re.Match[str], _: View) -> Period:
    return Period.years(int(match["year"]), int(match["year"]))


def _year_range(match: re.Match[str], _: View) -> Period | None:
    first, end = match["year"], match["end"]
    last = int(first[: 4 - len(end)] + end)
    return Period.years(int(first), last) if last > int(first) else None


def _years_of_decade(match: re.Match[str], _: View) -> Period:
    first = int(match["year"])
    return Period.years(first, first + 9)


_WHICH = r"(?:(?P<which>[Ll]ast|[Nn]ext|[Tt]his|[Cc]oming|[Ff]ollowing|[Pp]revious|[Pp]ast) )"
_OFFSET = r"(?:[Ee]arly |[Ll]ate |[Mm]id-?\s?)?"

_WRITTEN: tuple[tuple[str, Meaning, Basis], ...] = (
    (rf"(?:{_WEEKDAY},? )?{_MONTH} {_DAY},? {_YEAR}", _complete, "printed"),
    (rf"(?:{_WEEKDAY},? )?(?:the )?{_DAY}(?: of)? {_MONTH},? {_YEAR}", _complete, "printed"),
    (rf"{_YEAR}-(?P<month>\d{{2}})-(?P<day>\d{{2}})", _complete, "printed"),
    (
        rf"{_MONTH} {_DAY}(?:-|–| to | and | through )(?P<end>\d{{1,2}})(?:st|nd|rd|th)?(?:,? {_YEAR})?",
        _days_of_month,
        "published",
    ),
    (
        rf"{_DAY}(?:-|–| to | and )(?P<end>\d{{1,2}})(?:st|nd|rd|th)? {_MONTH}(?:,? {_YEAR})?",
        _days_of_month,
        "published",
    ),
    (rf"(?:{_WEEKDAY},? )?{_MONTH} {_DAY}", _month_day, "published"),
    (rf"(?:{_WEEKDAY},? )?(?:the )?{_DAY}(?: of)? {_MONTH}", _month_day, "published"),
    (rf"{_OFFSET}{_MONTH},?(?: of)? {_YEAR}", _month_year, "printed"),
    (rf"{_OFFSET}{_MONTH} of (?P<which>last|this|next) year", _month_of_year, "published"),
    (rf"{_OFFSET}{_WHICH}?{_MONTH}", _month, "published"),
    (rf"{_WHICH}?{_WEEKDAY}{_PART_OF_DAY}", _weekday, "published"),
    (
        r"(?:[Tt]he day before yesterday|(?:[Ll]ate |[Ee]arly )?(?:[Yy]esterday|[Tt]omorrow)"
        + _PART_OF_DAY
        + r"|[Ll]ast night|[Tt]onight|[Oo]vernight|[Tt]oday|(?:[Ee]arlier|[Ll]ater) (?:today|in the day)"
        r"|[Tt]his (?:morning|afternoon|evening))",
        _named_day,
        "published",
    ),
    (
        rf"(?:[Tt]he )?(?P<which>[Ll]ast|[Pp]ast|[Pp]revious|[Nn]ext|[Cc]oming) {_COUNT}"
        r" (?P<unit>day|week|month|year|decade)s?",
        _stretch,
        "published",
    ),
    (
        r"(?:[Ee]arlier |[Ll]ater |[Ll]ate |[Ee]arly )?(?P<which>[Ll]ast|[Tt]his|[Nn]ext)"
        r" (?P<unit>week|weekend|month|year|quarter|decade|century)",
        _calendar_unit,
        "published",
    ),
    (r"(?:[Tt]he|[Oo]ver the) weekend", _weekend, "published"),
    (
        r"[Tt]he (?P<which>same|next|following|previous) (?P<unit>day|week|month|year|decade)"
        r"|[Tt]hat (?P<that>day|week|month|year)",
        _neighbour,
        "context",
    ),
    (rf"{_COUNT} {_UNIT}s? (?P<where>ago|from now)", _counted, "published"),
    (rf"{_COUNT} {_UNIT}s? (?P<where>later|earlier|(?:before|after)(?! \w))", _counted, "context"),
    (rf"[Ii]n {_COUNT} {_UNIT}s?(?:['’] time)?", _ahead, "published"),
    (
        rf"(?:{_WHICH}|[Tt]he |[Ii]n (?:the )?)(?P<season>spring|summer|autumn|fall|winter)(?: of)?(?: {_YEAR})?",
        _season,
        "published",
    ),
    (rf"[Tt]he (?P<quarter>first|second|third|fourth) quarter(?: of(?: {_YEAR})?)?", _quarter, "published"),
    (rf"Q(?P<number>[1-4])(?: of|,)? ?{_YEAR}", _quarter_of_year, "printed"),
    (rf"(?:FY ?|[Ff]iscal (?:year )?){_YEAR}(?:[-–/](?P<end>\d{{2}}|\d{{4}}))?", _fiscal_year, "printed"),
    (rf"{_YEAR}[-–](?P<end>\d{{2}}|\d{{4}})", _year_range, "printed"),
    (r"(?:[Tt]he )?(?:early |late |mid-)?(?P<year>(?:1[5-9]|20)\d0)s", _years_of_decade, "printed"),
    (rf"{_OFFSET}{_YEAR}", _year, "printed"),
)

YEARLESS: frozenset[Meaning] = frozenset({_month_day, _days_of_month})
"""The meanings of days that are printed without their year."""

ANCHOR = re.compile(
    r"\d{4}|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|day|week|month|year|decade|century|quarter|night|morrow"
    r"|morning|afternoon|evening|spring|summer|autumn|fall|winter"
)
"""What every time has in it, whichever pattern finds it."""

LONGEST = 80
"""No time is so many characters long, with what is looked at behind it."""

PATTERNS = tuple(
    (re.compile(rf"(?<![\w-]){pattern}(?![\w])(?!-(?:old|long)\b)"), meaning, basis)
    for pattern, meaning, basis in _WRITTEN
)
"""Each pattern, what it stands for, and what that is worked out from. The first that fits a place wins."""
