"""An article laid out to be read: its blocks in the order of the page, in pieces, with the statements beside each."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from onrecord.ledger import ArticleRow, SpanRow, StatementRow
from onrecord.web.marking import Mark, Piece, colours_of, levels_of, marks_of, pieces_of

type BlockKind = Literal["paragraph", "heading", "caption", "debris"]


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading or caption, or something that was set aside.

    Attributes:
        pieces: its text, cut where marks begin and end.
        begun: the statements that begin in it.
    """

    kind: BlockKind
    start: int
    end: int
    pieces: Sequence[Piece]
    begun: Sequence[StatementRow]


@dataclass(frozen=True, slots=True)
class Reading:
    """An article laid out to be read.

    Attributes:
        title: the title in pieces; empty where it is printed nowhere.
        of_title: the statements that begin in it.
        blocks: all blocks, in the order of the page.
        colours: by `speaker_key`, the number of a speaker's colour.
        levels: by id, how far below the letters a statement is underlined.
        speakers: each speaker with their colour, in the order in which they first speak.
    """

    title: Sequence[Piece]
    of_title: Sequence[StatementRow]
    blocks: Sequence[Block]
    colours: Mapping[str, int]
    levels: Mapping[str, int]


def reading_of(article: ArticleRow, statements: Sequence[StatementRow], text: str) -> Reading:
    """Return an article laid out; `text` is that of its page, which the spans of the rows index."""
    marks = sorted(marks_of(statements), key=lambda mark: mark.start)
    placed: set[str] = set()
    title: Sequence[Piece] = ()
    of_title: Sequence[StatementRow] = ()
    row = article["title"]
    if row is not None and row["start"] is not None and row["end"] is not None:
        title = pieces_of(text, row["start"], row["end"], marks)
        of_title = _begun(row["start"], row["end"], statements, placed)
    blocks = []
    for kind, span in sorted(_blocks(article), key=lambda one: (one[1]["start"], one[1]["end"])):
        low, high = span["start"], span["end"]
        begun = [] if kind == "debris" else _begun(low, high, statements, placed)
        blocks.append(Block(kind, low, high, pieces_of(text, low, high, _touching(marks, low, high)), begun))
    return Reading(title, of_title, blocks, colours_of(statements), levels_of(marks))


def _blocks(article: ArticleRow) -> Iterator[tuple[BlockKind, SpanRow]]:
    for span in article["paragraphs"]:
        yield "paragraph", span
    for span in article["headings"]:
        yield "heading", span
    for caption in article["captions"]:
        yield "caption", caption
    for span in article["debris"]:
        yield "debris", span


def _touching(marks: Sequence[Mark], start: int, end: int) -> list[Mark]:
    return [mark for mark in marks if mark.start < end and start < mark.end]


def _begun(start: int, end: int, statements: Sequence[StatementRow], placed: set[str]) -> list[StatementRow]:
    """Return the statements whose first words lie in a block and that no block before has."""
    found = [row for row in statements if row["id"] not in placed and start <= row["content"][0]["start"] < end]
    placed.update(row["id"] for row in found)
    return found
