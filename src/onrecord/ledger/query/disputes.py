"""Figures in dispute: claims of one quantity that do not agree, with who revised and who contradicted whom."""

import datetime
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import batched, combinations
from typing import Any, NamedTuple

from sqlalchemy import Connection, select

from onrecord.ledger.outlets import outlet_name
from onrecord.ledger.query.affairs import Affairs
from onrecord.ledger.query.given_keys import GIVEN, given, unindexed
from onrecord.ledger.query.links import link_selection
from onrecord.ledger.query.quantities import newest_quantities, quantity_rows, quantity_selection, search_quantities
from onrecord.ledger.query.row_selection import FetchedRow, selection
from onrecord.ledger.rows import ClaimLinkRow, ClaimRow, DisputeRow, QuantityRow
from onrecord.ledger.store import articles, links, pages, quantities, spans, statements
from onrecord.records import Span

# Kinds of links that say how one claim of a figure stands to another.
_KINDS = ("revises", "contradicts", "denies", "rejects", "supports")
_PREPOSITIONS = frozenset({"of", "in", "on", "at", "from", "for", "with", "by", "to", "per", "who", "that", "which"})
# Rows that are made together.
_TOGETHER = 2_000
# Quantities that are compared for an answer of limited length: the newest.
_COMPARED = 1_000
_PARTS = select(spans.c.quantity, spans.c.part, spans.c.text).where(
    spans.c.quantity.in_(GIVEN), spans.c.part.in_(("counted", "hedge"))
)
_DAYS = select(statements.c.key, statements.c.day).where(statements.c.key.in_(GIVEN))
_REPEATED = select(links.c.later, links.c.earlier).where(
    links.c.later.in_(GIVEN), unindexed(links.c.kind) == "repeats", unindexed(links.c.asserted)
)
_NOWHERE = Span(0, 0, "")


@dataclass(frozen=True, slots=True)
class _Figure:
    """A quantity as it is compared: what is counted, and what of that; where it stands, and in which statement."""

    key: int
    article: int
    statement: int | None
    day: str
    unit: str | None
    head: str | None
    of: str | None
    value: tuple[float | None, float | None, float | None]
    hedged: bool


@dataclass(frozen=True, slots=True)
class _Claim:
    """Equal figures of one statement and what repeats it, or of what an article and its copies narrate (None)."""

    said: int | None
    source: tuple[int | None, int | None]
    figures: list[_Figure]

    @property
    def first(self) -> _Figure:
        return self.figures[0]


class DisputesFound(NamedTuple):
    """Figures in dispute, how many there are, and whether all quantities that have the words were compared."""

    rows: list[DisputeRow]
    number: int
    all_compared: bool


def disputes(
    connection: Connection,
    words: str,
    *,
    since: datetime.date | None,
    until: datetime.date | None,
    offered: bool,
    limit: int | None,
) -> DisputesFound:
    """Return the figures in dispute among the quantities that a search for words finds.

    Those with the most claims come first. Unless all are asked for, only the newest quantities are compared.

    Raises:
        UsageError: there is nothing to look for in `words`.
    """
    disputed, all_compared = _disputed(connection, words, since, until, None if limit is None else _COMPARED)
    chosen = disputed if limit is None else disputed[:limit]
    return DisputesFound(list(_rows(connection, chosen, offered=offered)), len(disputed), all_compared)


def count_disputes(
    connection: Connection, words: str, *, since: datetime.date | None, until: datetime.date | None
) -> int:
    """Return how many figures are in dispute, where all quantities are compared."""
    return len(_disputed(connection, words, since, until, None)[0])


