"""Copies: of which earlier article each is one, as it is compared with those that have the same fingerprints.

A copy points at the earliest printing: where what it was copied from is a copy, at the original of that. Later articles
are compared with originals, and with those copies that tell more than their original: a first part that was printed
alone, then the whole, then the second part, are one article. A thousand printings that tell the same are looked up in
the same time as one.

What each was copied from is noted, and holds at any time for what is noted of the others: an article that comes, goes,
or tells more than was known, is compared with the later ones that its fingerprints lead to. Only those of which
something else is found are due.
"""

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from sqlalchemy import Connection

from onrecord.ledger.judgements import is_asserted
from onrecord.ledger.linking import fingerprint_index
from onrecord.ledger.linking.fingerprint_index import Neighbours
from onrecord.ledger.linking.narrations import Narrations
from onrecord.ledger.linking.writing import write_copy
from onrecord.linking import Copy, Narration, copy_of, original_of


@dataclass(frozen=True, slots=True)
class Compared:
    """An article that was compared: what it was copied from, if anything, and which later ones are due for that."""

    copied_from: int | None
    concerned: Collection[int]


class Copying:
    """Finds copies in a ledger, and notes what is compared for those that come."""

    def __init__(self) -> None:
        self._narrations = Narrations()

    def compare(self, connection: Connection, key: int) -> Compared:
        """Write of which article one is a copy; the link that was written before was taken away."""
        before = connection.exec_driver_sql(_COMPARED, (key,)).first()
        around = None
        if before is None:
            narration = self._narrations.add(connection, key)
            around = fingerprint_index.neighbours(connection, narration)
            copy = original_of(narration, self._narrations.of(connection, around.possible_originals))
        else:
            [narration] = self._narrations.of(connection, [key])
            copy = self._noted(connection, narration, before.copied_from, before.shared)
        original = self._written(connection, copy) if copy is not None else None
        source = copy is None or copy.tells_more
        noted = (narration.position, copy and copy.original.key, copy and copy.shared, original, source, key)
        connection.exec_driver_sql(_INSERT if before is None else _UPDATE, noted)
        concerned: set[int] = set()
        if before is None or before.source != source:
            around = around or fingerprint_index.neighbours(connection, narration)
            if before is not None:
                fingerprint_index.forget(connection, narration)
            fingerprint_index.note(connection, narration, source=source)
            if source:
                concerned = self._gain(connection, narration, around)
            elif before is not None:
                concerned = self._lose(connection, narration, around)
        if before is not None and before.original != original:
            concerned.update(connection.exec_driver_sql(_COPIED, (key,)).scalars())
        return Compared(copy.original.key if copy is not None and original is not None else None, concerned)

    def forget(self, connection: Connection, key: int) -> Collection[int]:
        """Forget an article, if it was compared; return the keys of the later ones that are due for that."""
        before = connection.exec_driver_sql(_COMPARED, (key,)).first()
        if before is None:
            return []
        [narration] = self._narrations.of(connection, [key])
        around = fingerprint_index.neighbours(connection, narration)
        fingerprint_index.forget(connection, narration)
        concerned = self._lose(connection, narration, around) if before.source else set()
        self._narrations.forget(connection, key)
        connection.exec_driver_sql("DELETE FROM linked WHERE article = ?", (key,))
        return concerned

    def _written(self, connection: Connection, copy: Copy) -> int | None:
        """Write a copy; return the key of its earliest printing, None where it only may be a copy."""
        root = connection.exec_driver_sql(_COMPARED, (copy.original.key,)).one().original
        printed = copy.original if root is None else self._narrations.of(connection, [root])[0]
        write_copy(connection, copy, printed)
        sure = is_asserted(connection, "copy", copy.narration.id, printed.id, found=copy.sure)
        return printed.key if sure else None

    def _noted(
        self, connection: Connection, narration: Narration, original: int | None, shared: float | None
    ) -> Copy | None:
        """Return as a copy what is noted of an article."""
        if original is None or shared is None:
            return None
        return Copy(narration, self._narrations.of(connection, [original])[0], shared)

    def _gain(self, connection: Connection, narration: Narration, around: Neighbours) -> set[int]:
        """Compare later articles with one that now may be their original; return those of which more is found so."""
        noted = _copied_from(connection, around.possible_copies)
        found = (copy_of(other, narration) for other in self._narrations.of(connection, around.possible_copies))
        better = {
            copy.narration.key: copy for copy in found if copy is not None and copy.rank < noted[copy.narration.key][1]
        }
        _note(connection, better)
        noted = _copied_from(connection, around.displaced)
        hidden = [key for key, (original, _) in noted.items() if original in around.displaced[key]]
        return better.keys() | self._find_again(connection, hidden)

    def _lose(self, connection: Connection, narration: Narration, around: Neighbours) -> set[int]:
        """Find again what is found without one that was a possible original; return of which articles this changes."""
        again = set(connection.exec_driver_sql(_COPIED, (narration.key,)).scalars())
        noted = _copied_from(connection, around.displaced)
        led_to = {key for earlier in around.displaced.values() for key in earlier}
        known = {one.key: one for one in self._narrations.of(connection, [*noted, *(led_to - noted.keys())])}
        for key, (_, rank) in noted.items():
            found = original_of(known[key], (known[other] for other in around.displaced[key]))
            if found is not None and found.rank < rank:
                again.add(key)
        return self._find_again(connection, again)

    def _find_again(self, connection: Connection, keys: Collection[int]) -> set[int]:
        noted = _copied_from(connection, keys)
        found: dict[int, Copy | None] = {}
        for one in self._narrations.of(connection, keys):
            earlier = fingerprint_index.neighbours(connection, one).possible_originals
            found[one.key] = original_of(one, self._narrations.of(connection, earlier))
        changed = {key: copy for key, copy in found.items() if noted[key][1] != (copy.rank if copy else _NONE)}
        _note(connection, changed)
        return set(changed)


def _copied_from(connection: Connection, keys: Collection[int]) -> dict[int, tuple[int | None, tuple[float, str]]]:
    """Return what is noted of articles: what each was copied from, and the `Copy.rank` of that, or `_NONE`."""
    if not keys:
        return {}
    found = connection.exec_driver_sql(_COPIED_FROM, (json.dumps(list(keys)),))
    return {
        key: (original, _NONE if original is None else (-shared, position)) for key, original, shared, position in found
    }


def _note(connection: Connection, copies: Mapping[int, Copy | None]) -> None:
    """Note what articles were copied from; they are due, so that this is written."""
    rows = [(copy and copy.original.key, copy and copy.shared, key) for key, copy in copies.items()]
    if rows:
        connection.exec_driver_sql(_NOTE, rows)


# Behind any copy's rank.
_NONE = 0.0, ""
_COMPARED = "SELECT copied_from, shared, original, source FROM linked WHERE article = ?"
_INSERT = "INSERT INTO linked (position, copied_from, shared, original, source, article) VALUES (?, ?, ?, ?, ?, ?)"
_UPDATE = "UPDATE linked SET position = ?, copied_from = ?, shared = ?, original = ?, source = ? WHERE article = ?"
_NOTE = "UPDATE linked SET copied_from = ?, shared = ? WHERE article = ?"
_COPIED = "SELECT article FROM linked WHERE copied_from = ?"
_COPIED_FROM = """
    SELECT linked.article, linked.copied_from, linked.shared, original.position
    FROM linked LEFT JOIN linked AS original ON original.article = linked.copied_from
    WHERE linked.article IN (SELECT value FROM json_each(?))
"""
