"""Quotations by their marks: paired by type within a paragraph, never by counting.

An unknown mark must never cost more than its own paragraph: every title, heading and paragraph starts afresh.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc

from onrecord.reading.attribution.relation import Range
from onrecord.reading.document import PARTS

_OPEN = "“„«"
_CLOSE = "”»"
_STRAIGHT = '"＂'
_SINGLE_OPEN = "‘"
_SINGLE_CLOSE = "’"
_SINGLE_STRAIGHT = "'"
_BEFORE_OPENING = "([{-–—/"
_AFTER_CLOSING = ".,;:!?)]}-–—/"
# A second closing mark so soon after a first belongs to the same quotation: `our state" (so he said)," she added`.
_AFTERTHOUGHT = 40


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation with its marks. `closed` is False where no mark ends it; `single` tells the kind of its marks."""

    start: int
    end: int
    closed: bool = True
    single: bool = False

    @property
    def inner(self) -> Range:
        """The characters between the marks."""
        return self.start + 1, self.end - self.closed


def quotations(doc: Doc) -> list[Quotation]:
    """Return the quotations of `doc` in the order they open; those in single marks may lie in others.

    A mark left open runs to the end of its paragraph.
    """
    found: list[Quotation] = []
    text = doc.text
    for part in doc.spans[PARTS]:
        doubles = list(_doubles(text, part.start_char, part.end_char))
        found += doubles
        found += _singles(text, part.start_char, part.end_char)
    return sorted(found, key=lambda quotation: (quotation.start, -quotation.end))


def _doubles(text: str, start: int, end: int) -> Iterator[Quotation]:
    opened: int | None = None
    last: Quotation | None = None
    for at in range(start, end):
        mark = text[at]
        if mark not in _OPEN and mark not in _CLOSE and mark not in _STRAIGHT:
            continue
        # A closing mark that stands first in its paragraph was meant to open.
        opens = mark in _OPEN or ((mark in _STRAIGHT or at == start) and _may_open(text, at, start, end))
        closes = (mark in _CLOSE and not opens) or (mark in _STRAIGHT and (not opens or _may_close(text, at, end)))
        if opened is not None and closes:
            if last is not None:
                yield last
            last = Quotation(opened, at + 1)
            opened = None
        elif opens:
            if opened is not None:
                # Opened twice: the first mark was never closed and ends here.
                if last is not None:
                    yield last
                last = Quotation(opened, _trimmed(text, opened, at), closed=False)
            opened = at
        elif last is not None and last.closed and at - last.end < _AFTERTHOUGHT and ". " not in text[last.end : at]:
            last = Quotation(last.start, at + 1)
    if last is not None:
        yield last
    if opened is not None and opened + 1 < end:
        yield Quotation(opened, end, closed=False)


def _may_open(text: str, at: int, start: int, end: int) -> bool:
    before = text[at - 1] if at > start else " "
    after = text[at + 1] if at + 1 < end else " "
    return (before.isspace() or before in _BEFORE_OPENING or before in "‘'") and not after.isspace()


def _may_close(text: str, at: int, end: int) -> bool:
    after = text[at + 1] if at + 1 < end else " "
    return after.isspace() or after in _AFTER_CLOSING


def _trimmed(text: str, start: int, end: int) -> int:
    while end > start + 1 and text[end - 1].isspace():
        end -= 1
    return end


def _singles(text: str, start: int, end: int) -> Iterator[Quotation]:
    """Yield quotations in single marks: only those that close, since an apostrophe looks the same."""
    at = start
    while at < end:
        mark = text[at]
        if mark in _SINGLE_OPEN or (mark in _SINGLE_STRAIGHT and _may_open(text, at, start, end)):
            following = text[at + 1] if at + 1 < end else " "
            close = _single_close(text, at + 1, end) if following.isalnum() or following in '“"…' else None
            if close is not None:
                yield Quotation(at, close + 1, single=True)
                at = close
        at += 1


def _single_close(text: str, start: int, end: int) -> int | None:
    """Return where the single mark opened before `start` closes: not at an apostrophe within or after a word."""
    possible: int | None = None
    for at in range(start, end):
        mark = text[at]
        if mark in _SINGLE_OPEN:
            break
        if mark not in _SINGLE_CLOSE and mark not in _SINGLE_STRAIGHT:
            continue
        after = text[at + 1] if at + 1 < end else " "
        if after.isalnum() or text[at - 1].isspace():
            continue
        if text[at - 1] in "sS" and after == " ":
            # A plural's possessive, or the end: the end if no better mark follows.
            possible = possible if possible is not None else at
            continue
        return at
    return possible
