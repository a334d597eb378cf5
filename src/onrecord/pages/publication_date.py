"""When an article was published: what says so, and the rules for working it out where nothing does.

The rules, in their order: docs/explanation/pages.md.
"""

import datetime
import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence

from dateutil import parser

from onrecord.pages.zoned_times import with_time
from onrecord.records import Caption, Metadata, Page, Published, Span

_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)"
)
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_WEEKDAY = r"(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?"
_FULL = re.compile(
    rf"(?:\b{_WEEKDAY}\.?,? )?(?:\b{_MONTH}\.? \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}\b"
    rf"|\b\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {_MONTH}\.?,? \d{{4}}\b)|\b\d{{4}}-\d{{2}}-\d{{2}}(?!\d)",
    re.IGNORECASE,
)
# "03/03/2025", "13.3.2025", "2025/03/13": read on date lines only, and only where day and month cannot be mixed up.
_NUMERIC = re.compile(
    r"\b(?:(?P<one>\d{1,2})[/.](?P<two>\d{1,2})[/.](?P<last>\d{4})|(?P<year>\d{4})/(?P<month>\d{1,2})/(?P<day>\d{1,2}))\b"
)
# The address of a story has the day on most sites that date theirs: "/2025/03/13/", "/2025-03-13-", "/2025/mar/13/".
_ADDRESS = re.compile(r"\s*(?P<address>https?://\S+)")
_DAY_IN_ADDRESS = re.compile(
    r"/(?P<year>(?:19|20)\d\d)(?P<between>[/-])(?P<month>\d{1,2}|[a-z]{3})(?P=between)(?P<day>\d{1,2})(?!\d)"
)
# A line that is a date and nothing else but a word for it, a time, a name or an outlet.
_LINE_WORDS = re.compile(
    r"(?:published|posted|updated|modified|created|date|on|at|first|last|issued|filed|issue|edition|[ap]\.?m\.?|gmt|bst|"
    r"utc|[cempw]e?[sd]?t|local time|\d+ (?:min(?:ute)?|hour|day)s?(?: ago| read)?|t?"
    r"\d{1,2}[:.]\d{2}(?::\d{2}(?:\.\d+)?)?(?:z| ?[ap]\.?m\.?)?|\d{1,2} ?[ap]\.?m\.?|[+-]\d{1,2}:?\d{2}|[+-]\d{1,4})\b"
    r"\.?|[\W_]+",
    re.IGNORECASE,
)
# What else may stand on it: the name of an outlet, an author or a place.
_NAME = re.compile(r"[A-Z][\w'’&-]*(?: (?:[A-Z][\w'’&-]*|of|and|the)){0,4}")
_OTHER_DATE = re.compile(r"(?:born|died|copyright)\b", re.IGNORECASE)
_SAYS_PUBLISHED = re.compile(r"\b(?:published|posted|issued|filed|updated|modified)\b", re.IGNORECASE)
_SAYS_CHANGED = re.compile(r"\b(?:updated|modified)\b", re.IGNORECASE)
_LONGEST_LINE = 90
# Its words are parted by a blank, comma or stroke; a hyphen stands within one.
_PLACE = r"[A-Z][\w'’.-]*(?:[ ,/][ ,/-]*[A-Z][\w'’.-]*){0,5}"
_LONGEST_DATELINE = 300
# "PORTO VELA, March 3 (Agency) -", "PORTO VELA (Agency) —", "MARCH 3, 2025 (Agency)"
_DATELINE = re.compile(
    rf"(?:{_PLACE})?,?(?: ?[–—-])? ?(?:{_WEEKDAY},? )?"
    rf"(?P<date>{_MONTH}\.? \d{{1,2}}(?:, ?\d{{4}})?|\d{{1,2}} {_MONTH}\.?(?: \d{{4}})?)?,? ?"
    r"(?:\((?P<agency>[A-Z][\w /&.-]{1,40})\))?\s?(?:[-–—]{1,2}|:)\s"
)
_NAMED_DAY = re.compile(r"\b(?P<before>\w+\s+)?(?P<day>" + "|".join(d.capitalize() for d in _DAYS) + r")\b(?!['’]s)")
_OTHER_WEEKS = {"last", "next", "coming", "previous", "following", "every", "each", "until", "by", "from"}
_LEAD_PARAGRAPHS = 3
# Pages of news are younger; an older date in a story is history.
_FIRST_YEAR = 1990
# A year that a sentence of the story speaks of as past: it was published no earlier.
_PAST_YEAR = re.compile(r"\b(?:in|since|during)(?: (?:early|late|mid|[A-Z][a-z]+))? (?P<year>(?:19|20)\d{2})\b", re.I)
_PAST = re.compile(r"\b(?:was|were|had|has|have|did|since|ago|\w{2,}ed)\b", re.IGNORECASE)
# A picture from the archive tells nothing of when the page was made.
_ARCHIVE = re.compile(
    r"^[(\[]?(?:FILE\b|File:|File - )|\b[Ff]ile [Pp](?:hoto|icture)|[/,] ?[Ff]ile\b|\[File|\b[Aa]rchive\b"
)
# Before the first there was no newspaper; what lies far ahead is a slip or a trick.
_YEARS = range(1600, 2200)
_LONGEST_DATE = 100
_DEFAULTS = (datetime.datetime(2000, 1, 1), datetime.datetime(2001, 2, 2))
_AHEAD = re.compile(r"\b(?:will|would|due|scheduled|expected|set to|plans?)\b")
_YEAR_AHEAD = re.compile(
    rf"{_AHEAD.pattern}|\b(?:planned|planning|aims?|until|next|coming|target|goal|elections? in)\b"
)


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


