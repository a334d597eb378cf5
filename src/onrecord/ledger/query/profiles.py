"""What an entity says and what is said about it, in figures."""

from collections import Counter, defaultdict
from collections.abc import Collection, Sequence

from sqlalchemy import Connection, select

from onrecord.ledger.query.appearances import roles_of, search_appearances
from onrecord.ledger.query.candidates import Source, involving, spoken_by
from onrecord.ledger.query.entity_lines import entity_lines
from onrecord.ledger.query.given_keys import GIVEN, given, unindexed
from onrecord.ledger.query.links import link_selection
from onrecord.ledger.query.lookup import find_entity, keys_of
from onrecord.ledger.query.printings import outlet_names, outlets_printing, repeated_most
from onrecord.ledger.query.row_selection import FetchedRow, selection
from onrecord.ledger.query.search import ByRank
from onrecord.ledger.query.shown import of_media_and_confidence
from onrecord.ledger.query.statements import statements_by_key
from onrecord.ledger.query.tallies import NEWEST, counted, in_order, outlet_counts, speakers, targets
from onrecord.ledger.rows import (
    CountedRow,
    ProfileRow,
    RepeatedRow,
    ReplyCount,
    RoleRow,
    TargetCount,
    ranks_newest_first,
)
from onrecord.ledger.store import articles, entities, links, pages, statements, traits

# Targets, replies and outlets, and repeated utterances, that are given.
_GIVEN, _REPEATED = 20, 5
_REPLIES = ("denies", "rejects", "contradicts", "answers")


def profile(connection: Connection, asked: str) -> ProfileRow:
    """Return what the entity says that is called so, and what is said about it.

    Raises:
        UsageError: there is none, or more than one.
    """
    entity = find_entity(connection, asked)
    keys = keys_of(connection, [entity])
    told = (statements.c.act, articles.c.outlet, pages.c.url)
    by, all_by = _newest(spoken_by(connection, keys)).first(connection, NEWEST, *told)
    about, all_about = _newest(involving(connection, "about", keys)).first(connection, NEWEST)
    own = [one.key for one in by]
    [line] = entity_lines(connection, [[entity]])
    return ProfileRow(
        entity=line,
        by=CountedRow(counted=len(by), all_counted=all_by),
        about=CountedRow(counted=len(about), all_counted=all_about),
        acts=counted(one.act for one in by),
        targets=_targets(connection, by),
        replies=_replies(connection, own),
        outlets=outlet_counts(by, _GIVEN),
        spellings=_spellings(connection, keys),
        roles=_roles(connection, entity),
        repeated=_repeated(connection, own),
    )


def _newest(source: Source) -> ByRank:
    chosen = of_media_and_confidence(selection(statements))
    return ByRank(statements, chosen, source.ranks, within=ranks_newest_first(None, None))


def _targets(connection: Connection, by: Sequence[FetchedRow]) -> list[TargetCount]:
    acts = {one.key: one.act for one in by}
    counts = Counter((acts[one.statement], one.id, one.name) for one in targets(connection, list(acts)))
    return [TargetCount(id=id, name=name, count=count, act=act) for (act, id, name), count in in_order(counts)[:_GIVEN]]


def _replies(connection: Connection, own: Collection[int]) -> list[ReplyCount]:
    chosen = link_selection().where(
        links.c.earlier.in_(GIVEN), unindexed(links.c.kind).in_(_REPLIES), unindexed(links.c.asserted)
    )
    kinds: defaultdict[int, set[str]] = defaultdict(set)
    found = connection.execute(chosen.order_by(None).with_only_columns(links.c.later, links.c.kind), given(own))
    for one in found:
        kinds[one.later].add(one.kind)
    counts = Counter(
        (kind, one.id, one.name) for one in speakers(connection, list(kinds)) for kind in kinds[one.statement]
    )
    return [
        ReplyCount(id=id, name=name, count=count, kind=kind) for (kind, id, name), count in in_order(counts)[:_GIVEN]
    ]


def _spellings(connection: Connection, keys: Collection[int]) -> dict[str, int]:
    chosen = select(traits.c.value, traits.c.articles)
    chosen = chosen.where(traits.c.registered.in_(keys), traits.c.trait == "name", traits.c.articles > 0)
    counts: Counter[str] = Counter()
    for one in connection.execute(chosen):
        counts[one.value] += one.articles
    return dict(in_order(counts))


def _roles(connection: Connection, entity: FetchedRow) -> list[RoleRow]:
    told = (entities.c.role, articles.c.published)
    newest, _ = search_appearances(connection, entity).first(connection, NEWEST, *told)
    return roles_of((one.role, one.published.isoformat() if one.published else "") for one in newest)


def _repeated(connection: Connection, own: Collection[int]) -> list[RepeatedRow]:
    keys = repeated_most(connection, own, _REPEATED)
    rows, printed = statements_by_key(connection, keys), outlets_printing(connection, keys)
    return [
        RepeatedRow(
            statement=rows[key],
            printings=len(printed[key]),
            outlets=outlet_names(printed[key]),
        )
        for key in keys
    ]