def _disputed(
    connection: Connection, words: str, since: datetime.date | None, until: datetime.date | None, most: int | None
) -> tuple[list[list[_Claim]], bool]:
    """Return the claims of each figure in dispute, and whether all quantities were compared: at most so many are."""
    search, are_all = search_quantities(words, since, until), True
    if most is not None:
        search, are_all = newest_quantities(connection, words, since, until, most)
    found = [one for chunk in search.rows(connection) for one in _figures(connection, chunk)]
    first = _first_printings(connection, {one.statement for one in found if one.statement is not None})
    affairs = Affairs(connection, {one.article for one in found})
    disputed = []
    for group in _of_one_quantity(found, affairs):
        claims = _folded(group, first, affairs)
        if _disagree(claims):
            disputed.append(claims)
    disputed.sort(key=lambda claims: (-len(claims), claims[0].first.day, claims[0].first.key))
    return disputed, are_all


def _figures(connection: Connection, found: Sequence[FetchedRow]) -> Iterator[_Figure]:
    """Yield the quantities of a chunk that say what they count or measure."""
    # Imported here, since most questions need nothing of linking.
    from onrecord.linking import stems  # noqa: PLC0415

    counted: dict[int, str] = {}
    hedged = set()
    for quantity, part, text in connection.execute(_PARTS, given(one.key for one in found)):
        if part == "hedge":
            hedged.add(quantity)
        else:
            counted[quantity] = text
    told = {one.statement for one in found if one.statement is not None}
    days = dict(connection.execute(_DAYS, given(told)).all())
    for one in found:
        head, of = _thing(stems(counted[one.key])) if one.key in counted else (None, None)
        if head is not None or one.unit is not None:
            published = one.article_published.isoformat() if one.article_published else ""
            day = days.get(one.statement) or published
            value = (one.value, one.low, one.high)
            yield _Figure(one.key, one.article, one.statement, day, one.unit, head, of, value, one.key in hedged)


def _thing(stems: Sequence[str]) -> tuple[str | None, str | None]:
    """Return the noun that is counted, and the last one of what stands behind it: of "crates of wheat" both."""
    cut = next((at for at, stem in enumerate(stems) if stem in _PREPOSITIONS), len(stems))
    return (stems[cut - 1] if cut else None), (stems[-1] if cut < len(stems) - 1 else None)


def _first_printings(connection: Connection, keys: Collection[int]) -> dict[int, int]:
    """Return the earliest printing of each of some statements that repeat one."""
    return dict(connection.execute(_REPEATED, given(keys)).all())


def _of_one_quantity(found: Iterable[_Figure], affairs: Affairs) -> Iterator[list[_Figure]]:
    """Yield the figures of each thing that is counted, in one affair, in the order of their days.

    Where it is told of what the thing is ("crates of wheat", "crates of rifles"), those are two; "crates" alone are the
    same where there is only one of these.
    """
    groups: defaultdict[tuple[Any, ...], list[_Figure]] = defaultdict(list)
    for one in found:
        groups[affairs.of(one.article), one.unit, one.head].append(one)
    for group in groups.values():
        told = {one.of for one in group if one.of is not None}
        parts: defaultdict[str | None, list[_Figure]] = defaultdict(list)
        for one in group:
            parts[one.of if len(told) > 1 else None].append(one)
        for part in parts.values():
            yield sorted(part, key=lambda one: (not one.day, one.day, one.key))


def _folded(group: Sequence[_Figure], first: dict[int, int], affairs: Affairs) -> list[_Claim]:
    """Return the claims that figures make, in the order of the first day of each."""
    claims: dict[tuple[Any, ...], _Claim] = {}
    for one in group:
        narrated = affairs.original(one.article) if one.statement is None else None
        said = first.get(one.statement, one.statement) if one.statement is not None else None
        source = (said, narrated)
        claims.setdefault((source, one.value), _Claim(said, source, [])).figures.append(one)
    return list(claims.values())


def _disagree(claims: Sequence[_Claim]) -> bool:
    """Say whether two sources claim what cannot both hold; two numbers of one are of different parts of a thing."""
    by_value: dict[tuple[Any, ...], tuple[_Figure, set[Any]]] = {}
    for claim in claims:
        key = (claim.first.value, claim.first.hedged)
        by_value.setdefault(key, (claim.first, set()))[1].add(claim.source)
    return any(
        len(sources | others) > 1 and not _agree(one, other)
        for (one, sources), (other, others) in combinations(by_value.values(), 2)
    )


