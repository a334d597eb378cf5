"""What articles narrate, kept as shingles: to cut a text anew takes far longer than to compare it."""

import json
from collections import OrderedDict
from collections.abc import Collection
from datetime import date

import numpy as np
from sqlalchemy import Connection

from onrecord.linking import Narration, Story

# Those that are kept at hand, since neighbours are compared with the same ones.
_AT_HAND = 2_000
# As a ledger holds shingles, on any machine.
_STORED = np.dtype("<u4")

_ARTICLE = "SELECT id, title, published FROM articles WHERE key = ?"
_PARAGRAPHS = "SELECT text FROM spans WHERE article = ? AND part = 'paragraph' ORDER BY key"
_KEPT = """
    SELECT articles.key, id, position, hashes FROM shingles
    JOIN linked ON linked.article = shingles.article JOIN articles ON articles.key = shingles.article
    WHERE shingles.article IN (SELECT value FROM json_each(?))
"""


class Narrations:
    """The narrations of the articles of a ledger; whoever asks may ask for the same ones again and again."""

    def __init__(self) -> None:
        self._at_hand: OrderedDict[int, Narration] = OrderedDict()

    def of(self, connection: Connection, keys: Collection[int]) -> list[Narration]:
        """Return what articles narrate that were compared, in no order."""
        missing = [key for key in keys if key not in self._at_hand]
        read = []
        if missing:
            for key, identifier, position, hashes in connection.exec_driver_sql(_KEPT, (json.dumps(missing),)):
                read.append(Narration(key, identifier, position, np.frombuffer(hashes, _STORED)))
        found = [*(self._at_hand.pop(key) for key in keys if key in self._at_hand), *read]
        for narration in found:
            self._keep_at_hand(narration)
        return found

    def add(self, connection: Connection, key: int) -> Narration:
        """Return what an article narrates that was not compared before, and keep it."""
        identifier, title, published = connection.exec_driver_sql(_ARTICLE, (key,)).one()
        paragraphs = connection.exec_driver_sql(_PARAGRAPHS, (key,)).scalars()
        day = date.fromisoformat(published) if published else None
        narration = Story(key, identifier, day, "\n".join((title or "", *paragraphs))).narration
        hashes = narration.shingles.astype(_STORED).tobytes()
        connection.exec_driver_sql("INSERT INTO shingles (article, hashes) VALUES (?, ?)", (key, hashes))
        self._keep_at_hand(narration)
        return narration

    def forget(self, connection: Connection, key: int) -> None:
        """Forget what an article narrates."""
        self._at_hand.pop(key, None)
        connection.exec_driver_sql("DELETE FROM shingles WHERE article = ?", (key,))

    def _keep_at_hand(self, narration: Narration) -> None:
        self._at_hand[narration.key] = narration
        if len(self._at_hand) > _AT_HAND:
            self._at_hand.popitem(last=False)
