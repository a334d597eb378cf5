"""Which blocks of a page are in the main text that a library made of it: the same words, in the same order.

The library changes white space and punctuation, and leaves out and joins blocks, so that only letters and digits are
compared. Long blocks are matched first, by the heaviest chain of them that has the same order in both: the weighted
form of the longest increasing subsequence (Fredman, Discrete Mathematics 1975). Then come short ones, between those:
"News" is in many a story, and a word of a menu all the same.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

# A block of so many letters stands in a text where it belongs, and nowhere else by chance.
_LONG = 40


class _Place(NamedTuple):
    """Where a block stands in the main text."""

    block: int
    start: int
    end: int


def in_main_text(blocks: Sequence[str], main: str) -> list[bool]:
    """Say of each block of a page, in order, whether the main text has it."""
    squeezed, text = [_squeezed(block) for block in blocks], _squeezed(main)
    found = [False] * len(blocks)
    at = block = 0
    for place in [*_chain(_places(squeezed, text)), _Place(len(blocks), len(text), len(text))]:
        for number in range(block, place.block):
            start = text.find(squeezed[number], at, place.start) if squeezed[number] else -1
            if start >= 0:
                found[number] = True
                at = start + len(squeezed[number])
        if place.block < len(blocks):
            found[place.block] = True
        at, block = place.end, place.block + 1
    return found


def _places(blocks: Sequence[str], text: str) -> list[_Place]:
    """Return where long blocks stand in the text; one printed again is there as often, in order, as the text has it."""
    places: list[_Place] = []
    last: dict[str, int] = {}
    for number, block in enumerate(blocks):
        start = text.find(block, last.get(block, 0)) if len(block) >= _LONG else -1
        if start < 0 and block in last:
            start = last[block] - len(block)
        if start >= 0:
            places.append(_Place(number, start, start + len(block)))
            last[block] = start + len(block)
    return places


def _chain(places: Sequence[_Place]) -> list[_Place]:
    """Return the places, each behind the one before, that have the most letters together."""
    # Of chains that end at a place in the text, the heaviest one at each, heavier the later it ends.
    ends: list[int] = []
    best: list[tuple[int, int]] = []
    before: list[int] = []
    for number, place in enumerate(places):
        at = bisect_right(ends, place.start) - 1
        weight, chained = best[at] if at >= 0 else (0, -1)
        before.append(chained)
        weight += place.end - place.start
        at = bisect_left(ends, place.end)
        if at > 0 and best[at - 1][0] >= weight:
            continue
        last = at
        while last < len(ends) and best[last][0] <= weight:
            last += 1
        ends[at:last], best[at:last] = [place.end], [(weight, number)]
    chain: list[_Place] = []
    number = best[-1][1] if best else -1
    while number >= 0:
        chain.append(places[number])
        number = before[number]
    return chain[::-1]


def _squeezed(text: str) -> str:
    return "".join(c for c in text if c.isalnum())
