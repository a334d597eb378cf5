"""What linking compares, out of the rows of current articles."""

from collections import defaultdict
from collections.abc import Collection, Iterator
from datetime import date
from typing import Any

from sqlalchemy import Connection, bindparam, select

from onrecord.ledger.rows import first_day
from onrecord.ledger.store import articles, entities, judged, parties, quantities, registry, spans, statements
from onrecord.linking import Claim, Figure, Party, Story
from onrecord.records import Span

# Spans of an article that linking reads.
_PARTS = ("title", "paragraph")


def stories(connection: Connection, keys: Collection[int]) -> Iterator[Story]:
    """Yield the articles with these keys, in the order of the keys."""
    for key in sorted(keys):
        yield _story(connection, key)


def _story(connection: Connection, key: int) -> Story:
    row = connection.execute(_ARTICLE, {"article": key}).one()
    known = _Parties(connection, key)
    own: dict[str, list[Span]] = defaultdict(list)
    said: dict[int, dict[str, list[Span]]] = defaultdict(lambda: defaultdict(list))
    counted: dict[int, dict[str, Span]] = defaultdict(dict)
    mentions: list[tuple[int, int]] = []
    for found in connection.execute(_SPANS, {"article": key}):
        span = Span(found.start, found.end, found.text)
        if found.statement is not None:
            said[found.statement][found.part].append(span)
        elif found.quantity is not None:
            counted[found.quantity][found.part] = span
        elif found.entity is not None:
            mentions.append((found.start, found.entity))
        elif found.part in _PARTS:
            own[found.part].append(span)
    title = row.title or ""
    paragraphs = own["paragraph"]
    figures = _figures(connection, key, counted)
    ids: dict[str, int] = {}
    claims = []
    for one in connection.execute(_STATEMENTS, {"article": key}):
        ids[one.id] = one.key
        parts = said[one.key]
        if not parts["content"]:
            continue
        cue = next(iter(parts["cue"]), None)
        around = _around(cue or parts["content"][0], paragraphs) or parts["content"][0]
        named = {entity for start, entity in mentions if around.start <= start < around.end}
        claims.append(
            Claim(
                key=one.key,
                id=one.id,
                number=one.number,
                content=tuple(parts["content"]),
                cue=cue,
                around=around,
                kind=one.kind,
                act=one.act,
                polarity=one.polarity,
                modality=one.modality,
                speakers=known.of(one.key, "speaker"),
                targets=known.of(one.key, "target"),
                addressees=known.of(one.key, "addressee"),
                mentioned=known.called(named),
                figures=tuple(figures[one.key]),
                day=first_day(one.said_on) or row.published,
                part_of=ids.get(one.nested_in) if one.nested_in else None,
                confidence=one.confidence,
            )
        )
    text = "\n".join((title, *(span.text for span in paragraphs)))
    return Story(key, row.id, row.published, text, claims)


def _around(place: Span, paragraphs: list[Span]) -> Span | None:
    return next((one for one in paragraphs if one.start <= place.start < one.end), None)


class _Parties:
    """Who takes part in an article: registered entities, as the user's judgements have them."""

    def __init__(self, connection: Connection, article: int) -> None:
        found = connection.execute(_ENTITIES, {"article": article})
        self._known = {
            one.key: Party(one.root, one.name, one.type, one.country or one.own_country, one.role, one.named)
            for one in found
        }
        self._parts: dict[tuple[int, str], list[Party]] = defaultdict(list)
        given = {one.statement: one for one in connection.execute(_GIVEN, {"article": article})}
        for one in connection.execute(_PARTIES, {"article": article}):
            if one.entity in self._known and not (one.part == "speaker" and one.statement in given):
                self._parts[one.statement, one.part].append(self._known[one.entity])
        for key, one in given.items():
            self._parts[key, "speaker"].append(Party(one.key, one.name, one.type, one.country))

    def of(self, statement: int, part: str) -> tuple[Party, ...]:
        """Return those who have a part in a statement, in their order."""
        return tuple(self._parts[statement, part])

    def called(self, keys: Collection[int]) -> tuple[Party, ...]:
        """Return the parties that entities of these keys are, each once, in the order of their names."""
        found = {self._known[key] for key in keys if key in self._known}
        return tuple(sorted(found, key=lambda one: (one.name, one.key)))


def _figures(
    connection: Connection, article: int, counted: dict[int, dict[str, Span]]
) -> defaultdict[int, list[Figure]]:
    figures: defaultdict[int, list[Figure]] = defaultdict(list)
    for one in connection.execute(_QUANTITIES, {"article": article}):
        parts = counted[one.key]
        if one.statement is None or "span" not in parts:
            continue
        what = parts.get("counted")
        figures[one.statement].append(
            Figure(
                span=parts["span"],
                value=one.value,
                low=one.low,
                high=one.high,
                unit=one.unit,
                counted=what.text if what else None,
                hedged="hedge" in parts,
            )
        )
    return figures


def day_number(day: date | None) -> int:
    """Return a day as the number since the first of year 1, 0 for none."""
    return day.toordinal() if day else 0


def _chosen(columns: Any, where: Any) -> Any:  # noqa: ANN401 -- any columns and condition
    return select(*columns).where(where == bindparam("article"))


_root = registry.alias("root")
# Made once: compiling them takes longer than running them.
_ARTICLE = _chosen((articles.c.id, articles.c.title, articles.c.published), articles.c.key)
_SPANS = _chosen(
    (
        spans.c.statement,
        spans.c.entity,
        spans.c.quantity,
        spans.c.part,
        spans.c.start,
        spans.c.end,
        spans.c.text,
    ),
    spans.c.article,
).order_by(spans.c.key)
_STATEMENTS = _chosen((statements,), statements.c.article).order_by(statements.c.number)
_PARTIES = (
    _chosen((parties,), statements.c.article)
    .join(statements, parties.c.statement == statements.c.key)
    .order_by(parties.c.statement, parties.c.part, parties.c.number)
)
_GIVEN = (
    _chosen((judged.c.statement, _root.c.key, _root.c.name, _root.c.type, _root.c.country), statements.c.article)
    .join(judged, judged.c.statement == statements.c.key)
    .join(registry, judged.c.speaker == registry.c.key)
    .join(_root, registry.c.root == _root.c.key)
    .where(judged.c.kind == "reattribute")
)
_ENTITIES = (
    _chosen(
        (
            entities.c.key,
            entities.c.role,
            entities.c.named,
            entities.c.country.label("own_country"),
            _root.c.key.label("root"),
            _root.c.name,
            _root.c.type,
            _root.c.country,
        ),
        entities.c.article,
    )
    .join(registry, entities.c.registered == registry.c.key)
    .join(_root, registry.c.root == _root.c.key)
)
_QUANTITIES = _chosen((quantities,), quantities.c.article).order_by(quantities.c.number)
