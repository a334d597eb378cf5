"""The digests of one reading: of each of its parts, and of them all."""

from collections import Counter
from collections.abc import Iterator
from hashlib import sha256
from itertools import batched
from typing import NamedTuple
from zlib import crc32

from sqlalchemy import Connection, insert

from onrecord.ledger.digests.parts import digested, parts_of
from onrecord.ledger.store import digests

_CHECKSUM = 4


class Difference(NamedTuple):
    """A row that is not as it was when its reading was written, and how."""

    row: str
    reason: str


class Tree(NamedTuple):
    """What a reading's rows come to now: one digest, and what differs from the digests kept with it."""

    digest: str
    differences: list[Difference]


class _Part(NamedTuple):
    part: str
    digest: str
    # A checksum of each row, by which one that was changed is told from its neighbours.
    rows: bytes
    names: list[str]


def write_tree(connection: Connection, reading: int) -> str:
    """Keep the digests of a reading that has just been written, and return the one of all."""
    parts = list(_parts(connection, reading))
    connection.execute(
        insert(digests),
        [{"reading": reading, "part": one.part, "digest": one.digest, "rows": one.rows} for one in parts],
    )
    return _root(parts)


def read_tree(connection: Connection, reading: int) -> Tree:
    """Return what the rows of a reading come to now, and which of them are not as they were written."""
    query = "SELECT part, digest, rows FROM digests WHERE reading = ?"
    kept = {part: (digest, rows) for part, digest, rows in connection.exec_driver_sql(query, (reading,))}
    parts = list(_parts(connection, reading))
    found: list[Difference] = []
    for one in parts:
        digest, rows = kept.get(one.part, (None, b""))
        if digest != one.digest:
            found += _differences(one, rows if isinstance(rows, bytes) else b"")
    return Tree(_root(parts), found)


def _parts(connection: Connection, reading: int) -> Iterator[_Part]:
    for part, rows in parts_of(connection, reading):
        whole = sha256()
        for row in rows:
            whole.update(row.bytes + b"\n")
        sums = b"".join(crc32(row.bytes).to_bytes(_CHECKSUM) for row in rows)
        yield _Part(part, whole.hexdigest(), sums, [row.name for row in rows])


def _root(parts: list[_Part]) -> str:
    return sha256(digested([[one.part, one.digest] for one in parts])).hexdigest()


def _differences(now: _Part, kept: bytes) -> Iterator[Difference]:
    """Yield the rows of a part that are not among those kept, and say how many of those are gone."""
    before = Counter(batched(kept, _CHECKSUM))
    strange = 0
    for name, checksum in zip(now.names, batched(now.rows, _CHECKSUM), strict=True):
        if before[checksum]:
            before[checksum] -= 1
        else:
            strange += 1
            yield Difference(name, "is not as it was written")
    gone = before.total() - strange
    if gone > 0:
        yield Difference(f"{now.part} of its reading", f"lacks {gone} of the rows that were written")
    elif not strange:
        yield Difference(f"{now.part} of its reading", "is not as its digest says")
