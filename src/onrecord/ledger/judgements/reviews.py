"""What the ledger is least certain of, as questions to the user."""

import datetime
import heapq
import sys
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from sqlalchemy import Connection, exists, func, select, text

from onrecord.entity_linking import Profile, compare
from onrecord.ledger.judgements.lines import line_of, line_saying
from onrecord.ledger.judgements.link_reviews import UnsureLink, ask_of_link, unsure_links
from onrecord.ledger.query import chunks, current_appearances, selection, statement_rows
from onrecord.ledger.registry import TraitCount, profile_of, traits_of
from onrecord.ledger.rows import FeatureRow, ReviewRow, RoleRow, SideRow
from onrecord.ledger.store import (
    articles,
    entities,
    judged,
    parties,
    registry,
    spans,
    statements,
)

_CURRENT = """
    JOIN articles ON articles.key = entities.article
    JOIN readings ON readings.key = articles.reading AND readings.current
    JOIN pages ON pages.key = readings.page AND pages.current
    JOIN registry AS own ON own.key = entities.registered
"""
# Pairs that an appearance of the one made the machine take for the same, but not surely, and which the user did not
# tell or split apart: the likeliest first, a pair as often as an appearance made it so.
_MERGES = f"""
    SELECT own.root AS one, other.root AS other, entities.key AS appearance, doubts.probability
    FROM doubts JOIN entities ON entities.key = doubts.entity {_CURRENT}
    JOIN registry AS other ON other.key = doubts.registered
    WHERE own.root != other.root AND (min(own.root, other.root), max(own.root, other.root)) NOT IN (
        SELECT min(a.root, b.root), max(a.root, b.root) FROM judgements
        JOIN registry AS a ON a.id = json_extract(says, '$.one')
        JOIN registry AS b ON b.id = json_extract(says, '$.other')
        WHERE kind IN ('keep_apart', 'split') AND undone_at IS NULL
    )
    ORDER BY doubts.probability DESC, doubts.entity
"""
# The names, other than the one it is shown with, by which articles call an entity that was known before, and which the
# user did not confirm: the least likely first, a name as often as an article has it.
_NAMES = f"""
    SELECT own.root AS one, own.root AS other, entities.name AS called, entities.key AS appearance, entities.probability
    FROM entities {_CURRENT}
    WHERE entities.probability IS NOT NULL AND entities.registered = entities.matched AND entities.name != own.name
    AND (own.root, entities.name) NOT IN (
        SELECT registry.root, json_extract(says, '$.called') FROM judgements
        JOIN registry ON registry.id = json_extract(says, '$.entity')
        WHERE kind = 'confirm_name' AND undone_at IS NULL
    )
    ORDER BY entities.probability, entities.key
"""


class _Pair(NamedTuple):
    """An appearance, the registered entity it is, and one that it may be as well, or is by a name."""

    certainty: float
    one: int
    other: int
    appearance: int
    called: str | None


class _Statement(NamedTuple):
    """A statement of somebody."""

    certainty: float
    statement: int


type _Question = _Pair | _Statement | UnsureLink


def questions(connection: Connection, limit: int | None, skip: int) -> list[ReviewRow]:
    """Return what is least certain behind the `skip` least certain; what the user decided is not asked."""
    kinds: tuple[Iterator[_Question], ...] = (
        _merges(connection),
        _names(connection),
        _statements(connection),
        unsure_links(connection),
    )
    merged = heapq.merge(*kinds, key=lambda one: one.certainty)
    end = sys.maxsize if limit is None else min(skip + limit, sys.maxsize)
    return [_asked(connection, one) for one in islice(merged, min(skip, end), end)]


def _merges(connection: Connection) -> Iterator[_Question]:
    asked: set[tuple[int, int]] = set()
    for row in connection.execute(text(_MERGES)):
        pair = min(row.one, row.other), max(row.one, row.other)
        if pair in asked:
            continue
        asked.add(pair)
        yield _Pair(1.0 - row.probability, row.one, row.other, row.appearance, None)


def _names(connection: Connection) -> Iterator[_Question]:
    asked: set[tuple[int, str]] = set()
    for row in connection.execute(text(_NAMES)):
        if (row.one, row.called) in asked:
            continue
        asked.add((row.one, row.called))
        yield _Pair(row.probability, row.one, row.other, row.appearance, row.called)


