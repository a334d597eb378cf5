"""Registered entities in a line each, from what is counted of them, without looking at their appearances."""

from collections import Counter, defaultdict
from collections.abc import Iterator

from sqlalchemy import Connection, select

from onrecord.ledger.query.entities import wikidata_ids
from onrecord.ledger.query.row_selection import Chunks
from onrecord.ledger.rows import EntityLine, conforming
from onrecord.ledger.store import registry, traits


def entity_lines(connection: Connection, found: Chunks) -> Iterator[EntityLine]:
    """Yield the entities that were fetched of a selection of `registry`."""
    for some in found:
        keys = [one.key for one in some]
        printed, ids = _printed(connection, keys), wikidata_ids(connection, keys)
        for one in some:
            line = EntityLine(
                id=one.id,
                name=one.name,
                type=one.type,
                country=one.country,
                variants=[name for name in printed[one.key, "name"] if name != one.name],
                roles=list(printed[one.key, "role"]),
                wikidata=ids.get(one.key),
                appearances=one.appearances,
            )
            yield conforming(EntityLine, line)


def _printed(connection: Connection, roots: list[int]) -> defaultdict[tuple[int, str], list[str]]:
    """Return the names and roles that current articles print of entities, those that most of them print first."""
    chosen = (
        select(registry.c.root, traits)
        .join(registry, traits.c.registered == registry.c.key)
        .where(registry.c.root.in_(roots), traits.c.trait.in_(("name", "role")), traits.c.articles > 0)
        .order_by(traits.c.value)
    )
    counts: defaultdict[tuple[int, str], Counter[str]] = defaultdict(Counter)
    for row in connection.execute(chosen):
        counts[row.root, row.trait][row.value] += row.articles
    printed: defaultdict[tuple[int, str], list[str]] = defaultdict(list)
    for key, values in counts.items():
        printed[key] = [value for value, _ in values.most_common()]
    return printed
