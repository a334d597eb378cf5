"""The blocks of a plain text: its lines, or its paragraphs where lines are broken at a fixed width.

Of a court's record with numbered lines the numbers are boilerplate, and what stands between them: the heads of pages.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from onrecord.pages.front_matter import FrontMatter
from onrecord.records import Block
from onrecord.transcripts import NumberedLine, find_numbered_lines

type Measure = Callable[[str, tuple[int, int]], int]

_LINE = re.compile(r"[^\r\n\f\v\x1c-\x1e\x85\u2028\u2029]+")
# Widths at which text is hard-wrapped, and how much of a page must look so.
_WIDTHS = range(50, 101)
_LEAST_FULL = 3
_SHARE_FULL = 0.5
# Of the lines that are full, how many at most may end a sentence: where most do, each is a paragraph.
_SHARE_ENDING = 0.4
# Of all lines, how many at least keep to the width: an address or a table may stand out.
_SHARE_WITHIN = 0.9
_ENDS = (".", "!", "?", ".”", '."', ".’", "?”", "!”")


def text_blocks(text: str, front: FrontMatter | None = None) -> Iterator[Block]:
    """Yield the blocks of `text` without the white space at their edges.

    A block is a line; if the page is wrapped at a fixed width, lines that were broken only because the next word did
    not fit are one block. Of front matter the title is a block, and the lines before and behind it are boilerplate.
    """
    behind = front.end if front is not None else 0
    yield from _front_blocks(text, front) if front is not None else ()
    numbered = find_numbered_lines(text[behind:])
    if numbered:
        yield from _numbered_blocks(text, behind, numbered)
        return
    lines = [trimmed for match in _LINE.finditer(text, behind) if (trimmed := _trim(text, *match.span())) is not None]
    joined = _joined(text, lines)
    start, end = lines[0] if lines else (0, 0)
    for line, following in pairwise(lines):
        if line in joined:
            end = following[1]
        else:
            yield Block(start, end)
            start, end = following
    if lines:
        yield Block(start, end)


def _front_blocks(text: str, front: FrontMatter) -> Iterator[Block]:
    start, end = front.title or (front.end, front.end)
    yield from _boilerplate(text, 0, start)
    if start < end:
        yield Block(start, end, "title")
        yield from _boilerplate(text, end, front.end)


def _numbered_blocks(text: str, behind: int, numbered: Sequence[NumberedLine]) -> Iterator[Block]:
    first = behind + numbered[0].number[0]
    lines = (_trim(text, *line.span()) for line in _LINE.finditer(text, behind, first))
    yield from (Block(*line) for line in lines if line is not None)
    end = first
    for line in numbered:
        # What stands between two numbered lines, and the number.
        yield from _boilerplate(text, end, behind + line.number[1])
        end = behind + (line.words or line.number)[1]
        if line.words is not None:
            yield Block(behind + line.words[0], end)
    yield from _boilerplate(text, end, len(text))


def _boilerplate(text: str, start: int, end: int) -> Iterator[Block]:
    lines = (_trim(text, *line.span()) for line in _LINE.finditer(text, start, end))
    return (Block(*line, "boilerplate") for line in lines if line is not None)


def _trim(text: str, start: int, end: int) -> tuple[int, int] | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return (start, end) if start < end else None


def _joined(text: str, lines: list[tuple[int, int]]) -> set[tuple[int, int]]:
    """Return the lines of a wrapped page that go on in the next one; none if the page is not wrapped.

    The width may or may not count the indent of a paragraph's first line.
    """
    return max((_wrapped_at(text, lines, measure) for measure in (_length, _column)), key=len)


def _wrapped_at(text: str, lines: list[tuple[int, int]], measure: Measure) -> set[tuple[int, int]]:
    widths = [measure(text, line) for line in lines]
    within = [width for width in widths if width < _WIDTHS.stop]
    width = max(within, default=0)
    if len(within) < _SHARE_WITHIN * len(widths) or width not in _WIDTHS:
        return set()
    # Where blank lines part paragraphs, a paragraph of one line tells nothing of the width.
    followed = [(line, following) for line, following in pairwise(lines) if _same_paragraph(text, line, following)]
    full = {line for line, following in followed if measure(text, line) + 1 + _first_word(text, following) > width}
    ending = sum(text.endswith(_ENDS, *line) for line in full)
    if len(full) < max(_LEAST_FULL, _SHARE_FULL * len(followed)) or ending > _SHARE_ENDING * len(full):
        return set()
    return full


def _same_paragraph(text: str, line: tuple[int, int], following: tuple[int, int]) -> bool:
    """Say whether neither a blank line nor an indent begins a paragraph after `line`."""
    between = text[line[1] : following[0]]
    if between.count("\n") > 1 or (not between.count("\n") and between.count("\r") > 1):
        return False
    return _indent(text, following[0]) <= _indent(text, line[0])


def _first_word(text: str, line: tuple[int, int]) -> int:
    return len(text[line[0] : min(line[1], line[0] + _WIDTHS.stop)].split(maxsplit=1)[0])


def _length(text: str, line: tuple[int, int]) -> int:
    return line[1] - line[0]


def _column(text: str, line: tuple[int, int]) -> int:
    return line[1] - line[0] + _indent(text, line[0])


def _indent(text: str, start: int) -> int:
    at = start
    while at and text[at - 1] in " \t":
        at -= 1
    return start - at