def _statements(connection: Connection) -> Iterator[_Question]:
    spoken = exists(parties.c.number).where(parties.c.statement == statements.c.key, parties.c.part == "speaker")
    chosen = selection(statements).with_only_columns(statements.c.key, statements.c.confidence)
    chosen = chosen.where(statements.c.key.not_in(select(judged.c.statement)), spoken)
    for row in connection.execute(chosen.order_by(statements.c.confidence, statements.c.key)):
        yield _Statement(row.confidence, row.key)


def _asked(connection: Connection, one: _Question) -> ReviewRow:
    if isinstance(one, UnsureLink):
        return ask_of_link(connection, one)
    certainty = round(one.certainty, 3)
    if isinstance(one, _Statement):
        chosen = selection(statements).where(statements.c.key == one.statement)
        statement = next(statement_rows(connection, chunks(connection, chosen)))
        speaker = _speaker(connection, one.statement)
        return ReviewRow(
            question="speaker",
            certainty=certainty,
            one=_side(connection, speaker, line_saying(connection, one.statement)),
            other=None,
            called=None,
            statement=statement,
            features=[],
            link=None,
            ends=[],
        )
    # An entity beside whom it is called: shown by another appearance than that of the name in question.
    shown = _appearance(connection, one.other, one.appearance)
    profiles = _printed_profile(connection, one.appearance), _registered_profile(connection, one.other)
    return ReviewRow(
        question="name" if one.called else "merge",
        certainty=certainty,
        one=_side(connection, one.one, line_of(connection, one.appearance)),
        other=_side(connection, one.other, line_of(connection, shown)),
        called=one.called,
        statement=None,
        features=[
            FeatureRow(name=feature.name, value=round(feature.value, 3), weight=feature.weight)
            for feature in compare(*profiles).features
        ],
        link=None,
        ends=[],
    )


def _speaker(connection: Connection, statement: int) -> int:
    """Return the first speaker of a statement, as it was read."""
    chosen = (
        select(registry.c.root)
        .join(entities, entities.c.registered == registry.c.key)
        .join(parties, parties.c.entity == entities.c.key)
        .where(parties.c.statement == statement, parties.c.part == "speaker")
        .order_by(parties.c.number)
    )
    root: int = connection.execute(chosen.limit(1)).scalar_one()
    return root


def _side(connection: Connection, root: int, line: str | None) -> SideRow:
    """Return an entity as a question shows it, with a line of an article."""
    found = connection.execute(select(registry).where(registry.c.key == root)).one()
    by_role = current_appearances(root).with_only_columns(
        entities.c.role, func.min(articles.c.published).label("first"), func.max(articles.c.published).label("last")
    )
    seen = connection.execute(by_role.group_by(entities.c.role).order_by("first")).all()
    return SideRow(
        id=found.id,
        name=found.name,
        type=found.type,
        country=found.country,
        roles=[
            RoleRow(role=row.role, first=_day(row.first), last=_day(row.last)) for row in seen if row.role is not None
        ],
        first=_day(min((row.first for row in seen if row.first), default=None)),
        last=_day(max((row.last for row in seen if row.last), default=None)),
        line=line,
    )


def _day(day: datetime.date | None) -> str | None:
    return day.isoformat() if day else None


def _appearance(connection: Connection, root: int, but: int) -> int:
    """Return the first current appearance of an entity other than `but`, or that if there is no other."""
    chosen = current_appearances(root).with_only_columns(entities.c.key).where(entities.c.key != but)
    found: int | None = connection.execute(chosen.order_by(entities.c.key).limit(1)).scalar()
    return but if found is None else found


def _registered_profile(connection: Connection, root: int) -> Profile:
    """Return what is known of a registered entity and all that was merged into it."""
    members = list(connection.execute(select(registry.c.key).where(registry.c.root == root)).scalars())
    kind = connection.execute(select(registry.c.type).where(registry.c.key == root)).scalar_one()
    counts = traits_of(connection, members)
    return profile_of(kind, (one for member in members for one in counts.get(member, ())))


def _printed_profile(connection: Connection, appearance: int) -> Profile:
    """Return what its article alone tells of an appearance."""
    row = connection.execute(select(entities).where(entities.c.key == appearance)).one()
    forms = select(spans.c.text).where(spans.c.entity == appearance, spans.c.part == "mention")
    names = dict.fromkeys((row.name, *connection.execute(forms).scalars()))
    printed = [TraitCount("name", name, 1) for name in names]
    own = (("role", row.role), ("country", row.country), ("gender", row.gender))
    printed += [TraitCount(trait, value, 1) for trait, value in own if value is not None]
    return profile_of(row.type, printed)
