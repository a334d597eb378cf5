"""Who takes part in statements, and who asserts what is told in them, as the user has judged it."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import Any

from sqlalchemy import ColumnElement, Connection, FromClause, Select, case, exists, not_, null, or_, select, true

from onrecord.ledger.query.given_keys import GIVEN, given
from onrecord.ledger.query.row_selection import FetchedRow, plain
from onrecord.ledger.rows import EntityRef
from onrecord.ledger.store import entities, judged, parties, registry, statements

type EntitiesByPart = defaultdict[str, list[EntityRef]]
"""Entities by their part in a statement."""


class Assertions:
    """Who asserts what is told in the statements of these keys.

    That is the (first) speaker of the statement: read, or as the user has reattributed it. What is told in no
    statement, or in one that the user dismissed, is the narrator's.
    """

    def __init__(self, connection: Connection, keys: Iterable[int | None]) -> None:
        told = [key for key in keys if key is not None]
        self._taking_part = entities_of_statements(connection, told)
        self._dismissed = dismissed_among(connection, told)

    def stands(self, statement: int | None) -> bool:
        """Say whether there is a statement that the user did not dismiss."""
        return statement is not None and statement not in self._dismissed

    def by(self, statement: int | None) -> EntityRef | None:
        """Return who asserts what is told in a statement, None where that is the narrator or nobody known."""
        if statement is None or not self.stands(statement):
            return None
        return next(iter(self._taking_part[statement]["speaker"]), None)


def entities_of_statements(connection: Connection, keys: list[int]) -> defaultdict[int, EntitiesByPart]:
    """Return who takes part in the statements with these keys, as registered entities; their speakers as judged."""
    make: Callable[[], EntitiesByPart] = lambda: defaultdict(list)  # noqa: E731
    who: defaultdict[int, EntitiesByPart] = defaultdict(make)
    named_anew = {found.statement: entity_ref(found) for found in connection.execute(_NAMED_ANEW, given(keys))}
    for found in plain(connection.execute(_TAKING_PART, given(keys)).all()):
        if found.part == "speaker" and found.statement in named_anew:
            continue
        who[found.statement][found.part].append(entity_ref(found))
    for statement, speaker in named_anew.items():
        who[statement]["speaker"].append(speaker)
    return who


def article_columns(root: FromClause) -> tuple[ColumnElement[Any], ...]:
    """Return what an article tells of an entity, beside what its registered one, `root`, does.

    One that the article only describes is named if the user merged it into one that some article names.
    """
    named = case((entities.c.named, true()), else_=_is_named(root)).label("named")
    return entities.c.country.label("own_country"), entities.c.role, named


def _is_named(root: FromClause) -> ColumnElement[bool]:
    appearing, registered = entities.alias(), registry.alias()
    found = select(appearing.c.key).join(registered, appearing.c.registered == registered.c.key)
    return exists(found.where(registered.c.root == root.c.key, appearing.c.named).correlate(root))


def entity_ref(found: FetchedRow) -> EntityRef:
    """Return a row with the columns of the registry and those of `article_columns` as an entity."""
    return EntityRef(
        id=found.id,
        name=found.name,
        type=found.type,
        country=found.country or found.own_country,
        role=found.role,
        named=found.named,
    )


def dismissed_among(connection: Connection, keys: list[int]) -> frozenset[int]:
    """Return which of the statements with these keys the user dismissed."""
    return frozenset(connection.execute(_DISMISSED, given(keys)).scalars())


def _taking_part() -> Select[Any]:
    """Return the selection of who takes part in the statements that are given, as they were read."""
    root = registry.alias("root")
    shown = (root.c.id, root.c.name, root.c.type, root.c.country)
    return (
        select(parties.c.statement, parties.c.part, *shown, *article_columns(root))
        .join(entities, parties.c.entity == entities.c.key)
        .join(registry, entities.c.registered == registry.c.key)
        .join(root, registry.c.root == root.c.key)
        .where(parties.c.statement.in_(GIVEN))
        .order_by(parties.c.statement, parties.c.number)
    )


def _named_anew() -> Select[Any]:
    """Return that of whom the user named as the speakers of statements, with a role that the article prints of them."""
    root, other = registry.alias("root"), registry.alias("other")
    role = (
        select(entities.c.role)
        .join(other, entities.c.registered == other.c.key)
        .where(entities.c.article == statements.c.article, other.c.root == root.c.key, entities.c.role.is_not(None))
        .limit(1)
        .scalar_subquery()
    )
    appears = exists(
        select(entities.c.key)
        .join(other, entities.c.registered == other.c.key)
        .where(other.c.root == root.c.key)
        .correlate(root)
    )
    named = or_(_is_named(root), not_(appears)).label("named")
    shown = (root.c.id, root.c.name, root.c.type, root.c.country)
    return (
        select(judged.c.statement, *shown, null().label("own_country"), role.label("role"), named)
        .join(statements, judged.c.statement == statements.c.key)
        .join(registry, judged.c.speaker == registry.c.key)
        .join(root, registry.c.root == root.c.key)
        .where(judged.c.kind == "reattribute", judged.c.statement.in_(GIVEN))
    )


_TAKING_PART, _NAMED_ANEW = _taking_part(), _named_anew()
_DISMISSED = select(judged.c.statement).where(judged.c.kind == "dismiss", judged.c.statement.in_(GIVEN))
