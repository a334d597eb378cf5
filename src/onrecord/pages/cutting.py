"""Cutting a page into its articles, and each article into title, paragraphs, headings, captions and debris.

A seam is a title that begins the front matter anew: one that is printed again (or marked up as a title), or that a
byline, a date line or a dateline follows after the end of another story. A heading within a story is no seam.
"""

import datetime
from collections import Counter
from collections.abc import Iterator, Sequence

from onrecord.errors import PageError
from onrecord.pages import furniture
from onrecord.pages.dates import dateline, full_dates, publication
from onrecord.pages.language import foreign_language
from onrecord.pages.lines import Line, classified, is_dateline
from onrecord.records import Article, Caption, Label, Page, Span

# How many lines after a title its byline, date or dateline may stand.
_FRONT = 4
# Blank lines before a title that part two stories, where one blank line parts paragraphs.
_GAP = 3
_LONGEST_HEADING = 12
_LONGEST_KICKER = 3


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
    starts = _seams(lines)
    segments = [lines[start:end] for start, end in zip(starts, [*starts[1:], len(lines)], strict=True)]
    return tuple(
        _article(page, number, segment, given, alone=len(segments) == 1)
        for number, segment in enumerate(segments, start=1)
    )


def _seams(lines: Sequence[Line]) -> list[int]:
    """Return the numbers of the lines at which articles begin; the first begins with the page."""
    times = Counter(line.folded for line in lines if line.kind in {"text", "title", "heading"})
    seams = [0]
    prose = 0
    for number, line in enumerate(lines):
        if line.kind == "text" and furniture.prose(line.text):
            prose += 1
        elif prose and _begins(lines, number, times):
            seams.append(_with_debris_before(lines, number))
            prose = 0
    return seams


def _begins(lines: Sequence[Line], number: int, times: Counter[str]) -> bool:
    """Say whether a title at `number`, after the text of a story, begins another."""
    line = lines[number]
    if line.kind == "title":
        return _leads_to_prose(lines, number)
    if (
        line.kind not in {"text", "heading"}
        or not furniture.title_like(line.text)
        or not _leads_to_prose(lines, number)
    ):
        return False
    if len(line.text.split()) <= _LONGEST_KICKER:
        return False
    if times[line.folded] > 1 and _is_reprinted(lines, number):
        return True
    after = [other for other in lines[number + 1 : number + 1 + _FRONT] if other.kind not in {"debris", "separator"}]
    front = []
    for other in after:
        if other.kind == "text" and not is_dateline(other) and furniture.prose(other.text):
            break
        front.append(other)
    signed = any(other.kind in {"byline", "date"} or is_dateline(other) for other in front)
    before = lines[number - 1]
    apart = before.kind == "separator" or line.blank_before >= _GAP
    pictured = bool(front) and front[0].kind == "caption"
    return signed or apart or (pictured and before.kind == "debris")


def _is_reprinted(lines: Sequence[Line], number: int) -> bool:
    """Say whether a title is printed for the first time and again before any running text."""
    title = lines[number]
    if any(other.folded == title.folded for other in lines[:number]):
        return False
    for other in lines[number + 1 :]:
        if other.folded == title.folded:
            return True
        if other.kind == "text" and furniture.prose(other.text):
            return False
    return False


def _leads_to_prose(lines: Sequence[Line], number: int) -> bool:
    return any(other.kind == "text" and furniture.prose(other.text) for other in lines[number + 1 : number + 15])


def _with_debris_before(lines: Sequence[Line], number: int) -> int:
    """Return where a story begins whose title is at `number`: a rule just before it belongs to it."""
    while number and lines[number - 1].kind == "separator":
        number -= 1
    return number


class _Sorted:
    """The lines of one article, sorted into what they are to it."""

    def __init__(self) -> None:
        self.title: Line | None = None
        self.byline: Span | None = None
        self.front: list[Span] = []
        self.paragraphs: list[Span] = []
        self.headings: list[Span] = []
        self.captions: list[Caption] = []
        self.debris: list[Span] = []


def _article(page: Page, number: int, lines: Sequence[Line], given: datetime.date | None, *, alone: bool) -> Article:
    sorted_ = _sort(page, lines)
    metadata = page.metadata
    title = _title(sorted_.title, metadata.title if alone else None)
    published = publication(
        page,
        metadata=metadata,
        lines=sorted_.front,
        captions=sorted_.captions,
        paragraphs=sorted_.paragraphs,
        given=given,
    )
    used = {span for span in (sorted_.byline, published.evidence) if span}
    return Article(
        id=f"{page.sha256[:12]}-{number}",
        page=page,
        number=number,
        title=title,
        byline=_label(sorted_.byline, metadata.byline),
        outlet=_outlet(page, sorted_.paragraphs, metadata.outlet),
        published=published,
        paragraphs=tuple(sorted_.paragraphs),
        headings=tuple(sorted_.headings),
        captions=tuple(sorted_.captions),
        debris=tuple(span for span in sorted_.debris if span not in used),
    )


