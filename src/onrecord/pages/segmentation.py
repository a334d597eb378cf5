"""Cutting a page into its articles, and each article into title, paragraphs, headings, captions and debris."""

import datetime
import re
from collections import Counter
from collections.abc import Iterator, Sequence

from onrecord.errors import PageError
from onrecord.pages import boilerplate
from onrecord.pages.boundaries import following, story_starts
from onrecord.pages.captions import caption
from onrecord.pages.language import foreign_language
from onrecord.pages.last_update import last_update
from onrecord.pages.line_types import Line, classified, is_dateline
from onrecord.pages.printed_dates import date_line, dateline, full_dates, printed_days, says_published
from onrecord.pages.publication_date import publication
from onrecord.records import Article, Caption, Label, Page, Span

_LONGEST_HEADING = 12
_TITLE_AND_STORY = 2
# Words of a short title that a lead may have again: of so many letters, by all but the last, or so many ("resigned").
_LONG_WORD, _STEM = 3, 5
# A date alone on a line after as many paragraphs is no longer that of publication, unless it says so.
_FRONT_PARAGRAPHS = 3


def cut(page: Page, *, given: datetime.date | None = None) -> tuple[Article, ...]:
    """Return the articles of a page, in its order.

    Args:
        page: the page.
        given: when it was published, for articles that print no date.

    Raises:
        PageError: the page has no text of a story, or is not in English.
    """
    subject = page.path or "text"
    lines = classified(page)
    if not any(line.kind in {"text", "heading"} and any(c.isalpha() for c in line.text) for line in lines):
        raise PageError(subject, "has no text of a story", "leave it out, or save the page again once it has loaded")
    language = foreign_language(" ".join(line.text for line in lines if line.kind == "text"))
    if language is not None:
        raise PageError(subject, f"is in {language}, and only English is read", "leave it out, or translate it")
    starts = story_starts(lines)
    days = printed_days(line.text for line in lines if line.kind in {"date", "caption"} or is_dateline(line))
    nearby = max(days, default=None)
    segments = [lines[start:end] for start, end in zip(starts, [*starts[1:], len(lines)], strict=True)]
    return tuple(
        _article(page, number, segment, given, nearby, alone=len(segments) == 1)
        for number, segment in enumerate(segments, start=1)
    )


class _Sorted:
    """The lines of one article, sorted into what they are to it."""

    def __init__(self) -> None:
        self.title: Line | None = None
        self.byline: Label | None = None
        self.outlet: Label | None = None
        self.front: list[Span] = []
        self.paragraphs: list[Span] = []
        self.headings: list[Span] = []
        self.captions: list[Caption] = []
        self.debris: list[Span] = []
        self.seen: set[str] = set()
        # Paragraphs that the label of whoever speaks opens, which may hold brackets as a dateline does.
        self.labelled: set[Span] = set()


def _article(
    page: Page,
    number: int,
    lines: Sequence[Line],
    given: datetime.date | None,
    nearby: datetime.date | None,
    *,
    alone: bool,
) -> Article:
    sorted_ = _sort(page, lines)
    metadata = page.metadata
    published = publication(
        page,
        metadata=metadata,
        lines=sorted_.front,
        captions=sorted_.captions,
        paragraphs=sorted_.paragraphs,
        nearby=nearby,
        given=given,
    )
    byline, outlet = sorted_.byline, sorted_.outlet or _dateline_outlet(page, sorted_)
    used = {byline.span if byline else None, published.evidence}
    return Article(
        id=f"{page.sha256[:12]}-{number}",
        page=page,
        number=number,
        title=_title(sorted_.title, metadata.title if alone else None),
        byline=byline or (Label(metadata.byline) if metadata.byline else None),
        outlet=Label(metadata.outlet) if metadata.outlet else outlet,
        published=published,
        updated=last_update(metadata, sorted_.front, published),
        paragraphs=tuple(sorted_.paragraphs),
        headings=tuple(sorted_.headings),
        captions=tuple(sorted_.captions),
        debris=tuple(span for span in sorted_.debris if span not in used),
    )


