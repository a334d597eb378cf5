"""Quotations by their marks: paired by type within a paragraph, never by counting.

An unknown mark must never cost more than its own paragraph: every title, heading and paragraph starts afresh.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc

from onrecord.extraction.document import PARTS, text_of
from onrecord.extraction.ranges import CharRange

# Two single marks are a double one, as agencies' systems and old typewriters have it: ''It burst,'' she said.
_DOUBLE = re.compile("[“”„«»\"＂]|''|``|‘‘|’’")
_OPEN = {"“", "„", "«", "``", "‘‘"}
_CLOSE = {"”", "»", "’’"}
_SINGLE = re.compile("[‘’']")
_BEFORE_OPENING = "([{-–—/‘'"
_AFTER_CLOSING = ".,;:!?)]}-–—/"
# A second closing mark so soon after a first belongs to the same quotation: `our state" (so he said)," she added`.
_AFTERTHOUGHT = 40
# Among how many marks after it a single one is looked for its end, so that a page of apostrophes costs no more.
_NEAREST = 40


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation with its marks, each `width` characters wide.

    `closed` is False where no mark ends it; `single` tells the kind of its marks.
    """

    start: int
    end: int
    closed: bool = True
    single: bool = False
    width: int = 1

    @property
    def where(self) -> CharRange:
        """The characters with the marks."""
        return CharRange(self.start, self.end)

    @property
    def inner(self) -> CharRange:
        """The characters between the marks."""
        return CharRange(self.start + self.width, self.end - self.width * self.closed)


def find_quotations(doc: Doc) -> list[Quotation]:
    """Return the quotations of `doc` in the order they open; those in single marks may lie in others.

    A mark left open runs to the end of its paragraph.
    """
    text = text_of(doc)
    return [quote for part in doc.spans[PARTS] for quote in pair_quotations(text, part.start_char, part.end_char)]


def pair_quotations(text: str, start: int, end: int) -> list[Quotation]:
    """Return the quotations of the paragraph of `text` from `start` to `end`, in the order they open."""
    found = [*_doubles(text, start, end), *_singles(text, start, end)]
    return sorted(found, key=lambda quotation: (quotation.start, -quotation.end))


def _doubles(text: str, start: int, end: int) -> Iterator[Quotation]:
    opened: re.Match[str] | None = None
    last: Quotation | None = None
    for match in _DOUBLE.finditer(text, start, end):
        mark, at = match.group(), match.start()
        sided = mark in _OPEN or mark in _CLOSE
        # A closing mark where only an opening one can stand is a slip of the keyboard.
        opens = mark in _OPEN or ((not sided or opened is None) and _may_open(text, match, start, end))
        closes = mark in _CLOSE or (not sided and (not opens or _may_close(text, match, end)))
        if opened is not None and closes:
            if at > opened.end():
                if last is not None:
                    yield last
                last = Quotation(opened.start(), match.end(), width=len(opened.group()))
            opened = None
        elif opens:
            if opened is not None and opened.end() < at:
                # Opened twice: the first mark was never closed and ends here.
                if last is not None:
                    yield last
                last = Quotation(
                    opened.start(), _trimmed(text, opened.end(), at), closed=False, width=len(opened.group())
                )
            opened = match
        elif last is not None and last.closed and at - last.end < _AFTERTHOUGHT and ". " not in text[last.end : at]:
            last = Quotation(last.start, match.end(), width=last.width)
    if last is not None:
        yield last
    if opened is not None and opened.end() < end:
        yield Quotation(opened.start(), end, closed=False, width=len(opened.group()))


def _may_open(text: str, mark: re.Match[str], start: int, end: int) -> bool:
    before = text[mark.start() - 1] if mark.start() > start else " "
    after = text[mark.end()] if mark.end() < end else " "
    return (before.isspace() or before in _BEFORE_OPENING) and not after.isspace()


def _may_close(text: str, mark: re.Match[str], end: int) -> bool:
    after = text[mark.end()] if mark.end() < end else " "
    return after.isspace() or after in _AFTER_CLOSING


def _trimmed(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1].isspace():
        end -= 1
    return end


def _singles(text: str, start: int, end: int) -> Iterator[Quotation]:
    """Yield quotations in single marks: only those that close, since an apostrophe looks the same."""
    marks = [match for match in _SINGLE.finditer(text, start, end) if not _is_doubled(text, match.start())]
    closed = start
    for number, mark in enumerate(marks):
        if mark.start() < closed or mark.group() == "’":
            continue
        following = text[mark.end() : mark.end() + 1]
        if (mark.group() == "'" and not _may_open(text, mark, start, end)) or not (
            following.isalpha() or following in {"“", '"', "…"}
        ):
            continue
        close = _single_close(text, marks[number + 1 : number + _NEAREST], end)
        if close is not None and close > mark.end() + 1:
            # One letter between two apostrophes is rock 'n' roll.
            yield Quotation(mark.start(), close + 1, single=True)
            closed = close + 1


def _is_doubled(text: str, at: int) -> bool:
    """Say whether the mark at `at` is half of a double one."""
    return text[at] in {text[at - 1 : at], text[at + 1 : at + 2]}


def _single_close(text: str, marks: list[re.Match[str]], end: int) -> int | None:
    """Return where a single mark closes, of the `marks` after it: not at an apostrophe within or after a word."""
    possible: int | None = None
    for mark in marks:
        at = mark.start()
        if mark.group() == "‘":
            break
        after = text[at + 1] if at + 1 < end else " "
        if after.isalnum() or text[at - 1].isspace():
            continue
        if text[at - 1] in "sS" and after == " ":
            # A plural's possessive, or the end: the end if no better mark follows.
            possible = possible if possible is not None else at
            continue
        return at
    return possible
