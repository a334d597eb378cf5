"""The dates that are printed on a page: in any text, on a line of their own, in an agency's dateline."""

import datetime
import re
from collections.abc import Iterable, Iterator

from dateutil import parser

_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)"
)
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
WEEKDAY = r"(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?"
_FULL = re.compile(
    rf"(?:\b{WEEKDAY}\.?,? )?(?:\b{_MONTH}\.? \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}\b"
    rf"|\b\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {_MONTH}\.?,? \d{{4}}\b)|\b\d{{4}}-\d{{2}}-\d{{2}}(?!\d)",
    re.IGNORECASE,
)
# "03/03/2025", "13.3.2025", "2025/03/13": read on date lines only, and only where day and month cannot be mixed up.
_NUMERIC = re.compile(
    r"\b(?:(?P<one>\d{1,2})[/.](?P<two>\d{1,2})[/.](?P<last>\d{4})|(?P<year>\d{4})/(?P<month>\d{1,2})/(?P<day>\d{1,2}))\b"
)
# A line that is a date and nothing else but a word for it, a time, a name or an outlet.
_LINE_WORDS = re.compile(
    r"(?:published|posted|written|updated|modified|created|date|by|on|at|first|last|issued|filed|issue|edition|[ap]\.?m\.?|gmt|bst|"
    r"utc|[cempw]e?[sd]?t|local time|\d+ (?:min(?:ute)?|hour|day)s?(?: ago| read)?|t?"
    r"\d{1,2}[:.]\d{2}(?::\d{2}(?:\.\d+)?)?(?:z| ?[ap]\.?m\.?)?|\d{1,2} ?[ap]\.?m\.?|[+-]\d{1,2}:?\d{2}|[+-]\d{1,4})\b"
    r"\.?|[\W_]+",
    re.IGNORECASE,
)
# What else may stand on it: the name of an outlet, an author or a place.
_NAME = re.compile(r"[A-Z][\w'’&-]*(?: (?:[A-Z][\w'’&-]*|of|and|the)){0,4}")
_OTHER_DATE = re.compile(r"(?:born|died|copyright)\b", re.IGNORECASE)
_SAYS_PUBLISHED = re.compile(r"\b(?:published|posted|issued|filed|updated|modified)\b", re.IGNORECASE)
# "Updated20:49", as a page without blanks has it.
_SAYS_CHANGED = re.compile(r"\b(?:updated|modified)(?=\b|\d)", re.IGNORECASE)
_LONGEST_LINE = 90
# Its words are parted by a blank, comma or stroke; a hyphen stands within one.
_PLACE = r"[A-Z][\w'’.-]*(?:[ ,/][ ,/-]*[A-Z][\w'’.-]*){0,5}"
_LONGEST_DATELINE = 300
# "PORTO VELA, March 3 (Agency) -", "PORTO VELA (Agency) —", "MARCH 3, 2025 (Agency)"
_DATELINE = re.compile(
    rf"(?:{_PLACE})?,?(?: ?[–—-])? ?(?:{WEEKDAY},? )?"
    rf"(?P<date>{_MONTH}\.? \d{{1,2}}(?:, ?\d{{4}})?|\d{{1,2}} {_MONTH}\.?(?: \d{{4}})?)?,? ?"
    r"(?:\((?P<agency>[A-Z][\w /&.-]{1,40})\))?\s?(?:[-–—]{1,2}|:)\s"
)
# Before the first there was no newspaper; what lies far ahead is a slip or a trick.
_YEARS = range(1600, 2200)
_LONGEST_DATE = 100
_DEFAULTS = (datetime.datetime(2000, 1, 1), datetime.datetime(2001, 2, 2))


