"""What of a page is its story, what was set aside as debris, and what is kept without being read."""

from bisect import bisect_right
from collections.abc import Sequence
from typing import Literal, NamedTuple

from onrecord.pages import boilerplate
from onrecord.pages.printed_dates import date_line
from onrecord.records import Article, Page, Span

type Extent = Literal["story", "debris", "unread"]


class Extents(NamedTuple):
    """Of the characters of a page's prose the shares that are the story, debris, and kept without being read.

    Prose are paragraphs and captions, and what else reads as running text. Unread are captions, and what none has.
    """

    story: float
    debris: float
    unread: float


def extents(page: Page, articles: Sequence[Article]) -> Extents:
    """Return the shares of a page that was cut into `articles`; of a page without prose all is story."""
    story = _Covered([span for article in articles for span in article.paragraphs])
    captions = _Covered([caption.span for article in articles for caption in article.captions])
    debris = _Covered([span for article in articles for span in article.debris])
    held: dict[Extent, int] = {"story": 0, "debris": 0, "unread": 0}
    for block in page.blocks:
        text = page.text[block.start : block.end]
        running = not boilerplate.title_like(text) and boilerplate.prose(text)
        if story.has(block.start):
            held["story"] += len(text)
        elif captions.has(block.start) or (running and not debris.has(block.start)):
            held["unread"] += len(text)
        elif running:
            held["debris"] += len(text)
    prose = sum(held.values())
    return Extents(*(one / prose for one in held.values())) if prose else Extents(1.0, 0.0, 0.0)


def why_debris(text: str) -> str:
    """Return why a block of a page was set aside, as far as its form tells."""
    if boilerplate.separator(text):
        return "a rule"
    if boilerplate.clock(text) or date_line(text) is not None:
        return "a date or a time"
    if boilerplate.debris(text):
        return "a widget or a notice"
    if boilerplate.byline(text) is not None:
        return "a byline"
    return "not in the main text" if boilerplate.prose(text) else "no running text"


class _Covered:
    """Spans of a page, for asking whether a place lies in one."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self._spans = sorted((span.start, span.end) for span in spans)

    def has(self, place: int) -> bool:
        at = bisect_right(self._spans, (place, float("inf"))) - 1
        return at >= 0 and place < self._spans[at][1]
