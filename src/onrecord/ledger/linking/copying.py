"""Copies: of which earlier article each is one, as it is compared with those that have the same fingerprints.

A copy points at the earliest printing: where what it was copied from is a copy, at the original of that. Later articles
are compared with originals, and with those copies that tell more than their original: a first part that was printed
alone, then the whole, then the second part, are one article. A thousand printings that tell the same are looked up in
the same time as one.
"""

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection

from onrecord.ledger.judgements import is_asserted
from onrecord.ledger.linking import fingerprint_index
from onrecord.ledger.linking.fingerprint_index import Marked
from onrecord.ledger.linking.writing import write_copy
from onrecord.linking import Copy, Story, original_of

# Articles that are kept at hand, since neighbours are compared with the same ones.
_AT_HAND = 500

_ARTICLE = "SELECT id, title, published FROM articles WHERE key = ?"
_PARAGRAPHS = "SELECT text FROM spans WHERE article = ? AND part = 'paragraph' ORDER BY key"
_COMPARED = "SELECT original, source FROM linked WHERE article = ?"
_WRITE = "INSERT OR REPLACE INTO linked (article, position, original, source, due) VALUES (?, ?, ?, ?, FALSE)"


@dataclass(frozen=True, slots=True)
class Compared:
    """An article that was compared: what it was copied from, if anything, and which later ones that concerns."""

    copied_from: int | None
    concerned: Sequence[int]


class Copying:
    """Finds copies in a ledger, and notes what is compared for those that come."""

    def __init__(self) -> None:
        self._at_hand: OrderedDict[int, Story] = OrderedDict()

    def compare(self, connection: Connection, key: int) -> Compared:
        """Write of which article one is a copy; what was found of it before, save its links, is replaced."""
        story = self._story(connection, key)
        marked = fingerprint_index.marked(story)
        copy = self._copied(connection, story, marked)
        original = _root(connection, copy.original.key) if copy is not None else None
        is_copy = copy is not None and original is not None and self._is_asserted(connection, story, copy, original)
        sure = original if is_copy else None
        before = connection.exec_driver_sql(_COMPARED, (key,)).first()
        after = sure, copy is None or copy.tells_more
        concerned: set[int] = set()
        if before is None or tuple(before) != after:
            concerned.update(self._forgotten(connection, marked) if before is not None else ())
            fingerprint_index.note(connection, marked, source=after[1])
            concerned.update(self._concerned(connection, marked) if after[1] else ())
        connection.exec_driver_sql(_WRITE, (key, story.position, *after))
        if copy is not None and original is not None:
            write_copy(connection, story, copy, self._story(connection, original))
        return Compared(copy.original.key if copy is not None and is_copy else None, sorted(concerned))

    def forget(self, connection: Connection, key: int) -> list[int]:
        """Forget an article that was compared; return the keys of the later ones that this concerns."""
        concerned = self._forgotten(connection, self._marked(connection, key))
        connection.exec_driver_sql("DELETE FROM linked WHERE article = ?", (key,))
        return concerned

    def _is_asserted(self, connection: Connection, story: Story, copy: Copy, original: int) -> bool:
        """Say whether an article is a copy of an original: as the user judged, else as it was found."""
        printed = self._story(connection, original)
        return is_asserted(connection, "copy", story.id, printed.id, found=copy.sure)

    def _copied(self, connection: Connection, story: Story, marked: Marked) -> Copy | None:
        earlier = fingerprint_index.possible_originals(connection, marked)
        return original_of(story, [self._story(connection, one) for one in earlier])

    def _forgotten(self, connection: Connection, marked: Marked) -> list[int]:
        """Take away the fingerprints of an article; return the keys of the later ones that this concerns."""
        _, source = connection.exec_driver_sql(_COMPARED, (marked.noted.article,)).one()
        concerned = self._concerned(connection, marked) if source else []
        fingerprint_index.forget(connection, marked)
        return concerned

    def _concerned(self, connection: Connection, marked: Marked) -> list[int]:
        return fingerprint_index.possible_copies(connection, marked, lambda key: self._marked(connection, key))

    def _marked(self, connection: Connection, key: int) -> Marked:
        return fingerprint_index.marked(self._story(connection, key))

    def _story(self, connection: Connection, key: int) -> Story:
        """Return the text of an article, without its statements."""
        story = self._at_hand.pop(key, None) or _read(connection, key)
        self._at_hand[key] = story
        if len(self._at_hand) > _AT_HAND:
            self._at_hand.popitem(last=False)
        return story


def _read(connection: Connection, key: int) -> Story:
    identifier, title, published = connection.exec_driver_sql(_ARTICLE, (key,)).one()
    paragraphs = connection.exec_driver_sql(_PARAGRAPHS, (key,)).scalars()
    day = date.fromisoformat(published) if published else None
    return Story(key, identifier, day, "\n".join((title or "", *paragraphs)))


def _root(connection: Connection, key: int) -> int:
    """Return the key of the earliest printing of an article: its own if it is no copy."""
    original: int | None = connection.exec_driver_sql(_COMPARED, (key,)).one().original
    return key if original is None else original
