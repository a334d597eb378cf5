"""An article laid out to be read: its blocks in the order of the page, in runs of text, with the statements beside."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Literal, NamedTuple

from onrecord.ledger import ArgumentRow, ArticleRow, LinkRow, SpanRow, StatementRow
from onrecord.web.marking import Mark, Marks, Piece, colours_of, levels_of, marks_of, speaker_key

type BlockKind = Literal["paragraph", "heading", "caption", "debris"]


class Wrap(NamedTuple):
    """What lies around a run of text: a part of a statement, with the classes of its colour and level."""

    classes: str
    of: str


class Run(NamedTuple):
    """A stretch of text within the same marks.

    Attributes:
        text: its characters.
        wraps: what lies around it, the outermost first.
        card: the statement to whose card it leads, where that one's words begin; empty elsewhere.
        sought: whether it is what is looked for: "first" where that begins, "more" behind that.
    """

    text: str
    wraps: Sequence[Wrap]
    card: str
    sought: Literal["", "first", "more"]


class CardLink(NamedTuple):
    """How a statement belongs to another; whether it is the later one, which replies."""

    link: LinkRow
    other: StatementRow
    replies: bool


class Card(NamedTuple):
    """A statement beside the block it begins in, with the number of its speaker's colour and what it belongs to."""

    row: StatementRow
    colour: int
    links: Sequence[CardLink]


class Block(NamedTuple):
    """A paragraph, heading or caption, or something that was set aside, with the statements that begin in it."""

    kind: BlockKind
    runs: Sequence[Run]
    cards: Sequence[Card]


class Aside(NamedTuple):
    """Captions and what was set aside that stand on the page in a row, to be folded; what they are, in words."""

    blocks: Sequence[Block]
    told: str


class Reading(NamedTuple):
    """An article laid out to be read: its title, empty where it is printed nowhere, then all of it as printed."""

    title: Sequence[Run]
    of_title: Sequence[Card]
    parts: Sequence[Block | Aside]


def reading_of(
    article: ArticleRow,
    statements: Sequence[StatementRow],
    text: str,
    links: Iterable[ArgumentRow] = (),
    looked_for: Sequence[Mark] = (),
) -> Reading:
    """Return an article laid out.

    Args:
        article: the article.
        statements: those that are marked in it.
        text: the text of its page, which the spans of the rows index.
        links: how they belong to others.
        looked_for: what else is marked.
    """
    laid = _Layout(statements, text, links, looked_for)
    row = article["title"]
    title: Sequence[Run] = ()
    of_title: Sequence[Card] = ()
    if row is not None and row["start"] is not None and row["end"] is not None:
        title, of_title = laid.runs(row["start"], row["end"]), laid.cards(row["start"], row["end"])
    blocks = []
    for kind, span in sorted(_blocks(article), key=lambda one: (one[1]["start"], one[1]["end"])):
        cards = [] if kind == "debris" else laid.cards(span["start"], span["end"])
        blocks.append(Block(kind, laid.runs(span["start"], span["end"]), cards))
    return Reading(title, of_title, list(_parts(blocks)))


def _parts(blocks: Sequence[Block]) -> Iterator[Block | Aside]:
    for aside, some in groupby(blocks, key=lambda block: block.kind in {"caption", "debris"}):
        if aside:
            together = list(some)
            captions = sum(block.kind == "caption" for block in together)
            yield Aside(
                together, ", ".join([*_counted(captions, "caption"), *_counted(len(together) - captions, "block")])
            )
        else:
            yield from some


def _counted(number: int, noun: str) -> list[str]:
    return [f"{number} {noun}{'' if number == 1 else 's'}"] if number else []


def _blocks(article: ArticleRow) -> Iterator[tuple[BlockKind, SpanRow]]:
    for span in article["paragraphs"]:
        yield "paragraph", span
    for span in article["headings"]:
        yield "heading", span
    for caption in article["captions"]:
        yield "caption", caption
    for span in article["debris"]:
        yield "debris", span


class _Layout:
    """What is marked in an article, and which statements have their card already."""

    def __init__(
        self,
        statements: Sequence[StatementRow],
        text: str,
        links: Iterable[ArgumentRow],
        looked_for: Iterable[Mark],
    ) -> None:
        marks = list(marks_of(statements))
        colours = colours_of(statements)
        self._text = text
        self._marks = Marks([*marks, *looked_for])
        self._levels = levels_of(marks)
        self._colour = {row["id"]: colours[speaker_key(row)] for row in statements}
        self._waiting = sorted(statements, key=lambda row: row["content"][0]["start"], reverse=True)
        self._links: defaultdict[str, list[CardLink]] = defaultdict(list)
        for one in links:
            self._links[one["later"]["id"]].append(CardLink(one["link"], one["earlier"], replies=True))
            self._links[one["earlier"]["id"]].append(CardLink(one["link"], one["later"], replies=False))
        self._first = {row["id"]: row["content"][0]["start"] for row in statements}

    def runs(self, start: int, end: int) -> list[Run]:
        return [self._run(piece) for piece in self._marks.pieces(self._text, start, end)]

    def cards(self, start: int, end: int) -> list[Card]:
        """Return the statements whose first words lie before `end` and that no block before has."""
        found: list[Card] = []
        while self._waiting and self._first[self._waiting[-1]["id"]] < end:
            row = self._waiting.pop()
            if self._first[row["id"]] >= start:
                found.append(Card(row, self._colour[row["id"]], self._links[row["id"]]))
        return found

    def _run(self, piece: Piece) -> Run:
        wraps, card = [], ""
        sought: Literal["", "first", "more"] = ""
        for mark in piece.marks:
            if mark.part == "content":
                colour, level = self._colour[mark.statement], self._levels[mark.statement]
                wraps.append(Wrap(f"said c{colour} l{level}", mark.statement))
                card = mark.statement if self._first[mark.statement] == piece.start else card
            elif mark.part == "mention":
                sought = "first" if mark.start == piece.start else "more"
            else:
                wraps.append(Wrap(mark.part, mark.statement))
        return Run(piece.text, wraps, card, sought)
