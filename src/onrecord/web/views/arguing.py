"""Arguments laid out to be read: one with a column for each who speaks and a row for each day, or reply by reply."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from onrecord.ledger import ArgumentRow, LinkRow, SpanRow, StatementRow, ThreadRow, day_of
from onrecord.web.marking import Run, colours_of, runs_of, speaker_key, words_of

# So many speakers have a column of their own, those who speak most often; the others share one more.
_COLUMNS = 4
# Kinds of links of which the later statement says the same thing in other words.
_REWORDED = frozenset({"revises", "repeats"})


@dataclass(frozen=True, slots=True)
class Turn:
    """A statement of an argument, as it stands in a cell.

    Attributes:
        runs: its words, with those marked that show a link, or that differ from what it revises.
        colour: the number of its speaker's colour.
        against: the statement that it belongs to; None of the topmost.
        outside: what shows the link and stands beside the words, such as "has denied".
        printings, outlets: how many statements print it, and who does.
        left_out: how many more belong to it.
    """

    statement: StatementRow
    runs: Sequence[Run]
    colour: int
    link: LinkRow | None
    against: StatementRow | None
    outside: Sequence[SpanRow]
    printings: int
    outlets: Sequence[str]
    left_out: int


@dataclass(frozen=True, slots=True)
class Column:
    """Who speaks in a column, as a statement names them; None where several do who have no column of their own."""

    statement: StatementRow | None
    colour: int


@dataclass(frozen=True, slots=True)
class Argument:
    """An argument laid out.

    Attributes:
        columns: from left to right, in the order in which they first speak.
        days: each day, empty for the undated, which come last, with the turns of each column.
        turns: how many turns there are in all.
    """

    columns: Sequence[Column]
    days: Sequence[tuple[str, Sequence[Sequence[Turn]]]]
    turns: int


@dataclass(frozen=True, slots=True)
class Reply:
    """A statement and an earlier one that it denies, revises, ...: both in runs, with what shows it marked."""

    row: ArgumentRow
    later: Sequence[Run]
    earlier: Sequence[Run]


def replies_of(arguments: Iterable[ArgumentRow]) -> list[Reply]:
    """Return arguments with the words of both sides in runs."""
    return [
        Reply(
            one,
            runs_of(
                one["later"],
                evidence=_evidence(one["link"], one["later"]["id"]),
                other=one["earlier"] if one["link"]["kind"] in _REWORDED else None,
            ),
            runs_of(one["earlier"], evidence=_evidence(one["link"], one["earlier"]["id"])),
        )
        for one in arguments
    ]


def argument_of(thread: ThreadRow) -> Argument:
    """Return an argument laid out by day and speaker."""
    found = sorted(_walk(thread, None), key=lambda pair: day_of(pair[0]["statement"]) or "~")
    statements = [one["statement"] for one, _ in found]
    colours = colours_of(statements)
    columns = _columns(statements, colours)
    at = {speaker_key(one.statement): place for place, one in enumerate(columns) if one.statement}
    days: dict[str, list[list[Turn]]] = {}
    for one, above in found:
        row = one["statement"]
        cells = days.setdefault(day_of(row), [[] for _ in columns])
        cells[at.get(speaker_key(row), len(columns) - 1)].append(_turn(one, above, colours))
    return Argument(columns, list(days.items()), len(found))


def _walk(thread: ThreadRow, above: StatementRow | None) -> Iterator[tuple[ThreadRow, StatementRow | None]]:
    yield thread, above
    for reply in thread["replies"]:
        yield from _walk(reply, thread["statement"])


def _columns(statements: Sequence[StatementRow], colours: Mapping[str, int]) -> list[Column]:
    first = {speaker_key(row): row for row in reversed(statements)}
    counts = Counter(map(speaker_key, statements))
    own = set(first)
    if len(first) > _COLUMNS + 1:
        own = {key for key, _ in counts.most_common(_COLUMNS)}
    columns = [Column(first[key], colours[key]) for key in counts if key in own]
    return columns if len(own) == len(first) else [*columns, Column(None, 0)]


def _turn(thread: ThreadRow, above: StatementRow | None, colours: Mapping[str, int]) -> Turn:
    row, link = thread["statement"], thread["link"]
    evidence = [span for one in _links(thread) for span in _evidence(one, row["id"])]
    other = above if link and link["kind"] in _REWORDED else None
    return Turn(
        row,
        runs_of(row, evidence=evidence, other=other),
        colours[speaker_key(row)],
        link,
        above,
        [span for span in (_evidence(link, row["id"]) if link else ()) if span["text"] not in words_of(row)],
        thread["printings"],
        thread["outlets"],
        thread["left_out"],
    )


def _links(thread: ThreadRow) -> Iterator[LinkRow]:
    for link in (thread["link"], *(reply["link"] for reply in thread["replies"])):
        if link is not None:
            yield link


def _evidence(link: LinkRow, statement: str) -> list[SpanRow]:
    return [one["span"] for one in link["evidence"] if one["statement"] == statement]
