"""Linking: the articles that were not compared yet, and those that what is new concerns, in the order of their days."""

from collections import OrderedDict
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace

from sqlalchemy import Connection

from onrecord.ledger.judgements import is_asserted, settle_article
from onrecord.ledger.linking import indices, queue
from onrecord.ledger.linking.material import stories
from onrecord.ledger.linking.writing import take_away, write_compared, write_copy, write_links
from onrecord.ledger.store import Store
from onrecord.linking import Claim, Copy, FoundLink, Story, find_links, original_of

# Articles that are kept at hand, since neighbours are compared with the same ones.
_AT_HAND = 200


class Linker:
    """Compares the current articles of a ledger with those before them, each in one transaction."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._at_hand: OrderedDict[int, Story] = OrderedDict()

    def link(self, progress: Callable[[int, int], None] = lambda done, total: None) -> int:
        """Compare what is to be compared; return how many articles were.

        A run that is cut short is completed by the next one.
        """
        # Whoever is in them may have become another since.
        self._at_hand.clear()
        waiting = self._waiting()
        while waiting:
            with self._store.write() as connection:
                self._next(connection, waiting)
            progress(waiting.done, waiting.done + len(waiting))
        return waiting.done

    def _waiting(self) -> queue.Queue:
        """Return the articles that are to be compared; what was found with those that are gone is taken away."""
        waiting = queue.Queue()
        with self._store.read() as connection:
            lost = queue.gone(connection)
            fresh = queue.not_compared(connection)
        if lost:
            with self._store.write() as connection:
                for article in lost:
                    concerned = queue.depending_on(connection, article)
                    self._put(connection, waiting, concerned)
                    self._put_later(connection, waiting, self._stories(connection, [article])[0])
                    take_away(connection, article)
                    connection.exec_driver_sql(
                        "DELETE FROM links WHERE ? IN (later_article, earlier_article)", (article,)
                    )
                    indices.forget(connection, article)
        for article, position in fresh:
            waiting.put(position, article)
        return waiting

    def _next(self, connection: Connection, waiting: queue.Queue) -> None:
        """Compare the earliest article that waits, and let those wait that may be concerned by what is found."""
        key = waiting.take()
        before = _found(connection, key)
        story = self._stories(connection, [key])[0]
        take_away(connection, key)
        indices.forget(connection, key)
        original = self._copied(connection, story)
        self._link(connection, story, original)
        settle_article(connection, key)
        after = _found(connection, key)
        if before is None:
            self._put_later(connection, waiting, story)
            self._put(connection, waiting, indices.possible_copies(connection, story))
        elif before != after:
            self._put_later(connection, waiting, story)
            self._put(connection, waiting, queue.depending_on(connection, key))

    def _copied(self, connection: Connection, story: Story) -> Story | None:
        """Write of which earlier article one is a copy, and return that; one that is none is noted for later ones."""
        copy = original_of(story, self._stories(connection, indices.possible_originals(connection, story)))
        sure = copy.original if copy is not None and _is_copy(connection, story, copy) else None
        write_compared(connection, story, sure.key if sure else None)
        if copy is not None:
            write_copy(connection, story, copy)
        if sure is None:
            indices.note(connection, story)
        return sure

    def _link(self, connection: Connection, story: Story, original: Story | None) -> None:
        """Write how the statements of an article belong to those before."""
        keys = dict.fromkeys(indices.on_one_affair(connection, story))
        if original is not None:
            keys[original.key] = None
        others = self._stories(connection, keys)
        found = find_links(story, others, original)
        if found:
            self._write(connection, story, others, found)

    def _write(self, connection: Connection, story: Story, others: Sequence[Story], found: Sequence[FoundLink]) -> None:
        """Write links, each to the earliest printing of what it belongs to."""
        claims, home = _by_key([story, *others])
        ends = {one.key for link in found for one in (link.later, link.earlier)}
        roots = _roots(connection, ends - {claim.key for claim in story.claims})
        missing = set(roots.values()) - claims.keys()
        if missing:
            more_claims, more_home = _by_key(self._stories(connection, _articles_of(connection, missing)))
            claims, home = claims | more_claims, home | more_home
        own = set()
        for link in found:
            root = claims[roots.get(link.earlier.key, link.earlier.key)]
            if link.kind == "repeats" and is_asserted(connection, link.kind, link.later.id, root.id, found=link.sure):
                own.add(link.later.key)
                roots[link.later.key] = root.key
        rows: dict[tuple[str, int, int], tuple[FoundLink, int, int]] = {}
        for link in found:
            repeats = link.kind == "repeats"
            later = link.later if repeats else claims[roots.get(link.later.key, link.later.key)]
            earlier = claims[roots.get(link.earlier.key, link.earlier.key)]
            if later.key == earlier.key or (not repeats and link.later.key in own):
                continue
            moved = replace(link, later=later, earlier=earlier)
            rows.setdefault((link.kind, later.key, earlier.key), (moved, home[later.key], home[earlier.key]))
        write_links(connection, story, list(rows.values()))

    def _put(self, connection: Connection, waiting: queue.Queue, articles: Collection[int]) -> None:
        for article, position in queue.positions_of(connection, articles).items():
            waiting.put(position, article)

    def _put_later(self, connection: Connection, waiting: queue.Queue, story: Story) -> None:
        self._put(connection, waiting, indices.later_on_one_affair(connection, story))

    def _stories(self, connection: Connection, keys: Iterable[int]) -> list[Story]:
        """Return the articles with these keys, in this order."""
        found = []
        for key in keys:
            story = self._at_hand.pop(key, None) or next(stories(connection, [key]))
            self._at_hand[key] = story
            found.append(story)
        while len(self._at_hand) > _AT_HAND:
            self._at_hand.popitem(last=False)
        return found


def _is_copy(connection: Connection, story: Story, copy: Copy) -> bool:
    return is_asserted(connection, "copy", story.id, copy.original.id, found=copy.sure)


def _by_key(found: Iterable[Story]) -> tuple[dict[int, Claim], dict[int, int]]:
    """Return the statements of articles by their keys, and in which article each is."""
    claims, home = {}, {}
    for story in found:
        for claim in story.claims:
            claims[claim.key], home[claim.key] = claim, story.key
    return claims, home


def _found(connection: Connection, article: int) -> tuple[object, ...] | None:
    """Return what later articles depend on of what was found for one: whose copy it is, and what its statements repeat.

    None of one that was not compared yet.
    """
    compared = connection.exec_driver_sql("SELECT original FROM linked WHERE article = ?", (article,)).first()
    if compared is None:
        return None
    repeats = connection.exec_driver_sql(
        "SELECT later, earlier FROM links WHERE found_with = ? AND kind = 'repeats' AND asserted ORDER BY 1", (article,)
    )
    return compared.original, tuple(repeats.tuples().all())


def _roots(connection: Connection, claims: Collection[int]) -> dict[int, int]:
    """Return the earliest printing of each of some statements that are later printings."""
    shown = ", ".join(map(str, claims))
    found = connection.exec_driver_sql(
        f"SELECT later, earlier FROM links WHERE kind = 'repeats' AND asserted AND later IN ({shown})"
    )
    return dict(found.tuples().all())


def _articles_of(connection: Connection, claims: Collection[int]) -> list[int]:
    shown = ", ".join(map(str, claims))
    chosen = f"SELECT DISTINCT article FROM statements WHERE key IN ({shown}) ORDER BY article"
    return list(connection.exec_driver_sql(chosen).scalars())
