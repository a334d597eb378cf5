"""What current articles print of registered entities, counted as articles come and go."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

from sqlalchemy import Connection, select

from onrecord.entity_linking import Profile
from onrecord.ledger.store import traits
from onrecord.vocabulary import EntityType

# Names and roles of one entity that are compared: the most frequent say all there is to say.
_COMPARED = 12


class TraitCount(NamedTuple):
    """In how many articles a registered entity is printed so."""

    trait: str
    value: str
    articles: int


type Traits = Mapping[int, list[TraitCount]]

_ADD = """
    INSERT INTO traits (registered, trait, value, articles) VALUES (?, ?, ?, 1)
    ON CONFLICT DO UPDATE SET articles = articles + 1
"""


def _traits_of(appearances: str, registered: str) -> str:
    """Return the query of every trait of a table of appearances, whose column `registered` tells of whom each is."""
    return f"""
        SELECT key, {registered} AS registered, 'name' AS trait, name AS value FROM {appearances}
        UNION SELECT {appearances}.key, {registered}, 'name', spans.text FROM {appearances}
            JOIN spans ON spans.entity = {appearances}.key AND spans.part = 'mention'
        UNION SELECT key, {registered}, 'role', role FROM {appearances} WHERE role IS NOT NULL
        UNION SELECT key, {registered}, 'country', country FROM {appearances} WHERE country IS NOT NULL
        UNION SELECT key, {registered}, 'gender', gender FROM {appearances} WHERE gender IS NOT NULL
        UNION SELECT key, {registered}, 'appearance', '' FROM {appearances}
    """


PRINTED_NOW = f"""
    WITH current AS (
        SELECT entities.* FROM entities
        JOIN articles ON articles.key = entities.article
        JOIN readings ON readings.key = articles.reading AND readings.current
        JOIN pages ON pages.key = readings.page AND pages.current
        WHERE {{where}}
    )
    SELECT registered, trait, value, count(*) AS articles FROM ({_traits_of("current", "registered")})
    GROUP BY registered, trait, value
"""
"""Every trait of every current appearance, `where` an entity is. A name is printed if it is its own or a mention's."""

PRINTED_EVER = f"""
    SELECT registered, trait, value FROM ({_traits_of("entities", "registered")})
    UNION SELECT registered, trait, value FROM ({_traits_of("entities", "matched")})
"""
"""Every trait of every appearance, in any reading and version, of whom it was found to be and of whom it is now."""

_TAKE_AWAY = """
    WITH printed AS (
        SELECT entities.* FROM entities JOIN articles ON articles.key = entities.article WHERE articles.reading = ?
    )
    SELECT registered, 'name', name FROM printed
    UNION ALL SELECT registered, 'name', text FROM (
        SELECT DISTINCT printed.key, registered, spans.text FROM printed
        JOIN spans ON spans.entity = printed.key AND spans.part = 'mention' AND spans.text != printed.name
    )
    UNION ALL SELECT registered, 'role', role FROM printed WHERE role IS NOT NULL
    UNION ALL SELECT registered, 'country', country FROM printed WHERE country IS NOT NULL
    UNION ALL SELECT registered, 'gender', gender FROM printed WHERE gender IS NOT NULL
    UNION ALL SELECT registered, 'appearance', '' FROM printed
"""


def count_printed(connection: Connection, printed: Iterable[tuple[int, str, str]]) -> None:
    """Count one article more for each (registered entity, trait, value)."""
    rows = list(printed)
    if rows:
        connection.exec_driver_sql(_ADD, rows)


def take_away_reading(connection: Connection, reading: int) -> set[int]:
    """Count the articles of a reading no more; return the registered entities it named."""
    rows = [tuple(row) for row in connection.exec_driver_sql(_TAKE_AWAY, (reading,))]
    if rows:
        # What is counted to nothing stays as a trait of an entity that is named no more.
        connection.exec_driver_sql(
            "UPDATE traits SET articles = articles - 1 WHERE registered = ? AND trait = ? AND value = ?", rows
        )
    return {row[0] for row in rows}


def recount(connection: Connection, keys: Collection[int]) -> None:
    """Count anew what current articles print of the registered entities with these keys."""
    marks = ", ".join(map(str, sorted(keys)))
    connection.exec_driver_sql(f"UPDATE traits SET articles = 0 WHERE registered IN ({marks})")
    printed = PRINTED_NOW.format(where=f"registered IN ({marks})")
    connection.exec_driver_sql(
        f"INSERT INTO traits (registered, trait, value, articles) {printed} "
        "ON CONFLICT DO UPDATE SET articles = excluded.articles"
    )


def note_printed(connection: Connection, printed: Iterable[tuple[int, str, str]]) -> None:
    """Note how an entity is printed in a reading that does not count, so that it is known if nothing else names it."""
    rows = list(printed)
    if rows:
        connection.exec_driver_sql(
            "INSERT OR IGNORE INTO traits (registered, trait, value, articles) VALUES (?, ?, ?, 0)", rows
        )


def traits_of(connection: Connection, keys: Collection[int]) -> Traits:
    """Return the traits of the registered entities with these keys, the most frequent first.

    Of an entity that no current article names, those it had.
    """
    chosen = select(traits).where(traits.c.registered.in_(keys)).order_by(traits.c.articles.desc(), traits.c.value)
    found: defaultdict[int, list[TraitCount]] = defaultdict(list)
    for row in connection.execute(chosen):
        found[row.registered].append(TraitCount(row.trait, row.value, row.articles))
    for key, counts in found.items():
        standing = [one for one in counts if one.articles]
        found[key] = standing or counts
    return found


def profile_of(kind: EntityType, counts: Iterable[TraitCount]) -> Profile:
    """Return what comparing needs to know of a registered entity of these traits."""
    values: defaultdict[str, list[str]] = defaultdict(list)
    for one in counts:
        values[one.trait].append(one.value)
    return Profile(
        type=kind,
        names=fullest_first(values["name"][:_COMPARED]),
        country=next(iter(values["country"]), None),
        roles=tuple(values["role"][:_COMPARED]),
        gender=next(iter(values["gender"]), None),
    )


def fullest_first(names: Iterable[str]) -> tuple[str, ...]:
    """Return names by how much they tell: more words first, then more characters."""
    return tuple(sorted(dict.fromkeys(names), key=lambda name: (-len(name.split()), -len(name))))
