"""The blocks of a plain text: its lines, or its paragraphs where lines are broken at a fixed width."""

import re
from collections.abc import Iterator
from itertools import pairwise

from onrecord.records import Block

_LINE = re.compile(r"[^\r\n\f\v\x1c-\x1e\x85\u2028\u2029]+")
# Widths at which text is hard-wrapped, and how much of a page must look so.
_WIDTHS = range(50, 101)
_LEAST_FULL = 6
_SHARE_FULL = 0.5


def text_blocks(text: str) -> Iterator[Block]:
    """Yield the blocks of `text` without the white space at their edges.

    A block is a line; if the page is wrapped at a fixed width, lines that were broken only because the next word did
    not fit are one block.
    """
    lines = [trimmed for match in _LINE.finditer(text) if (trimmed := _trim(text, *match.span())) is not None]
    width = _wrap_width(text, lines)
    start, end = lines[0] if lines else (0, 0)
    for line, following in pairwise(lines):
        if width and _continues(text, line, following, width):
            end = following[1]
        else:
            yield Block(start, end)
            start, end = following
    if lines:
        yield Block(start, end)


def _trim(text: str, start: int, end: int) -> tuple[int, int] | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return (start, end) if start < end else None


def _wrap_width(text: str, lines: list[tuple[int, int]]) -> int | None:
    """Return the width at which a page is wrapped, None if it is not."""
    longest = max((end - start for start, end in lines), default=0)
    if longest not in _WIDTHS:
        return None
    joined = sum(_continues(text, one, other, longest) for one, other in pairwise(lines))
    return longest if joined >= _LEAST_FULL and joined >= _SHARE_FULL * len(lines) else None


def _continues(text: str, line: tuple[int, int], following: tuple[int, int], width: int) -> bool:
    """Say whether a line was broken because the first word of the next did not fit."""
    between = text[line[1] : following[0]]
    if between.count("\n") > 1 or (not between.count("\n") and between.count("\r") > 1):
        return False
    indent = len(between) - len(between.rstrip(" \t"))
    first_word = text[following[0] : following[1]].split(maxsplit=1)[0]
    return indent == 0 and line[1] - line[0] + 1 + len(first_word) > width
