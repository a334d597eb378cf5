"""Events as lines of POLECAT, so that what reads that data set reads a ledger's events.

POLECAT: Halterman, Bagozzi, Beger, Schrodt and Scarborough, "PLOVER and POLECAT", 2023. Columns and their order are
those of its files. What onrecord does not know (contexts, intensity, COW numbers, Wikipedia pages, coordinates) is
empty.
"""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import product
from typing import IO, Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, select

from onrecord.ledger.export.asking import Asking
from onrecord.ledger.export.lines import write_csv
from onrecord.ledger.rows import EventRow, ParticipantRow, first_day, local_day
from onrecord.ledger.store import articles, entities, readings, registry

_COLUMNS = (
    "Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts",
    "Actor Name", "Actor Country", "Actor COW", "Primary Actor Sector", "Actor Sectors", "Actor Title",
    "Actor Name Raw", "Wikipedia Actor ID",
    "Recipient Name", "Recipient Country", "Recipient COW", "Primary Recipient Sector", "Recipient Sectors",
    "Recipient Title", "Recipient Name Raw", "Wikipedia Recipient ID",
    "Placename", "City", "District", "Province", "Country", "Latitude", "Longitude", "GeoNames ID", "Raw Placename",
    "Feature Type", "Source", "Publication Date", "Story People", "Story Organizations", "Story Locations", "Language",
    "Version",
)  # fmt: skip

_QUADS = {
    "VERBAL COOPERATION": ("AGREE", "CONSULT", "SUPPORT", "CONCEDE"),
    "MATERIAL COOPERATION": ("COOPERATE", "AID", "RETREAT"),
    "VERBAL CONFLICT": ("REQUEST", "ACCUSE", "REJECT", "THREATEN"),
    "MATERIAL CONFLICT": ("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"),
}
_QUAD_OF = {root: quad for quad, roots in _QUADS.items() for root in roots}
_STORY = {
    "person": "Story People",
    "organisation": "Story Organizations",
    "state": "Story Locations",
    "place": "Story Locations",
}


class _Story(NamedTuple):
    """What is told of an article: what read it, whom it names, by column, and the names it prints, by registered id."""

    reader: str
    named: Mapping[str, str]
    printed: Mapping[str, str]


def write_polecat(asking: Asking, rows: Iterable[EventRow], stream: IO[bytes], *, formulas: str = "escape") -> None:
    """Write a header and the lines of each event: one for each pair of an actor and a recipient; see `write_csv`.

    Rows that have no `reading` are of the current one. Those of an article best follow each other.
    """
    write_csv(_all_lines(asking, rows), _COLUMNS, stream, formulas=formulas)


def _all_lines(asking: Asking, rows: Iterable[EventRow]) -> Iterator[dict[str, Any]]:
    read: tuple[object, object] = (None, None)
    story = _Story("", {}, {})
    for row in rows:
        if read != (row["article"]["id"], row.get("reading")):
            read = (row["article"]["id"], row.get("reading"))
            with asking() as connection:
                story = _story(connection, row)
        yield from _lines(row, story)


def _lines(row: EventRow, story: _Story) -> Iterator[dict[str, Any]]:
    published = local_day(row["article"]["published"]) or None
    shared = {
        "Event ID": row["id"],
        "Event Date": first_day(row["date"]) or published,
        "Event Type": row["type"],
        "Event Mode": row["modality"],
        "Quad Code": _QUAD_OF[row["type"]],
        "Raw Placename": row["place"]["text"] if row["place"] else None,
        "Source": row["page"]["url"] or row["page"]["path"],
        "Publication Date": published,
        "Language": "en",
        "Version": story.reader,
        **story.named,
    }
    nobody: list[ParticipantRow | None] = [None]
    for actor, recipient in product(row["actors"] or nobody, row["recipients"] or nobody):
        yield shared | _party("Actor", actor, story.printed) | _party("Recipient", recipient, story.printed)


def _party(part: str, one: ParticipantRow | None, printed: Mapping[str, str]) -> dict[str, str | None]:
    if one is None:
        return {}
    return {
        f"{part} Name": one["name"],
        f"{part} Country": one["country"],
        f"Primary {part} Sector": one["sector"],
        f"{part} Sectors": one["sector"],
        f"{part} Title": one["role"],
        f"{part} Name Raw": printed.get(one["id"], one["name"]),
    }


def _story(connection: Connection, row: EventRow) -> _Story:
    """Return what is told of the article of an event, as it was read with it."""
    root = registry.alias("root")
    chosen = (
        select(root.c.id, entities.c.name, entities.c.type, entities.c.named)
        .join(articles, entities.c.article == articles.c.key)
        .join(readings, articles.c.reading == readings.c.key)
        .join(registry, entities.c.registered == registry.c.key)
        .join(root, registry.c.root == root.c.key)
        .where(articles.c.id == row["article"]["id"], *_of_reading(row))
        .order_by(readings.c.key, entities.c.number)
    )
    printed: dict[str, str] = {}
    named: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for found in connection.execute(chosen):
        printed.setdefault(found.id, found.name)
        if found.named and found.type in _STORY:
            named[_STORY[found.type]][found.name] = None
    told = {column: "; ".join(names) for column, names in named.items()}
    return _Story(_reader(connection, row), told, printed)


def _of_reading(row: EventRow) -> list[ColumnElement[bool]]:
    """Return the conditions that a reading is the one of an event: the current one, where none is told."""
    if "reading" not in row:
        return [readings.c.current]
    read_at = datetime.datetime.fromisoformat(row["reading"]["read_at"]).replace(tzinfo=None)
    return [readings.c.reader == row["reading"]["reader"], readings.c.read_at == read_at]


def _reader(connection: Connection, row: EventRow) -> str:
    """Return what has read an event."""
    chosen = select(readings.c.reader).join(articles, articles.c.reading == readings.c.key)
    chosen = chosen.where(articles.c.id == row["article"]["id"], *_of_reading(row))
    found: str | None = connection.execute(chosen).scalars().first()
    return found or ""
