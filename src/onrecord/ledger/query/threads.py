"""The argument that a statement is part of: a tree, each statement under the one it denies, answers, revises, ..."""

from collections import deque
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, func, or_

from onrecord.ledger.query.given_keys import unindexed
from onrecord.ledger.query.links import link_rows, link_selection
from onrecord.ledger.query.printings import first_printing, outlet_names, outlets_printing
from onrecord.ledger.query.row_selection import chunks, selection
from onrecord.ledger.query.statements import statement_rows
from onrecord.ledger.rows import LinkRow, StatementRow, ThreadRow
from onrecord.ledger.store import links, statements

# So many statements up from the one that is asked for, so many below the topmost, so many under one, and in all.
_UP, _DEEPEST, _WIDEST, _MOST = 6, 10, 20, 200


@dataclass(slots=True)
class _Node:
    """A statement, the link by which it stands under another, and those that stand under it."""

    key: int
    link: int | None
    depth: int
    when: tuple[bool, str, int]
    replies: list["_Node"] = field(default_factory=list)
    left_out: int = 0


def thread(connection: Connection, statement: str, *, offered: bool) -> ThreadRow:
    """Return the argument that the current statement of this id is part of.

    From it one goes up to what it belongs to, and on to what that belongs to; the topmost is given with all that belong
    to it. Each statement stands in it once, as near to the top as it can, so that it ends where all deny each other.
    """
    # Of an id that statements of two pages share, the first that was read is meant.
    chosen = selection(statements).where(statements.c.id == statement).with_only_columns(statements.c.key)
    key = connection.execute(chosen.order_by(statements.c.key).limit(1)).scalar_one()
    path = _upwards(connection, first_printing(connection, key), offered=offered)
    top = _Node(*path[-1], depth=0, when=(False, "", 0))
    nodes = _downwards(connection, top, {one for one, _ in path}, offered=offered)
    keys = [node.key for node in nodes]
    chosen = selection(statements).where(statements.c.key.in_(keys))
    ids = {one.key: one.id for one in connection.execute(chosen)}
    told = {row["id"]: row for row in statement_rows(connection, chunks(connection, chosen))}
    said = {key: told[id] for key, id in ids.items()}
    return _row(top, said, _links(connection, nodes), outlets_printing(connection, keys))


def _upwards(connection: Connection, key: int, *, offered: bool) -> list[tuple[int, int | None]]:
    """Return the statements from one up to the topmost, each with the surest link that leads on."""
    path: list[tuple[int, int | None]] = []
    seen: set[int] = set()
    current: int | None = key
    while current is not None:
        seen.add(current)
        on = _usable(offered=offered).where(links.c.later == current, links.c.earlier.not_in(seen))
        found = connection.execute(on.order_by(links.c.asserted.desc(), links.c.confidence.desc(), links.c.id)).first()
        path.append((current, found.key if found else None))
        current = found.earlier if found and len(path) <= _UP else None
    return path


def _downwards(connection: Connection, top: _Node, path: Collection[int], *, offered: bool) -> list[_Node]:
    """Put under a statement what belongs to it, and so on, and return all nodes; those of `path` are never left out.

    What is only offered comes after all that is certain, so that nothing stands in a place that is not.
    """
    nodes, placed = [top], {top.key}
    for also_offered in (False, True) if offered else (False,):
        waiting = deque(nodes)
        while waiting:
            node = waiting.popleft()
            on = _usable(offered=also_offered).where(links.c.earlier == node.key, links.c.later.not_in(placed))
            number = on.with_only_columns(func.count(links.c.later.distinct()))
            room = max(min(_WIDEST - len(node.replies), _MOST - len(nodes)), int(node.key in path))
            replies = list(_replies(connection, on, node, path, room if node.depth < _DEEPEST else 0))
            node.left_out = connection.execute(number).scalar_one() - len(replies)
            node.replies = sorted([*node.replies, *replies], key=lambda reply: reply.when)
            placed.update(reply.key for reply in replies)
            waiting.extend(replies)
            nodes += replies
    return nodes


def _replies(
    connection: Connection, chosen: Select[Any], node: _Node, path: Collection[int], room: int
) -> Iterator[_Node]:
    """Yield at most `room` statements that belong to one: those of the path, then those of the first days."""
    first = links.c.later.in_(path).desc()
    order = (first, statements.c.day.is_(None), statements.c.day, statements.c.key, links.c.confidence.desc())
    found = chosen.add_columns(statements.c.day).join(statements, links.c.later == statements.c.key).order_by(*order)
    placed: set[int] = set()
    # Two statements may be linked in several ways, each of which is a row.
    for one in connection.execute(found.limit(room * 2)):
        if one.later not in placed and len(placed) < room:
            placed.add(one.later)
            yield _Node(one.later, one.key, node.depth + 1, (one.day is None, one.day or "", one.later))


def _usable(*, offered: bool) -> Select[Any]:
    """Return the selection of links of a thread: what repeats a statement for certain is a printing of it."""
    chosen = link_selection().where(links.c.kind != "copy").order_by(None)
    asserted = unindexed(links.c.asserted)
    reply: ColumnElement[bool] = and_(links.c.kind != "repeats", asserted)
    return chosen.where(or_(reply, ~asserted) if offered else reply)


def _links(connection: Connection, nodes: list[_Node]) -> dict[int, LinkRow]:
    chosen = link_selection().where(links.c.key.in_([node.link for node in nodes if node.link is not None]))
    keys = {one.id: one.key for one in connection.execute(chosen)}
    return {keys[row["id"]]: row for row in link_rows(connection, chunks(connection, chosen))}


def _row(
    node: _Node, said: dict[int, StatementRow], linked: dict[int, LinkRow], printed: dict[int, list[str | None]]
) -> ThreadRow:
    return ThreadRow(
        statement=said[node.key],
        link=linked[node.link] if node.link is not None else None,
        printings=len(printed[node.key]),
        outlets=outlet_names(printed[node.key]),
        replies=[_row(reply, said, linked, printed) for reply in node.replies],
        left_out=node.left_out,
    )