def _agree(one: _Figure, other: _Figure) -> bool:
    from onrecord.linking import Figure, agree  # noqa: PLC0415 -- as in `_figures`

    left, right = (Figure(_NOWHERE, *f.value, unit=f.unit, counted=f.head, hedged=f.hedged) for f in (one, other))
    return agree(left, right)


def _rows(connection: Connection, disputed: Sequence[Sequence[_Claim]], *, offered: bool) -> Iterator[DisputeRow]:
    """Yield figures in dispute with their claims."""
    every = [claim for claims in disputed for claim in claims]
    told = _told(connection, [claim.first.key for claim in every])
    found = _links(connection, {claim.said for claim in every if claim.said is not None}, offered=offered)
    outlets = _outlets(connection, {one.article for claim in every for one in claim.figures})
    for claims in disputed:
        rows = [
            ClaimRow(
                quantity=told[claim.first.key],
                day=claim.first.day or None,
                printings=len({one.article for one in claim.figures}),
                outlets=list(dict.fromkeys(outlets[one.article] for one in claim.figures if one.article in outlets)),
                links=own,
            )
            for claim, own in zip(claims, _linked(claims, told, found), strict=True)
        ]
        quantity = rows[0]["quantity"]
        counted = quantity["counted"]
        yield DisputeRow(
            unit=quantity["unit"], counted=" ".join(counted["text"].split()) if counted else None, claims=rows
        )


def _told(connection: Connection, keys: Sequence[int]) -> dict[int, QuantityRow]:
    """Return quantities as rows, by their keys."""
    told: dict[int, QuantityRow] = {}
    chosen = quantity_selection().where(quantities.c.key.in_(GIVEN))
    for some in batched(keys, _TOGETHER):
        found = connection.execute(chosen, given(some)).all()
        told |= {one.key: row for one, row in zip(found, quantity_rows(connection, [found]), strict=True)}
    return told


def _links(connection: Connection, keys: Collection[int], *, offered: bool) -> Sequence[FetchedRow]:
    """Return the links between the statements with these keys."""
    chosen = link_selection().where(
        links.c.later.in_(GIVEN), unindexed(links.c.earlier).in_(GIVEN), unindexed(links.c.kind).in_(_KINDS)
    )
    return connection.execute(chosen if offered else chosen.where(unindexed(links.c.asserted)), given(keys)).all()


def _linked(
    claims: Sequence[_Claim], told: dict[int, QuantityRow], links: Sequence[FetchedRow]
) -> list[list[ClaimLinkRow]]:
    """Return how each claim of a figure stands to others of it, by the links between their statements."""
    made: defaultdict[int, list[QuantityRow]] = defaultdict(list)
    for claim in claims:
        if claim.said is not None:
            made[claim.said].append(told[claim.first.key])
    found: defaultdict[int | None, list[ClaimLinkRow]] = defaultdict(list)
    for one in links:
        if one.later in made:
            found[one.later] += [
                ClaimLinkRow(id=one.id, kind=one.kind, to=row["id"], confidence=one.confidence, asserted=one.asserted)
                for row in made.get(one.earlier, ())
            ]
    return [found[claim.said] for claim in claims]


def _outlets(connection: Connection, keys: Collection[int]) -> dict[int, str]:
    """Return the outlets of articles, of those that have one."""
    chosen = selection(articles).with_only_columns(articles.c.key, articles.c.outlet, pages.c.url)
    printed = connection.execute(chosen.where(articles.c.key.in_(GIVEN)), given(keys))
    named = ((key, outlet_name(label, url)) for key, label, url in printed)
    return {key: name for key, name in named if name is not None}