def publication(
    page: Page,
    *,
    metadata: Metadata,
    lines: Sequence[Span],
    captions: Sequence[Caption],
    paragraphs: Sequence[Span],
    nearby: datetime.date | None,
    given: datetime.date | None,
) -> Published:
    """Return when an article was published and on what basis.

    Args:
        page: the article's page.
        metadata: what accompanies it.
        lines: the lines of its front matter, in order.
        captions: its captions, with their dates.
        paragraphs: its paragraphs.
        nearby: the latest day printed on the page, for a dateline without its year.
        given: the user's date for pages that print none.
    """
    if metadata.published is not None:
        return Published(metadata.published.day, "metadata", time=metadata.published.time)
    # The day of an update is taken only where that of publication is not printed; its time of day is another's.
    for line in sorted(lines, key=lambda line: says_changed(line.text) is not None):
        if (found := date_line(line.text)) is not None:
            evidence = page.span(line.start + found[1], line.start + found[2])
            time = with_time(found[0], line.text[: says_changed(line.text)]).time
            return Published(found[0], "dateline", evidence, time)
    anchors = list(_anchors(page, captions, paragraphs))
    addressed = _addressed(page, metadata)
    known = given or (addressed.day if addressed else None) or max((day for day, _ in anchors), default=nearby)
    for paragraph in paragraphs[:2]:
        opening = dateline(paragraph.text)
        if opening is not None and opening[0] is not None:
            day = parse_date(opening[0]) or _nearest_year(opening[0], known)
            if day is not None:
                start = paragraph.start + paragraph.text.index(opening[0])
                return Published(day, "dateline", page.span(start, start + len(opening[0])))
    if given is not None:
        return Published(given, "given")
    if addressed is not None:
        return addressed
    if anchors:
        anchor, evidence = max(anchors, key=lambda found: found[0])
        return Published(_on_weekday(anchor, paragraphs), "inferred", evidence)
    return Published()