def _sort(page: Page, lines: Sequence[Line]) -> _Sorted:
    into = _Sorted()
    into.title = _find_title(lines)
    content = following(lines, lambda line: line.kind not in {"debris", "caption", "byline", "date"})
    last_running = max((number for number, line in enumerate(lines) if line.running), default=-1)
    prose = titled = False
    for number, line in enumerate(lines):
        if line is into.title:
            titled = True
            continue
        front = titled and not prose
        if line.kind == "caption":
            _add_caption(page, line, into)
        elif line.kind in {"debris", "separator"} or (into.title is not None and line.folded == into.title.folded):
            into.debris.append(line.span)
        elif line.kind == "byline":
            _add_byline(page, line, boilerplate.byline(line.text), into)
        elif line.kind == "date":
            into.byline = into.byline or _byline_beside(line)
            if len(into.paragraphs) < _FRONT_PARAGRAPHS or says_published(line.text):
                into.front.append(line.span)
            into.debris.append(line.span)
        elif front and _is_signature(lines, number):
            _add_byline(page, line, boilerplate.names(line.text), into)
        elif front and into.outlet is None and not line.markup and (place := boilerplate.outlet(line.text)) is not None:
            into.outlet = Label(line.text[place[0] : place[1]], line.span)
            into.debris.append(line.span)
        elif line.kind in {"heading", "title"} or _is_heading(
            lines, number, content[number], prose=prose, titled=titled
        ):
            into.headings.append(line.span)
        elif line.kicker and len(lines) > 1 and (not prose or number > last_running):
            into.debris.append(line.span)
        else:
            _add_paragraph(page, line, lines[number - 1] if number else None, into)
            prose = prose or line.running
    return into


def _add_paragraph(page: Page, line: Line, above: Line | None, into: _Sorted) -> None:
    if above is not None and into.paragraphs and into.paragraphs[-1].end == above.span.end and _goes_on(above, line):
        into.paragraphs[-1] = page.span(into.paragraphs[-1].start, line.span.end)
    else:
        into.paragraphs.append(line.span)
    if line.labelled:
        into.labelled.add(line.span)


def _goes_on(line: Line, following: Line) -> bool:
    """Say whether a quotation that a line leaves open goes on in the one below it, in the middle of a sentence."""
    text = line.text.rstrip()
    is_open = text.count("“") > text.count("”") or text.count('"') % 2 == 1
    return is_open and text[-1:].isalpha() and following.text[:1].islower()


def _find_title(lines: Sequence[Line]) -> Line | None:
    """Return the line that is the title: marked up as one, printed twice, or the first that looks like one."""
    marked = next((line for line in lines if line.kind == "title"), None)
    if marked is not None:
        return marked
    front = list(_front_matter(lines))
    told = next((number for number, line in enumerate(lines) if line.running), len(lines))
    times = Counter(line.folded for line in lines[:told])
    repeated = [line for line in front if times[line.folded] > 1]
    return next(iter(repeated or front), None) or _short_title(lines[: told + 1])


def _short_title(lines: Sequence[Line]) -> Line | None:
    """Return a line of one to three words that alone stands over running text ("Blaze spreads"), None for others.

    A byline and a date may stand between, if the lead has a word of it again; "Local news" is a section. A single word,
    and one all of which is printed like a name ("Mara Voss", "MAYOR RESIGNS"), is a title if the lead has all of it
    again, not as a name.
    """
    between = [line for line in lines[1:] if line.kind in {"byline", "date"}]
    if len(lines) - len(between) != _TITLE_AND_STORY or not lines[-1].running or lines[1].blank_before == 0:
        return None
    line, lead = lines[0], lines[-1].text
    if line.kind != "text" or not line.kicker or line.markup or not line.text[0].isupper():
        return None
    if between and set(line.folded.split()).isdisjoint(re.findall(r"\w+", lead.casefold())):
        return None
    told = any(word.islower() for word in line.text.split()[1:]) or _is_told_again(line.folded, lead)
    return line if told else None


def _is_told_again(title: str, lead: str) -> bool:
    """Say whether a lead has all longer words of a title, in whatever form, and one of them in small letters."""
    long = (word for word in re.findall(r"\w+", title) if len(word) >= _LONG_WORD)
    words = [word[: max(_LONG_WORD, min(_STEM, len(word) - 1))] for word in long]
    again = re.findall(r"\w+", lead)
    if not words or not all(any(word.casefold().startswith(one) for word in again) for one in words):
        return False
    return any(word.startswith(one) for word in again for one in words)


