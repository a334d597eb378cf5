"""What is marked on a page: the content, the cue and the source of each statement, and a mention that is looked for."""

from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from onrecord.ledger import StatementRow

type Part = Literal["content", "cue", "source", "mention"]


class Mark(NamedTuple):
    """A range of a page's characters that is a part of a statement, or of none: a mention."""

    start: int
    end: int
    statement: str
    part: Part


def marks_of(statements: Iterable[StatementRow]) -> Iterator[Mark]:
    """Yield the marks of statements."""
    for row in statements:
        for span in row["content"]:
            yield Mark(span["start"], span["end"], row["id"], "content")
        if row["cue"] is not None:
            yield Mark(row["cue"]["start"], row["cue"]["end"], row["id"], "cue")
        if row["source"] is not None:
            yield Mark(row["source"]["start"], row["source"]["end"], row["id"], "source")
