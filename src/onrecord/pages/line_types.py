"""The blocks of a page as lines with their kinds: what each is by its form, before articles are cut out."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from onrecord.pages import boilerplate
from onrecord.pages.captions import caption
from onrecord.pages.printed_dates import date_line, dateline
from onrecord.records import Page, Span
from onrecord.transcripts import find_numbered_lines, find_posts, find_turns

type LineKind = Literal["text", "title", "heading", "caption", "byline", "date", "separator", "debris"]

# A line this long that is printed again before the story begins is a caption, whatever its form.
_LONG = 40
# The most headlines that follow the opening of a list of links.
_LONGEST_LIST = 12


@dataclass(slots=True)
class Line:
    """One block, and what its form and markup show.

    Attributes:
        span: where it stands.
        folded: its text for comparing, without case, white space and a widget's word at the end of a caption.
        kind: what it is.
        blank_before: how many blank lines stand before it.
        markup: whether markup says that it is a title, a heading or a caption.
        prose: whether it reads as running text.
        title_like: whether it could be a title or heading by its form.
        kicker: whether it is a word or three, such as the name of a section.
        labelled: whether the label of whoever speaks opens it.
    """

    span: Span
    folded: str
    kind: LineKind
    blank_before: int
    markup: bool
    prose: bool
    title_like: bool
    kicker: bool
    labelled: bool = False

    @property
    def text(self) -> str:
        """The characters of the line."""
        return self.span.text

    @property
    def running(self) -> bool:
        """Whether the line is running text of a story."""
        return self.prose and self.kind == "text"


def classified(page: Page) -> list[Line]:
    """Return the lines of a page with their kinds; "text" is what has no form of its own."""
    lines: list[Line] = []
    end = 0
    for block in page.blocks:
        span = page.span(block.start, block.end)
        title_like = boilerplate.title_like(span.text)
        parts = caption(span.text, marked=block.role == "caption")
        lines.append(
            Line(
                span,
                _fold(span.text[: parts.end if parts else None]),
                _kind(span.text, block.role, captioned=parts is not None),
                blank_before=max(page.text.count("\n", end, block.start) - 1, 0),
                markup=block.role not in {"text", "boilerplate"},
                prose=not title_like and boilerplate.prose(span.text),
                title_like=title_like,
                kicker=boilerplate.kicker(span.text),
            )
        )
        end = block.end
    _mark_turns(page, lines)
    _mark_front_matter(page, lines)
    _mark_repeated_captions(lines)
    _mark_lists(lines)
    return lines


def _mark_turns(page: Page, lines: Sequence[Line]) -> None:
    """Make running text of the lines of a transcript ("Q  Thanks." is no widget), and of posts.

    Behind the last label a line is what its form shows, but of a court's record all numbered lines are.
    """
    texted = [(line, block) for line, block in zip(lines, page.blocks, strict=True) if block.role == "text"]
    unmarked = [line for line, _ in texted]
    texts = [line.text for line in unmarked]
    for post in find_posts(texts, [block.quotation for _, block in texted]):
        for line in unmarked[post.first : post.signature + 1]:
            _make_running(line)
    turns = find_turns(texts, [n for n, (_, block) in enumerate(texted) if block.emphasised])
    last = turns[-1].first if turns else 0
    for turn in turns:
        unmarked[turn.first].labelled = True
        for line in unmarked[turn.first : min(turn.last, last) + 1]:
            if line.kind != "separator":
                _make_running(line)
    numbered = {line.words[0] for line in find_numbered_lines(page.text) if line.words is not None}
    for line in unmarked:
        if line.span.start in numbered:
            _make_running(line)


def _make_running(line: Line) -> None:
    line.kind, line.prose, line.title_like, line.kicker = "text", True, False, False


def is_dateline(line: Line) -> bool:
    """Say whether a line is a paragraph that opens with an agency's dateline."""
    return line.kind == "text" and dateline(line.text) is not None


def _kind(text: str, role: str, *, captioned: bool) -> LineKind:
    if role == "title":
        return "title"
    if role == "caption":
        return "caption"
    if role == "boilerplate":
        return "debris"
    return _kind_by_form(text, "caption" if captioned else "heading" if role == "heading" else "text")


def _kind_by_form(text: str, otherwise: LineKind) -> LineKind:
    if boilerplate.separator(text):
        return "separator"
    if date_line(text) is not None:
        return "date"
    if boilerplate.debris(text):
        return "debris"
    if boilerplate.byline(text) is not None:
        return "byline"
    return otherwise


def _mark_front_matter(page: Page, lines: Sequence[Line]) -> None:
    """Take bylines and dates between a marked title and its story for what they are, though they are left out of it."""
    front = False
    for line, block in zip(lines, page.blocks, strict=True):
        if line.kind == "title":
            front = True
        elif line.running:
            front = False
        elif front and block.role == "boilerplate":
            kind = _kind_by_form(line.text, "debris")
            if kind in {"byline", "date"}:
                line.kind = kind


def _fold(text: str) -> str:
    """Return what is compared to find a line again: without white space and case."""
    return " ".join(text.casefold().split())


def _mark_repeated_captions(lines: Sequence[Line]) -> None:
    """Make captions of long lines that are no titles and come again before any other running text.

    A caption may print no credit; a story does not print its sentences twice.
    """
    times = Counter(line.folded for line in lines if line.kind == "text")
    again: list[Line] = []
    for line in lines:
        if line.kind != "text":
            continue
        if times[line.folded] > 1 and len(line.text) >= _LONG and not line.title_like:
            again.append(line)
        elif line.prose:
            folded = Counter(other.folded for other in again)
            for other in again:
                if folded[other.folded] > 1:
                    other.kind = "caption"
            again = []


def _mark_lists(lines: Sequence[Line]) -> None:
    """Make debris of the headlines in a list of links, from the line that opens it to the next running text."""
    left = 0
    for line in lines:
        if line.kind == "debris" and boilerplate.opens_list(line.text):
            left = _LONGEST_LIST
        elif line.kind in {"title", "separator", "byline"} or line.prose:
            left = 0
        elif left and line.kind in {"text", "heading"}:
            line.kind = "debris"
            left -= 1