def _sort(page: Page, lines: Sequence[Line]) -> _Sorted:
    into = _Sorted()
    into.title = _find_title(lines)
    seen: set[str] = set()
    prose = False
    for number, line in enumerate(lines):
        if line is into.title:
            continue
        if line.kind == "caption":
            _add_caption(page, line, into, seen)
        elif into.title is not None and line.folded == into.title.folded:
            into.debris.append(line.span)
        elif line.kind == "byline":
            end = (furniture.byline(line.text) or (0, 0))[1]
            if into.byline is None:
                into.byline = line.span
                into.front.append(page.span(line.span.start + end, line.span.end))
            else:
                into.debris.append(line.span)
        elif line.kind == "date":
            into.front.append(line.span)
            into.debris.append(line.span)
        elif line.kind in {"debris", "separator"}:
            into.debris.append(line.span)
        elif line.kind in {"heading", "title"} or _is_heading(lines, number, prose=prose):
            into.headings.append(line.span)
        elif furniture.kicker(line.text) and len(lines) > 1:
            into.debris.append(line.span)
        else:
            into.paragraphs.append(line.span)
            prose = prose or furniture.prose(line.text)
    return into


def _find_title(lines: Sequence[Line]) -> Line | None:
    """Return the line that is the title: marked up as one, printed twice, or the first that looks like one."""
    marked = next((line for line in lines if line.kind == "title"), None)
    if marked is not None:
        return marked
    front = list(_front_matter(lines))
    times = Counter(line.folded for line in lines)
    repeated = [line for line in front if times[line.folded] > 1]
    return next(iter(repeated or front), None)


def _front_matter(lines: Sequence[Line]) -> Iterator[Line]:
    """Yield the lines before the first running text that could be the title, if running text follows."""
    for number, line in enumerate(lines):
        if line.kind in {"text", "heading"}:
            short = furniture.kicker(line.text) and not line.markup
            if not furniture.title_like(line.text) and not short:
                return
            if not short and _leads_to_text(lines, number):
                yield line


def _leads_to_text(lines: Sequence[Line], number: int) -> bool:
    return any(other.kind == "text" and furniture.prose(other.text) for other in lines[number + 1 :])


def _is_heading(lines: Sequence[Line], number: int, *, prose: bool) -> bool:
    """Say whether a line within a story is a heading: short, no sentence, and running text follows."""
    line = lines[number]
    words = line.text.split()
    form = furniture.title_like(line.text) or furniture.kicker(line.text)
    if len(words) > _LONGEST_HEADING or line.text[-1] in ".,;:?!\"”'’…" or not form:
        return False
    if not prose and furniture.kicker(line.text):
        return False
    follows = next((other for other in lines[number + 1 :] if other.kind not in {"debris", "caption"}), None)
    return follows is not None and (furniture.prose(follows.text) or not prose)


def _add_caption(page: Page, line: Line, into: _Sorted, seen: set[str]) -> None:
    """Add a caption once; its copies, and a widget's word at its end, are debris."""
    if line.folded in seen:
        into.debris.append(line.span)
        return
    seen.add(line.folded)
    parts = furniture.caption(line.text)
    start, end = line.span.start, line.span.start + (parts.end if parts else len(line.text))
    credit = page.span(start + parts.credit[0], start + parts.credit[1]) if parts and parts.credit else None
    dates = [day for day, _, _ in full_dates(page.text[start:end])]
    into.captions.append(Caption(page.span(start, end), credit, max(dates, default=None)))
    if end < line.span.end:
        rest = page.text[end : line.span.end]
        into.debris.append(page.span(line.span.end - len(rest.lstrip()), line.span.end))


def _title(line: Line | None, given: str | None) -> Label | None:
    if line is not None:
        return Label(line.text, line.span)
    return Label(given) if given else None


def _label(span: Span | None, given: str | None) -> Label | None:
    if span is not None:
        start, end = furniture.byline(span.text) or (0, len(span.text))
        return Label(span.text[start:end], span)
    return Label(given) if given else None


def _outlet(page: Page, paragraphs: Sequence[Span], given: str | None) -> Label | None:
    if given:
        return Label(given)
    for paragraph in paragraphs[:2]:
        opening = dateline(paragraph.text)
        if opening is not None and opening[1] is not None:
            start = paragraph.start + paragraph.text.index(opening[1])
            return Label(opening[1], page.span(start, start + len(opening[1])))
    return None
