"""The chain: a link for each reading, each judgement and each undoing, in the order they were made.

A link is the digest of the one before it, what it is of, and the digest of that. The last is the root: who knows it
knows all that the ledger held. A root that was noted stays among the links however much is added.
"""

import json
from collections.abc import Iterator
from hashlib import sha256
from typing import NamedTuple

from sqlalchemy import Connection, insert, select

from onrecord.ledger.digests.parts import digested
from onrecord.ledger.digests.tree import write_tree
from onrecord.ledger.store import chain

_NOTHING = "0" * 64
_JUDGEMENT = "SELECT kind, says, page, note, made_at FROM judgements WHERE key = ?"
_UNDONE = "SELECT undone_at FROM judgements WHERE key = ?"
# Which entities a judgement speaks of: they have their id and type by it alone where no article names them.
_SPEAKS_OF = ("one", "other", "entity", "speaker")
_ENTITY = "SELECT key, id, type FROM registry WHERE id = ?"


class Link(NamedTuple):
    """A link of the chain.

    Attributes:
        kind: "reading", "judgement" or "undo".
        row: the key of the reading or the judgement.
        digest: as it is kept.
        before: the one before it, as that is kept.
    """

    kind: str
    row: int
    digest: str
    before: str

    def follows(self, before: str, content: str) -> str:
        """Return what this link is, after another and with a content of this digest."""
        return _link(before, self.kind, self.row, content)


def append_reading(connection: Connection, reading: int) -> None:
    """Keep the digests of a reading that has just been written, and link it to what was there before."""
    _append(connection, "reading", reading, write_tree(connection, reading))


def append_judgement(connection: Connection, judgement: int) -> None:
    """Link a judgement that has just been made to what was there before."""
    _append(connection, "judgement", judgement, judgement_digest(connection, judgement))


def append_undo(connection: Connection, judgement: int) -> None:
    """Link the undoing of a judgement to what was there before."""
    _append(connection, "undo", judgement, undo_digest(connection, judgement))


def root(connection: Connection) -> str:
    """Return the last link, 64 hexadecimal digits; zeros where there is none."""
    last = connection.execute(select(chain.c.digest).order_by(chain.c.key.desc()).limit(1)).scalar()
    return last or _NOTHING


def links(connection: Connection) -> Iterator[Link]:
    """Yield the links in order."""
    before = _NOTHING
    for kind, row, digest in connection.exec_driver_sql("SELECT kind, row, digest FROM chain ORDER BY key"):
        yield Link(kind, row, digest, before)
        before = digest


def judgement_digest(connection: Connection, judgement: int) -> str | None:
    """Return the digest of what a judgement says, None where there is none of this key."""
    row = connection.exec_driver_sql(_JUDGEMENT, (judgement,)).first()
    if row is None:
        return None
    try:
        says = json.loads(row.says)
        named = [says[name] for name in _SPEAKS_OF if name in says]
    except (ValueError, TypeError):
        # What it says was altered, so that its digest is another whatever it spoke of.
        named = []
    entities = [list(one) for name in named for one in connection.exec_driver_sql(_ENTITY, (name,))]
    return sha256(digested([list(row), entities])).hexdigest()


def undo_digest(connection: Connection, judgement: int) -> str | None:
    """Return the digest of when a judgement was undone, None where it was not."""
    undone: str | None = connection.exec_driver_sql(_UNDONE, (judgement,)).scalar()
    return None if undone is None else sha256(digested(undone)).hexdigest()


def _append(connection: Connection, kind: str, row: int, content: str | None) -> None:
    assert content is not None
    digest = _link(root(connection), kind, row, content)
    connection.execute(insert(chain).values(kind=kind, row=row, digest=digest))


def _link(before: str, kind: str, row: int, content: str) -> str:
    return sha256(digested([before, kind, row, content])).hexdigest()
