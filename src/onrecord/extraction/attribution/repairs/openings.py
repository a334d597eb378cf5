"""The paragraphs that open a quotation whose cue stands in a later one: a mark is left open till the last."""

from collections.abc import Sequence
from dataclasses import replace

from onrecord.extraction.attribution.relation import Attribution
from onrecord.extraction.attribution.repairs.surroundings import Surroundings
from onrecord.extraction.document import PARTS
from onrecord.extraction.ranges import CharRange, Neighbours, share


class _Relations:
    """Relations in their order, some of which grow and some of which go."""

    def __init__(self, relations: Sequence[Attribution]) -> None:
        self._standing: list[Attribution | None] = list(relations)
        self._near = Neighbours((number, one.content) for number, one in enumerate(relations))
        self._begun: dict[int, list[int]] = {}
        for number, one in enumerate(relations):
            self._begun.setdefault(one.content[0].start, []).append(number)

    def rest(self) -> list[Attribution]:
        return [one for one in self._standing if one is not None]

    def telling(self, words: CharRange) -> dict[int, Attribution]:
        """Return the relations that have some of `words`, by their numbers."""
        near = ((number, self._standing[number]) for number in self._near.near([words]))
        return {number: one for number, one in near if one is not None and share([words], one.content)}

    def beginning(self, at: int) -> tuple[int, Attribution] | None:
        """Return the first relation of its own whose words begin at the character `at`, with its number."""
        for number in sorted(self._begun.get(at, ())):
            one = self._standing[number]
            if one is not None and one.content[0].start == at and not one.inherited:
                return number, one
        return None

    def lengthen(self, number: int, words: CharRange) -> None:
        """Put `words` in front of a relation's, in place of all others that have some of them."""
        one = self._standing[number]
        assert one is not None
        for other in self.telling(words):
            self._standing[other] = None
        self._standing[number] = replace(one, content=(words, *one.content))
        self._near.add(number, [words])
        self._begun.setdefault(words.start, []).append(number)


def with_openings(relations: Sequence[Attribution], around: Surroundings) -> list[Attribution]:
    """Give each relation the paragraphs that open its quotation: a mark is left open till the last one.

    The cue stands in the last; earlier paragraphs that another cue has stay with it.
    """
    text, standing = around.text, _Relations(relations)
    parts = [(part.start_char, part.end_char) for part in around.doc.spans[PARTS]]
    opening = {quote.start: quote for quote in around.quotations if not quote.single}
    left_open = {quote.end: quote for quote in opening.values() if not quote.closed}
    for (start, end), (following, _) in zip(parts[-2::-1], parts[:0:-1], strict=True):
        quote = left_open.get(end)
        if quote is None or following not in opening or text[start : quote.start].strip():
            continue
        closing = standing.beginning(following)
        if closing is None or closing[1].cue is None:
            continue
        if all(one.inherited for one in standing.telling(quote.where).values()):
            standing.lengthen(closing[0], quote.where)
    return standing.rest()
