"""In whose words something stands: the innermost statement around a place, and the statement around a statement."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate

from onrecord.extraction.attribution.relation import Attribution
from onrecord.extraction.ranges import CharRange, within


class Nesting:
    """The contents of an article's statements, for asking whose words a place stands in.

    Statements go by their numbers in `attributions`, which are in the order of the text, the wider of two that begin
    together first. Of "Ada Orlen said [Ivo Marek had warned [that the quay was shut]]" the innermost statement around
    "quay" is Marek's, around "Marek" Orlen's, around "Orlen" none; the statement around Marek's is Orlen's.
    """

    def __init__(self, attributions: Sequence[Attribution]) -> None:
        self._contents = [one.content for one in attributions]
        self._parts = sorted((part, number) for number, content in enumerate(self._contents) for part in content)
        self._starts = [part.start for part, _ in self._parts]
        # How far any part up to each reaches.
        self._reached = list(accumulate((part.end for part, _ in self._parts), max))
        self._outer = [self._home(number, one) for number, one in enumerate(attributions)]
        self._depths: list[int] = []
        for outer in self._outer:
            self._depths.append(0 if outer is None else self._depths[outer] + 1)

    def innermost(self, where: CharRange, before: int | None = None) -> int | None:
        """Return the number of the innermost statement around `where`, None where the narrator tells it.

        It is the one with the shortest part of content that holds all of `where`; the first of two as short. A content
        that only overlaps `where` is not around it.

        Args:
            where: a place in the text.
            before: only statements in front of the one with this number count.
        """
        around = (one for one in self._around(where) if before is None or one[1] < before)
        return min(around, default=(0, None))[1]

    def outer(self, number: int) -> int | None:
        """Return the number of the statement in which another is made, None where the narrator tells of it.

        It is the innermost in front of it whose content holds its cue and all of its own content. (Its source stands
        there where it does not share that of the outer: "Orlen promised [to tell the crew [to leave]]".)
        """
        return self._outer[number]

    def depth(self, number: int) -> int:
        """Return in how many statements the one with this number is made, each in the next."""
        return self._depths[number]

    def _home(self, number: int, one: Attribution) -> int | None:
        place, *others = (one.cue, *one.content) if one.cue is not None else one.content
        homes = [
            (length, wider)
            for length, wider in self._around(place)
            if wider < number and all(self._holds(wider, part) for part in others)
        ]
        return min(homes, default=(0, None))[1]

    def _around(self, where: CharRange) -> Iterator[tuple[int, int]]:
        """Yield the parts that hold `where`: how long they are, and whose."""
        at = bisect_right(self._starts, where.start) - 1
        while at >= 0 and self._reached[at] >= where.end:
            part, number = self._parts[at]
            if part.end >= where.end:
                yield part.end - part.start, number
            at -= 1

    def _holds(self, number: int, where: CharRange) -> bool:
        return any(within(where, part) for part in self._contents[number])
