"""The blocks of a page as lines with their kinds: what each is by its form, before articles are cut out."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from onrecord.pages import furniture
from onrecord.pages.dates import date_line, dateline
from onrecord.records import Page, Span

type LineKind = Literal["text", "title", "heading", "caption", "byline", "date", "separator", "debris"]

# A line this long that is printed again before the story begins is a caption, whatever its form.
_LONG = 40
# The most headlines that follow the opening of a list of links.
_LONGEST_LIST = 12


@dataclass(slots=True)
class Line:
    """One block: its span, its text folded for comparing, its kind by form or markup, and the blank lines before it."""

    span: Span
    folded: str
    kind: LineKind
    blank_before: int
    markup: bool = False

    @property
    def text(self) -> str:
        """The characters of the line."""
        return self.span.text


def classified(page: Page) -> list[Line]:
    """Return the lines of a page with their kinds; "text" is what has no form of its own."""
    lines: list[Line] = []
    end = 0
    for block in page.blocks:
        span = page.span(block.start, block.end)
        kind = _kind(span.text, block.role)
        blank = max(page.text.count("\n", end, block.start) - 1, 0)
        lines.append(Line(span, _fold(span.text), kind, blank, markup=block.role not in {"text", "boilerplate"}))
        end = block.end
    _mark_repeated_captions(lines)
    _mark_lists(lines)
    return lines


def is_dateline(line: Line) -> bool:
    """Say whether a line is a paragraph that opens with an agency's dateline."""
    return line.kind == "text" and dateline(line.text) is not None


def _kind(text: str, role: str) -> LineKind:
    if role == "title":
        return "title"
    if role == "caption":
        return "caption"
    if role == "boilerplate":
        return "debris"
    if furniture.separator(text):
        return "separator"
    if furniture.debris(text):
        return "debris"
    if date_line(text) is not None:
        return "date"
    if furniture.byline(text) is not None:
        return "byline"
    if furniture.caption(text) is not None:
        return "caption"
    return "heading" if role == "heading" else "text"


def _fold(text: str) -> str:
    """Return what is compared to find a line again: without white space, case, and a widget's word at its end."""
    parts = furniture.caption(text)
    return " ".join(text[: parts.end if parts else None].casefold().split())


def _mark_repeated_captions(lines: Sequence[Line]) -> None:
    """Make captions of long lines that are no titles and come again before any other running text.

    A caption may print no credit; a story does not print its sentences twice.
    """
    times = Counter(line.folded for line in lines if line.kind == "text")
    again: list[Line] = []
    for line in lines:
        if line.kind != "text":
            continue
        if times[line.folded] > 1 and len(line.text) >= _LONG and not furniture.title_like(line.text):
            again.append(line)
        elif furniture.prose(line.text):
            folded = Counter(other.folded for other in again)
            for other in again:
                if folded[other.folded] > 1:
                    other.kind = "caption"
            again = []


def _mark_lists(lines: Sequence[Line]) -> None:
    """Make debris of the headlines in a list of links, from the line that opens it to the next running text."""
    left = 0
    for line in lines:
        if furniture.opens_list(line.text):
            left = _LONGEST_LIST
        elif line.kind in {"title", "separator", "byline"} or furniture.prose(line.text):
            left = 0
        elif left and line.kind in {"text", "heading"}:
            line.kind = "debris"
            left -= 1
