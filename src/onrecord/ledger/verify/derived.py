"""What follows from readings and judgements, worked out again: who is whom, under which name, and what is judged."""

from collections.abc import Iterator
from itertools import batched

from sqlalchemy import Connection

from onrecord.ledger.judgements import holding_for, readings_of, standing
from onrecord.ledger.registry import INVOLVED, PRINTED_EVER, MergesAndSplits, about_stored, appearances_of, displays
from onrecord.ledger.verify.links import verify_links
from onrecord.ledger.verify.outlets import verify_outlets
from onrecord.ledger.verify.problem import Problem, guarded

_TOGETHER = 500

_CURRENT = """
    SELECT coalesce(path, sha256), 'page', 'is not told rightly to be the newest version' FROM pages
    WHERE current != (key NOT IN (SELECT previous FROM pages WHERE previous IS NOT NULL))
    UNION ALL SELECT coalesce(path, sha256), 'reading ' || readings.key, 'is not told rightly to be the newest'
    FROM readings JOIN pages ON pages.key = readings.page
    WHERE readings.current != (readings.key = (SELECT max(key) FROM readings AS other WHERE other.page = pages.key))
"""
_MOVED = "SELECT id, matched, registered FROM entities WHERE matched IS NOT registered"
_JUDGED = "SELECT statement, kind, judgement, speaker FROM judged"
_PRINTED_NEVER = f"""
    SELECT registered, trait, value FROM traits WHERE articles = 0
    EXCEPT SELECT * FROM ({PRINTED_EVER})
"""
_ABOUT = "CREATE TEMP TABLE about (registered INTEGER, rank INTEGER, PRIMARY KEY (registered, rank)) WITHOUT ROWID"
_INVOLVED = f"""
    WITH involving AS (
        {INVOLVED.format(where="entities.registered IS NOT NULL")}
        UNION SELECT registered, 'about', rank FROM temp.about
    )
    SELECT registry.id, part FROM (
        SELECT * FROM (SELECT registered, part, rank FROM involved EXCEPT SELECT * FROM involving)
        UNION ALL SELECT * FROM (SELECT * FROM involving EXCEPT SELECT registered, part, rank FROM involved)
    ) AS differing LEFT JOIN registry ON registry.key = differing.registered
"""


def verify_derived(connection: Connection) -> Iterator[Problem]:
    """Yield what does not follow from what was read and judged."""
    for page, row, reason in connection.exec_driver_sql(_CURRENT):
        yield Problem(page, row, reason)
    for part in (_entities, _appearances, _involved, _judged):
        yield from guarded("ledger", part.__name__.strip("_"), part(connection))
    yield from guarded("ledger", "outlets", verify_outlets(connection))
    yield from verify_links(connection)


def _entities(connection: Connection) -> Iterator[Problem]:
    """Yield the problems of registered entities: what they are part of, and what they are shown with."""
    decided = MergesAndSplits(connection)
    roots, names, links = decided.roots(), standing(connection, "rename"), standing(connection, "link")
    for key, identifier, root, renamed, wikidata in connection.exec_driver_sql(
        "SELECT key, id, root, renamed, wikidata FROM registry"
    ):
        row = f"entity {identifier}"
        if root != roots.get(key, key):
            yield Problem("ledger", row, "is not part of the entity that merges make it part of")
        if renamed != names.get(identifier, {}).get("name"):
            yield Problem("ledger", row, f"has the name {renamed!r}, which nobody gave it")
        if wikidata != links.get(identifier, {}).get("wikidata"):
            yield Problem("ledger", row, f"has the Wikidata id {wikidata!r}, which nobody gave it")
    connected = decided.splittable()
    given = _given(connection)
    for key, trait, value in connection.exec_driver_sql(_PRINTED_NEVER):
        if key not in connected and not (trait == "name" and value in given):
            yield Problem("ledger", f"entity number {key}", f"its {trait} {value!r} is printed nowhere")
    keys = [key for (key,) in connection.exec_driver_sql("SELECT key FROM registry WHERE root = key")]
    for some in batched(keys, _TOGETHER):
        for shown, wanted in displays(connection, some):
            if (shown.name, shown.country) != (wanted.name, wanted.country):
                yield Problem(
                    "ledger", f"entity {shown.name!r}", f"is to be shown as {wanted.name!r}, {wanted.country}"
                )
            elif shown.appearances != wanted.appearances:
                reason = f"is said to appear {shown.appearances} times and does {wanted.appearances}"
                yield Problem("ledger", f"entity {shown.name!r}", reason)
            elif shown.names != wanted.names:
                yield Problem("ledger", f"entity {shown.name!r}", "the index of names does not hold its names")


def _given(connection: Connection) -> set[str]:
    """Return the names that the user gave to speakers, whom no article needs to name."""
    return {
        name
        for (name,) in connection.exec_driver_sql(
            "SELECT json_extract(says, '$.name') FROM judgements WHERE kind = 'reattribute' AND json_valid(says)"
        )
    }


def _appearances(connection: Connection) -> Iterator[Problem]:
    """Yield the appearances that are not of the entity that the machine and the user's splits make them."""
    decided = MergesAndSplits(connection)
    splittable = decided.splittable()
    for identifier, matched, registered in connection.exec_driver_sql(_MOVED):
        if not {matched, registered} <= splittable:
            yield Problem("ledger", f"entity {identifier}", "is registered as another than it was found to be")
    if splittable:
        for key, matched, registered, appearance in appearances_of(connection, splittable):
            if decided.place(matched, appearance) != registered:
                yield Problem("ledger", f"entity number {key}", "is not registered as splits say")


def _involved(connection: Connection) -> Iterator[Problem]:
    """Yield the entities whose part in a statement or an event is not noted as the rows of that say."""
    connection.exec_driver_sql("DROP TABLE IF EXISTS temp.about")
    connection.exec_driver_sql(_ABOUT)
    for some in about_stored(connection):
        if some:
            connection.exec_driver_sql("INSERT INTO temp.about VALUES (?, ?)", some)
    for identifier, part in connection.exec_driver_sql(_INVOLVED):
        noted = "with what is said about it" if part == "about" else f"as {part}"
        yield Problem("ledger", f"entity {identifier}", f"is not noted rightly {noted}")
    connection.exec_driver_sql("DROP TABLE temp.about")


def _judged(connection: Connection) -> Iterator[Problem]:
    """Yield the statements for which judgements are not noted as they hold."""
    noted = {tuple(row) for row in connection.exec_driver_sql(_JUDGED)}
    pages = connection.exec_driver_sql("SELECT DISTINCT page FROM judgements WHERE page IS NOT NULL").scalars().all()
    read = {reading for page in pages for reading in readings_of(connection, page)}
    held = {tuple(one) for reading in read for one in holding_for(connection, reading)}
    for statement, kind, *_ in sorted(noted ^ held):
        yield Problem("ledger", f"statement number {statement}", f"is not noted rightly for {kind}")