def parse_date(written: str) -> datetime.date | None:
    """Return the day a complete printed date names, None where it is not one, or could be two ("03/04/2025").

    "4 March 2025" names one; "4 March", "4 March 9999" and more than a hundred characters name none.
    """
    if len(written) > _LONGEST_DATE:
        return None
    if _NUMERIC.search(written):
        return next((day for day, _, _ in _numeric_dates(written)), None)
    try:
        # What is not printed is filled in from a default; a date that depends on it is not complete.
        one, other = (parser.parse(written, default=default, ignoretz=True) for default in _DEFAULTS)
    except Exception:
        # Of what is no date, dateutil raises nearly anything.
        return None
    day = one.date()
    return day if day == other.date() and possible(day) else None


def possible(day: datetime.date) -> bool:
    """Say whether a page can be of that day: 2025-03-04, not 0001-01-01 or 9999-12-31."""
    return day.year in _YEARS


def full_dates(text: str) -> Iterator[tuple[datetime.date, int, int]]:
    """Yield the dates with day, month and year in `text`, and where they stand; a wrong weekday makes it none."""
    for match in _FULL.finditer(text):
        day = parse_date(re.sub(r"(?<=\d)(?:st|nd|rd|th)\b|\bof\b", "", match.group()))
        if day is not None and _agrees(match.group(), day):
            yield day, match.start(), match.end()


def _numeric_dates(text: str) -> Iterator[tuple[datetime.date, int, int]]:
    for match in _NUMERIC.finditer(text):
        if match["year"]:
            candidates = {(int(match["month"]), int(match["day"]))}
        else:
            one, two = int(match["one"]), int(match["two"])
            # Dots stand between day and month in this order; strokes in either.
            candidates = {(two, one)} if "." in match.group() else {(two, one), (one, two)}
        year = int(match["year"] or match["last"])
        days = {day for month, number in candidates if (day := _day(year, month, number)) is not None}
        if len(days) == 1:
            yield days.pop(), match.start(), match.end()


def _day(year: int, month: int, day: int) -> datetime.date | None:
    try:
        found = datetime.date(year, month, day)
    except ValueError:
        return None
    return found if possible(found) else None


def date_line(text: str) -> tuple[datetime.date, int, int] | None:
    """Return the date of a line that is one ("Published: 4 May 2025, 10.20 GMT"), and where in the line it stands."""
    if len(text) > _LONGEST_LINE or not any(c.isdigit() for c in text):
        return None
    found = next(full_dates(text), None) or next(_numeric_dates(text), None)
    if found is None:
        return None
    rest = " ".join(_LINE_WORDS.sub(" ", _FULL.sub(" ", text[: found[1]] + " " + text[found[2] :])).split())
    return found if not rest or (_NAME.fullmatch(rest) and not _OTHER_DATE.match(rest)) else None


def written_day(written: str) -> datetime.date | None:
    """Return the day that is written where nothing else is to be, as a date line or as another complete date."""
    line = date_line(written)
    return line[0] if line else parse_date(written)


def says_changed(text: str) -> int | None:
    """Return where a date line begins to tell of an update, None where it tells of none."""
    match = _SAYS_CHANGED.search(text)
    return match.start() if match else None


def says_published(text: str) -> bool:
    """Say whether a date line tells what its date is: that of publication, or of an update."""
    return _SAYS_PUBLISHED.search(text) is not None


def dateline(text: str) -> tuple[str | None, str | None, int, int] | None:
    """Return date and agency of a dateline that opens a paragraph, as printed, and where it stands, else None."""
    match = _DATELINE.match(text, 0, _LONGEST_DATELINE)
    if match is None or not (match["date"] or match["agency"]):
        return None
    return match["date"], match["agency"], match.start(), match.end()


def printed_days(texts: Iterable[str]) -> list[datetime.date]:
    """Return the complete days in date lines, captions and datelines, which show in what year a page was made."""
    return [day for text in texts for day, _, _ in full_dates(text)]


def _agrees(written: str, day: datetime.date) -> bool:
    weekday = re.match(WEEKDAY, written, re.IGNORECASE)
    return weekday is None or WEEKDAYS[day.weekday()].startswith(weekday.group().casefold()[:3])