def _front_matter(lines: Sequence[Line]) -> Iterator[Line]:
    """Yield the lines before the first running text that could be the title, if running text follows."""
    if not any(line.running for line in lines):
        return
    for line in lines:
        if line.kind in {"text", "heading"}:
            short = line.kicker and not line.markup
            if not line.title_like and not short:
                return
            if not short:
                yield line


def _is_signature(lines: Sequence[Line], number: int) -> bool:
    """Say whether a line of the front matter is a byline without "By": names beside a date, or with a place between."""
    line = lines[number]
    if line.kind != "text" or boilerplate.names(line.text) is None:
        return False
    before, after = lines[max(number - 1, 0)], list(lines[number + 1 : number + 3])
    if after and after[0].kind != "date" and not (after[0].kind == "text" and after[0].kicker):
        after = []
    return before.kind == "date" or any(other.kind == "date" for other in after)


def _is_heading(lines: Sequence[Line], number: int, following_: int, *, prose: bool, titled: bool) -> bool:
    """Say whether a line within a story is a heading: short, no sentence, and running text follows at `following_`."""
    line = lines[number]
    if not (line.title_like or line.kicker) or line.text[-1] in ".,;:?!\"”'’…" or following_ == len(lines):
        return False
    words = line.text.split()
    if len(words) > _LONGEST_HEADING:
        return False
    if not prose and line.kicker:
        # The name of a section, a place or a person; but a title of an entry if its words are small.
        return titled and len(words) > 1 and line.text[0].isupper() and any(word[0].islower() for word in words)
    return lines[following_].prose or not prose


def _add_byline(page: Page, line: Line, names: tuple[int, int] | None, into: _Sorted) -> None:
    """Add the first byline; what stands beside the names may be the date. Another byline is debris."""
    if into.byline is not None:
        into.debris.append(line.span)
        return
    start, end = names or (0, len(line.text))
    into.byline = Label(line.text[start:end], line.span)
    into.debris.append(line.span)
    if end < len(line.text):
        into.front.append(page.span(line.span.start + end, line.span.end))


def _byline_beside(line: Line) -> Label | None:
    """Return the byline on the line of a date ("March 4, 2025 | By Mara Voss"), before or behind the date."""
    _, start, end = date_line(line.text) or (None, len(line.text), len(line.text))
    for text in (line.text[:start], line.text[end:]):
        names = boilerplate.byline_beside(text)
        if names is not None:
            return Label(text[slice(*names)], line.span)
    return None


def _add_caption(page: Page, line: Line, into: _Sorted) -> None:
    """Add a caption once; its copies, and a widget's word at its end, are debris."""
    if line.folded in into.seen:
        into.debris.append(line.span)
        return
    into.seen.add(line.folded)
    parts = caption(line.text, marked=line.markup)
    start, end = line.span.start, line.span.start + (parts.end if parts else len(line.text))
    credit = page.span(start + parts.credit[0], start + parts.credit[1]) if parts and parts.credit else None
    dates = [day for day, _, _ in full_dates(page.text[start:end])]
    into.captions.append(Caption(page.span(start, end), credit, max(dates, default=None)))
    if end < line.span.end:
        rest = page.text[end : line.span.end]
        into.debris.append(page.span(line.span.end - len(rest.lstrip()), line.span.end))


def _title(line: Line | None, given: str | None) -> Label | None:
    if line is not None:
        # Front matter may write it with escapes ("March 3,\\_2025").
        return Label(given if given and "\\" in line.text else line.text, line.span)
    return Label(given) if given else None


def _dateline_outlet(page: Page, found: _Sorted) -> Label | None:
    for paragraph in found.paragraphs[:2]:
        opening = dateline(paragraph.text) if paragraph not in found.labelled else None
        if opening is not None and opening[1] is not None:
            start = paragraph.start + paragraph.text.index(opening[1])
            return Label(opening[1], page.span(start, start + len(opening[1])))
    return None
