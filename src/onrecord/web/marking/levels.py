"""Which underline lies over which, so that no two that overlap are drawn on each other."""

from collections.abc import Iterable, Mapping

from onrecord.web.marking.marks import Mark

DEEPEST = 4
"""The most underlines that are drawn below each other; what lies deeper shares the last."""


def levels_of(marks: Iterable[Mark]) -> Mapping[str, int]:
    """Return the level of each statement's underline, from 0; statements whose contents overlap have different ones.

    The one that begins first, or is longer, has the lower number, which is drawn nearest to the letters.
    """
    extents: dict[str, tuple[int, int]] = {}
    for mark in marks:
        if mark.part == "content":
            low, high = extents.get(mark.statement, (mark.start, mark.end))
            extents[mark.statement] = (min(low, mark.start), max(high, mark.end))
    levels: dict[str, int] = {}
    free_from: list[int] = []
    for statement, (low, high) in sorted(extents.items(), key=lambda one: (one[1][0], -one[1][1], one[0])):
        level = next((level for level, free in enumerate(free_from) if free <= low), len(free_from))
        if level == len(free_from):
            free_from.append(high)
        else:
            free_from[level] = high
        levels[statement] = min(level, DEEPEST - 1)
    return levels
