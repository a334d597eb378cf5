"""What registered entities are shown with: name and country, and the index of their names."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from sqlalchemy import Connection, select

from onrecord.entity_linking import canonical_name
from onrecord.ledger.registry.printed_counts import TraitCount, traits_of
from onrecord.ledger.store import registry
from onrecord.vocabulary import EntityType


class Display(NamedTuple):
    """What a registered entity is shown with, and what the index of names holds of it: a name a line.

    `appearances` counts those of all that was merged into it, and is 0 of one that was merged into another.
    """

    key: int
    name: str
    country: str | None
    appearances: int
    names: str


def displays(connection: Connection, keys: Collection[int]) -> Iterator[tuple[Display, Display]]:
    """Yield what the registered entities with these keys, and all merged with them, are shown with, and are to be.

    What they are to be shown with follows from what articles print, from merges and from the names the user gave.
    """
    roots = select(registry.c.root).where(registry.c.key.in_(keys))
    members = connection.execute(select(registry).where(registry.c.root.in_(roots)).order_by(registry.c.key)).all()
    counts = traits_of(connection, [member.key for member in members])
    groups: defaultdict[int, list[TraitCount]] = defaultdict(list)
    renamed: dict[int, str] = {}
    for member in members:
        groups[member.root] += counts.get(member.key, ())
        if member.renamed and (member.key == member.root or member.root not in renamed):
            renamed[member.root] = member.renamed
    marks = ", ".join(str(member.key) for member in members)
    indexed = {
        row[0]: row[1] for row in connection.exec_driver_sql(f"SELECT rowid, names FROM named WHERE rowid IN ({marks})")
    }
    for member in members:
        own = counts.get(member.key, [])
        # Of merged entities the name of the one that the user let stay.
        name = renamed.get(member.key) or _name(own, member.type) or member.name
        countries = _values(groups[member.key] or own, "country")
        country = max(countries, key=lambda value: (countries[value], value), default=None)
        lines = "\n".join(dict.fromkeys((name, *sorted(_values(own, "name")))))
        appearances = _appearances(groups[member.key]) if member.key == member.root else 0
        shown = Display(member.key, member.name, member.country, member.appearances, indexed.get(member.key, ""))
        yield shown, Display(member.key, name, country, appearances, lines)


def refresh_display_names(connection: Connection, keys: Collection[int]) -> None:
    """Bring up to date what the registered entities with these keys, and all merged with them, are shown with."""
    for shown, wanted in list(displays(connection, keys)):
        if shown[:-1] != wanted[:-1]:
            connection.exec_driver_sql(
                "UPDATE registry SET name = ?, country = ?, appearances = ? WHERE key = ?",
                (wanted.name, wanted.country, wanted.appearances, wanted.key),
            )
        if not shown.names:
            connection.exec_driver_sql("INSERT INTO named (rowid, names) VALUES (?, ?)", (wanted.key, wanted.names))
        elif shown.names != wanted.names:
            connection.exec_driver_sql("UPDATE named SET names = ? WHERE rowid = ?", (wanted.names, wanted.key))


def _appearances(counts: Iterable[TraitCount]) -> int:
    return sum(one.articles for one in counts if one.trait == "appearance")


def _name(counts: Iterable[TraitCount], kind: EntityType) -> str | None:
    names = _values(counts, "name")
    return canonical_name(names, person=kind == "person") if names else None


def _values(counts: Iterable[TraitCount], trait: str) -> dict[str, int]:
    """Return the values of a trait with how many articles print each; of an entity that none names, one of each."""
    values: defaultdict[str, int] = defaultdict(int)
    for one in counts:
        if one.trait == trait:
            values[one.value] += one.articles
    if any(values.values()):
        return {value: articles for value, articles in values.items() if articles}
    return dict.fromkeys(values, 1)
