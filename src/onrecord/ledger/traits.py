"""What current articles print of registered entities: counted as articles come and go, and what is shown of it."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

from sqlalchemy import Connection, select

from onrecord.entity_linking import Profile, canonical_name
from onrecord.ledger.schema import registry, traits
from onrecord.records import EntityType

# Names and roles of one entity that are compared: the most frequent say all there is to say.
_COMPARED = 12


class Counted(NamedTuple):
    """In how many articles a registered entity is printed so."""

    trait: str
    value: str
    articles: int


type Traits = Mapping[int, list[Counted]]

_ADD = """
    INSERT INTO traits (registered, trait, value, articles) VALUES (?, ?, ?, 1)
    ON CONFLICT DO UPDATE SET articles = articles + 1
"""

# Every trait of every current appearance. A name is printed of it if it is its own or that of a mention.
CURRENT = """
    WITH current AS (
        SELECT entities.* FROM entities
        JOIN articles ON articles.key = entities.article
        JOIN readings ON readings.key = articles.reading AND readings.current
        JOIN pages ON pages.key = readings.page AND pages.current
        WHERE {where}
    )
    SELECT registered, trait, value, count(*) AS articles FROM (
        SELECT key, registered, 'name' AS trait, name AS value FROM current
        UNION SELECT current.key, registered, 'name', spans.text FROM current
            JOIN spans ON spans.entity = current.key AND spans.part = 'mention'
        UNION SELECT key, registered, 'role', role FROM current WHERE role IS NOT NULL
        UNION SELECT key, registered, 'country', country FROM current WHERE country IS NOT NULL
        UNION SELECT key, registered, 'gender', gender FROM current WHERE gender IS NOT NULL
    ) GROUP BY registered, trait, value
"""

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
"""


def add(connection: Connection, printed: Iterable[tuple[int, str, str]]) -> None:
    """Count one article more for each (registered entity, trait, value)."""
    rows = list(printed)
    if rows:
        connection.exec_driver_sql(_ADD, rows)


def take_away(connection: Connection, reading: int) -> set[int]:
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
    connection.exec_driver_sql(
        f"INSERT INTO traits (registered, trait, value, articles) {CURRENT.format(where=f'registered IN ({marks})')} "
        "ON CONFLICT DO UPDATE SET articles = excluded.articles"
    )


def traits_of(connection: Connection, keys: Collection[int]) -> Traits:
    """Return the traits of the registered entities with these keys, the most frequent first.

    Of an entity that no current article names, those it had.
    """
    chosen = select(traits).where(traits.c.registered.in_(keys)).order_by(traits.c.articles.desc(), traits.c.value)
    found: defaultdict[int, list[Counted]] = defaultdict(list)
    for row in connection.execute(chosen):
        found[row.registered].append(Counted(row.trait, row.value, row.articles))
    for key, counted in found.items():
        standing = [one for one in counted if one.articles]
        found[key] = standing or counted
    return found


def profile(kind: EntityType, counted: Iterable[Counted]) -> Profile:
    """Return what comparing needs to know of a registered entity of these traits."""
    values: defaultdict[str, list[str]] = defaultdict(list)
    for one in counted:
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


def show(connection: Connection, keys: Collection[int]) -> None:
    """Bring up to date what the registered entities with these keys, and all merged with them, are shown with.

    That is their name and country, and what the index of names holds of them.
    """
    roots = select(registry.c.root).where(registry.c.key.in_(keys))
    members = connection.execute(select(registry).where(registry.c.root.in_(roots)).order_by(registry.c.key)).all()
    counted = traits_of(connection, [member.key for member in members])
    groups: defaultdict[int, list[Counted]] = defaultdict(list)
    renamed: dict[int, str] = {}
    for member in members:
        groups[member.root] += counted.get(member.key, ())
        if member.renamed and (member.key == member.root or member.root not in renamed):
            renamed[member.root] = member.renamed
    marks = ", ".join(str(member.key) for member in members)
    indexed = {
        row[0]: row[1] for row in connection.exec_driver_sql(f"SELECT rowid, names FROM named WHERE rowid IN ({marks})")
    }
    for member in members:
        own = counted.get(member.key, [])
        # Of merged entities the name of the one that the user let stay.
        name = renamed.get(member.key) or _name(own) or member.name
        countries = _counts(groups[member.key] or own, "country")
        country = max(countries, key=lambda value: (countries[value], value), default=None)
        if (name, country) != (member.name, member.country):
            connection.exec_driver_sql(
                "UPDATE registry SET name = ?, country = ? WHERE key = ?", (name, country, member.key)
            )
        lines = "\n".join(dict.fromkeys((name, *sorted(_counts(own, "name")))))
        if member.key not in indexed:
            connection.exec_driver_sql("INSERT INTO named (rowid, names) VALUES (?, ?)", (member.key, lines))
        elif indexed[member.key] != lines:
            connection.exec_driver_sql("UPDATE named SET names = ? WHERE rowid = ?", (lines, member.key))


def _name(counted: Iterable[Counted]) -> str | None:
    names = _counts(counted, "name")
    return canonical_name(names) if names else None


def _counts(counted: Iterable[Counted], trait: str) -> dict[str, int]:
    """Return the values of a trait with their articles; at least one, since an entity named no more had a name."""
    counts: defaultdict[str, int] = defaultdict(int)
    for one in counted:
        if one.trait == trait:
            counts[one.value] += one.articles
    if any(counts.values()):
        return {value: articles for value, articles in counts.items() if articles}
    return dict.fromkeys(counts, 1)