def _addressed(page: Page, metadata: Metadata) -> Published | None:
    """Return the day that the address of a page has in it, None where it has none.

    It is where the page was got, or the first line of a text that opens with it.
    """
    printed = _ADDRESS.match(page.text)
    address = metadata.url or (printed["address"] if printed else "")
    found = _DAY_IN_ADDRESS.search(address)
    day = parse_date(f"{found['year']} {found['month']} {found['day']}") if found else None
    if found is None or day is None:
        return None
    if printed is None or metadata.url is not None:
        return Published(day, "inferred")
    start = printed.start("address")
    return Published(day, "inferred", page.span(start + found.start("year"), start + found.end()))


def _anchors(
    page: Page, captions: Iterable[Caption], paragraphs: Sequence[Span]
) -> Iterator[tuple[datetime.date, Span]]:
    """Yield days on or shortly before publication: of pictures, and dates with their weekday at either end.

    The lead tells the day of the news; a live blog, newest first, tells it at its end. A day before a year that the
    story speaks of as past, and the day of a picture from the archive, are no such days.
    """
    latest = max(_past_years(paragraphs))
    for caption in captions:
        if caption.date is not None and caption.date.year >= latest and not _ARCHIVE.search(caption.span.text):
            yield caption.date, caption.span
    ends = dict.fromkeys((*paragraphs[:_LEAD_PARAGRAPHS], *paragraphs[-1:]))
    for paragraph in ends:
        is_ahead = _things_to_come(paragraph.text)
        for day, start, end in full_dates(paragraph.text):
            weekday = re.match(_WEEKDAY, paragraph.text[start:end])
            if weekday and day.year >= latest and not is_ahead(start):
                yield day, page.span(paragraph.start + start, paragraph.start + end)


def _past_years(paragraphs: Iterable[Span]) -> Iterator[int]:
    yield _FIRST_YEAR
    for paragraph in paragraphs:
        for sentence in paragraph.text.split(". "):
            years = [int(match["year"]) for match in _PAST_YEAR.finditer(sentence)]
            if years and _PAST.search(sentence) and not _YEAR_AHEAD.search(sentence):
                yield max(years)


def _on_weekday(anchor: datetime.date, paragraphs: Sequence[Span]) -> datetime.date:
    """Return the first day from `anchor` on that is the weekday the lead tells its news of, else `anchor`.

    News of the day before `anchor` is not six days younger than its picture: `anchor` stays.
    """
    for paragraph in paragraphs[:_LEAD_PARAGRAPHS]:
        is_ahead = _things_to_come(paragraph.text)
        for match in _NAMED_DAY.finditer(paragraph.text):
            before = (match["before"] or "").strip().casefold()
            if before in _OTHER_WEEKS or is_ahead(match.start()):
                continue
            ahead = (_DAYS.index(match["day"].casefold()) - anchor.weekday()) % 7
            return anchor + datetime.timedelta(days=ahead if ahead < 6 else 0)
    return anchor


def _things_to_come(text: str) -> Callable[[int], bool]:
    """Return what says whether the sentence that leads up to a place in `text` tells of things to come."""
    stops = [match.start() for match in re.finditer(r"\. ", text)]
    words = list(_AHEAD.finditer(text))
    ends = [word.end() for word in words]

    def is_ahead(at: int) -> bool:
        last = bisect_right(ends, at) - 1
        stop = bisect_right(stops, at - 2) - 1
        return last >= 0 and (stop < 0 or words[last].start() > stops[stop])

    return is_ahead


def _nearest_year(written: str, near: datetime.date | None) -> datetime.date | None:
    """Return a date printed without its year in the year that brings it nearest to a known day."""
    if near is None:
        return None
    days = [parse_date(f"{written}, {year}") for year in (near.year - 1, near.year, near.year + 1)]
    return min((day for day in days if day), key=lambda day: abs(day - near), default=None)


def _agrees(written: str, day: datetime.date) -> bool:
    weekday = re.match(_WEEKDAY, written, re.IGNORECASE)
    return weekday is None or _DAYS[day.weekday()].startswith(weekday.group().casefold()[:3])
