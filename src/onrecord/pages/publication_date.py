"""When an article was published: what says so, and the rules for working it out where nothing does.

The rules, in their order: docs/explanation/pages.md.
"""

import datetime
import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence

from onrecord.pages.printed_dates import (
    WEEKDAY,
    WEEKDAYS,
    date_line,
    dateline,
    full_dates,
    parse_date,
    says_changed,
)
from onrecord.pages.zoned_times import with_time
from onrecord.records import Caption, Metadata, Moment, Page, Published, Span

# The address of a story has the day on most sites that date theirs: "/2025/03/13/", "/2025-03-13-", "/2025/mar/13/".
_ADDRESS = re.compile(r"\s*(?P<address>https?://\S+)")
_DAY_IN_ADDRESS = re.compile(
    r"/(?P<year>(?:19|20)\d\d)(?P<between>[/-])(?P<month>\d{1,2}|[a-z]{3})(?P=between)(?P<day>\d{1,2})(?!\d)"
)
_NAMED_DAY = re.compile(r"\b(?P<before>\w+\s+)?(?P<day>" + "|".join(d.capitalize() for d in WEEKDAYS) + r")\b(?!['’]s)")
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
_AHEAD = re.compile(r"\b(?:will|would|due|scheduled|expected|set to|plans?)\b")
_YEAR_AHEAD = re.compile(
    rf"{_AHEAD.pattern}|\b(?:planned|planning|aims?|until|next|coming|target|goal|elections? in)\b"
)


# Before this time of UTC it may be the day before where people live, from this one on the day after.
_NOON = datetime.time(12)


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
        above = [line for line in lines if not paragraphs or line.start < paragraphs[0].start]
        local = _local(page, metadata.published, above)
        return local or Published(metadata.published.day, "metadata", time=metadata.published.time)
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


def _local(page: Page, declared: Moment, lines: Sequence[Span]) -> Published | None:
    """Return the day that is printed above the story, where what is declared in UTC is on a day beside it.

    A page that declares "2025-03-05T01:30Z" was published on March 4 in America. The time of day is kept only where it
    is printed with its zone, since that of UTC belongs to the other day.
    """
    if declared.time is None or declared.time.utcoffset() != datetime.timedelta():
        return None
    clock = declared.time.replace(tzinfo=None)
    for line in lines:
        told = line.text[: says_changed(line.text)].rstrip(" |·,;")
        found = date_line(told) if told else None
        if found is None:
            continue
        behind = (found[0] - declared.day).days
        if behind != (-1 if clock < _NOON else 1):
            return None
        evidence = page.span(line.start + found[1], line.start + found[2])
        return Published(found[0], "dateline", evidence, with_time(found[0], told).time)
    return None


def _addressed(page: Page, metadata: Metadata) -> Published | None:
    """Return the day that the address of a page has in it, None where it has none.

    It is where the page was got, or the first line of a text that opens with it, or what the page says its address is.
    """
    printed = _ADDRESS.match(page.text)
    address = metadata.url or (printed["address"] if printed else metadata.canonical or "")
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
            weekday = re.match(WEEKDAY, paragraph.text[start:end])
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
            ahead = (WEEKDAYS.index(match["day"].casefold()) - anchor.weekday()) % 7
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
