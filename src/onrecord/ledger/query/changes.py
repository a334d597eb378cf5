"""What changed between the versions of a page: which claims came, which went, and which are told otherwise."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, or_, select

from onrecord.errors import NotFoundError, UsageError
from onrecord.ledger.query.given_keys import unindexed
from onrecord.ledger.query.lookup import begins
from onrecord.ledger.query.row_selection import page_ref, selection
from onrecord.ledger.query.shown import SHOWN_CONFIDENCE, SHOWN_MEDIA
from onrecord.ledger.query.statements import statement_rows
from onrecord.ledger.rows import ChangeRow, StatementRow, VersionRow, first_day
from onrecord.ledger.store import (
    judged,
    links,
    pages,
    quantities,
    readings,
    spans,
    statements,
    storable,
    unpacked_text,
    words_in_common,
)

# Share of words that two statements must have in common to be one that is told otherwise.
_OVERLAP = 0.5
# Characters of a digest that tell a page from others, and those that it has.
_DIGITS, _ALL_DIGITS = 6, 64


@dataclass(frozen=True, slots=True)
class _Told:
    """A statement of a version: its row, its words, its figures and hedges, and what stands from source to cue."""

    key: int
    row: StatementRow
    words: str
    figures: frozenset[tuple[Any, ...]]
    hedges: frozenset[str]
    cue: str

    @property
    def shown(self) -> bool:
        return self.row["medium"] in SHOWN_MEDIA and self.row["confidence"] >= SHOWN_CONFIDENCE


def versions_of(connection: Connection, asked: str) -> list[VersionRow]:
    """Return each version of a page but the first, with what changed since the one before it, the earliest first.

    Args:
        connection: to the ledger.
        asked: the page's url or path, or the first characters of the digest of a version.

    Raises:
        UsageError: there is no such page, or more than one.
    """
    later, earlier = pages.alias("later"), pages.alias("earlier")
    chosen = select(later, earlier.c.key.label("before"), readings.c.read_at)
    chosen = chosen.join(earlier, later.c.previous == earlier.c.key)
    chosen = chosen.join(readings, (readings.c.page == later.c.key) & readings.c.current)
    chosen = chosen.where(later.c.identity == _identity(connection, storable(asked))).order_by(later.c.key)
    found = connection.execute(chosen).all()
    refs = {one.key: page_ref(one) for one in connection.execute(_pages([one.before for one in found]))}
    told = {key: _told(connection, key) for key in {key for one in found for key in (one.key, one.before)}}
    return [
        VersionRow(
            page=page_ref(one),
            before=refs[one.before],
            read_at=one.read_at.isoformat() + "Z",
            changes=list(_changes(connection, told[one.before], told[one.key])),
        )
        for one in found
    ]


def _pages(keys: Sequence[int]) -> Any:  # noqa: ANN401 -- a selection of pages
    return select(pages).where(pages.c.key.in_(keys))


def _identity(connection: Connection, asked: str) -> str:
    named = or_(pages.c.url == asked, pages.c.path == asked, pages.c.identity == asked)
    digest = begins(pages.c.sha256, asked.lower())
    for condition in (named, digest) if _DIGITS <= len(asked) <= _ALL_DIGITS else (named,):
        found = connection.execute(select(pages.c.identity).where(condition).distinct().limit(2)).scalars().all()
        if len(found) > 1:
            raise UsageError(f"page {asked}", "may be several", "give its url, or the digest of a version")
        if found:
            return str(found[0])
    raise NotFoundError(f"page {asked}", "is not in the ledger", "find its url or path with `articles`")


def _told(connection: Connection, page: int) -> list[_Told]:
    """Return the statements that the current reading of a version has, but those that the user dismissed."""
    dismissed = select(judged.c.statement).where(judged.c.kind == "dismiss")
    chosen = selection(statements, versions=True).add_columns(readings.c.text.label("blob"))
    chosen = chosen.where(pages.c.key == page, readings.c.current, statements.c.key.not_in(dismissed))
    found = connection.execute(chosen.order_by(statements.c.key)).all()
    if not found:
        return []
    text = unpacked_text(found[0].blob)
    figures, hedges = _figures(connection, [one.key for one in found])
    return [
        _Told(one.key, row, _words(row), frozenset(figures[one.key]), frozenset(hedges[one.key]), _cue(row, text))
        for one, row in zip(found, statement_rows(connection, [found]), strict=True)
    ]


def _figures(
    connection: Connection, keys: Sequence[int]
) -> tuple[defaultdict[int, set[tuple[Any, ...]]], defaultdict[int, set[str]]]:
    """Return the figures that statements claim, and the words that make these less exact."""
    figures: defaultdict[int, set[tuple[Any, ...]]] = defaultdict(set)
    hedges: defaultdict[int, set[str]] = defaultdict(set)
    hedge = (spans.c.quantity == quantities.c.key) & (spans.c.part == "hedge")
    chosen = select(quantities, spans.c.text.label("hedge")).outerjoin(spans, hedge)
    for one in connection.execute(chosen.where(quantities.c.statement.in_(keys))):
        figures[one.statement].add((one.value, one.low, one.high, one.unit))
        if one.hedge is not None:
            hedges[one.statement].add(" ".join(one.hedge.casefold().split()))
    return figures, hedges


def _words(row: StatementRow) -> str:
    return " ".join(" ".join(span["text"].split()) for span in row["content"])


def _cue(row: StatementRow, text: str) -> str:
    """Return what stands from the source to the cue: "Mara Voss now says"."""
    told = [span for span in (row["source"], row["cue"]) if span is not None]
    return text[min(one["start"] for one in told) : max(one["end"] for one in told)] if told else ""


def _changes(connection: Connection, before: Sequence[_Told], after: Sequence[_Told]) -> Iterator[ChangeRow]:
    """Yield what changed, in the order of the later version, then what went."""
    paired = _paired(before, after)
    for one in after:
        if one.key not in paired:
            if one.shown:
                yield ChangeRow(kind="came", before=None, after=one.row, what=[], by=None, reason=None)
            continue
        other = paired[one.key]
        what = list(_what(other, one))
        if what and (one.shown or other.shown):
            reason = _revision(connection, other, one)
            by = "outlet" if reason is None else "speaker"
            yield ChangeRow(kind="changed", before=other.row, after=one.row, what=what, by=by, reason=reason)
    kept = {other.key for other in paired.values()}
    for one in before:
        if one.key not in kept and one.shown:
            yield ChangeRow(kind="went", before=one.row, after=None, what=[], by=None, reason=None)


def _paired(before: Sequence[_Told], after: Sequence[_Told]) -> dict[int, _Told]:
    """Return which earlier statement each later one is, by its key: those with most words in common go first."""
    found = []
    for place, one in enumerate(after):
        for other_place, other in enumerate(before):
            overlap = 1.0 if one.words == other.words else words_in_common(one.words, other.words)
            if overlap >= _OVERLAP:
                same = _speakers(one) == _speakers(other)
                found.append((-overlap, not same, abs(place - other_place), place, other_place))
    paired: dict[int, _Told] = {}
    taken: set[int] = set()
    for *_, place, other_place in sorted(found):
        if after[place].key not in paired and other_place not in taken:
            taken.add(other_place)
            paired[after[place].key] = before[other_place]
    return paired


def _what(before: _Told, after: _Told) -> Iterator[str]:
    """Yield what is told otherwise: words, number, speaker, hedge."""
    # Imported here, since most questions need nothing of linking.
    from onrecord.linking import compare_wording  # noqa: PLC0415

    if compare_wording(before.words, after.words).difference not in {"none", "punctuation"}:
        yield "words"
        if before.figures != after.figures:
            yield "number"
        if before.hedges != after.hedges:
            yield "hedge"
    if _speakers(before) != _speakers(after):
        yield "speaker"


def _speakers(told: _Told) -> frozenset[str]:
    return frozenset(one["id"] for one in told.row["speakers"])


def _revision(connection: Connection, before: _Told, after: _Told) -> str | None:
    """Return what shows that the speaker changed it, in words; None where nothing does: then the outlet did."""
    from onrecord.linking import cues_in  # noqa: PLC0415 -- as in `_what`

    if _speakers(before) != _speakers(after):
        return None
    said, earlier = first_day(after.row["said_on"]), first_day(before.row["said_on"])
    if said is not None and earlier is not None and said > earlier:
        return f"said on {said.isoformat()}, before on {earlier.isoformat()}"
    if "revises" in cues_in(after.cue) and after.cue != before.cue:
        return f"it is told with *{' '.join(after.cue.split())}*"
    chosen = select(links.c.reason).where(
        links.c.later == after.key, unindexed(links.c.kind) == "revises", unindexed(links.c.asserted)
    )
    return connection.execute(chosen.order_by(links.c.id).limit(1)).scalar()
