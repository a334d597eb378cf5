"""Linking: the articles that were not compared yet, and those that what is new concerns, in the order of their days."""

from collections import OrderedDict
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace

from sqlalchemy import Connection

from onrecord.ledger.judgements import is_asserted, settle_article
from onrecord.ledger.linking import indices, queue
from onrecord.ledger.linking.copying import Copying
from onrecord.ledger.linking.material import stories
from onrecord.ledger.linking.writing import take_away, take_away_all, write_links
from onrecord.ledger.store import Store
from onrecord.linking import Claim, FoundLink, Story, find_links

# Articles that are kept at hand, since neighbours are compared with the same ones.
_AT_HAND = 200
# Articles that are compared in one transaction: others that write wait for so many.
_TOGETHER = 25


class Linker:
    """Compares the current articles of a ledger with those before them, a few in one transaction.

    Args:
        store: the ledger.
        statements: whether to link statements, or to find copies of articles alone.
    """

    def __init__(self, store: Store, *, statements: bool = True) -> None:
        self._store = store
        self._statements = statements
        self._copying = Copying()
        self._at_hand: OrderedDict[int, Story] = OrderedDict()

    def link(self, progress: Callable[[int, int], None] = lambda done, total: None) -> int:
        """Compare what is to be compared; return how many articles were.

        A run that is cut short is completed by the next one.
        """
        # Whoever is in them may have become another since.
        self._at_hand.clear()
        self._take_away_lost()
        waiting = queue.Queue()
        with self._store.read() as connection:
            for article, position in queue.waiting(connection):
                waiting.put(position, article)
        while waiting:
            with self._store.write() as connection:
                for _ in range(min(_TOGETHER, len(waiting))):
                    self._next(connection, waiting)
            progress(waiting.done, waiting.done + len(waiting))
        return waiting.done

    def _take_away_lost(self) -> None:
        """Take away what was found with articles that are no longer current; those that this concerns become due."""
        with self._store.read() as connection:
            lost = queue.lost(connection)
        for article in lost:
            with self._store.write() as connection:
                concerned = {*self._copying.forget(connection, article), *queue.depending_on(connection, article)}
                if self._statements:
                    concerned.update(self._later_on_one_affair(connection, article))
                    indices.forget(connection, article)
                take_away_all(connection, article)
                queue.make_due(connection, concerned - {article})
                queue.is_done(connection, article)

    def _next(self, connection: Connection, waiting: queue.Queue) -> None:
        """Compare the earliest article that waits, and let those wait that may be concerned by what is found."""
        key = waiting.take()
        if not queue.is_waiting(connection, key):
            return
        before = _found(connection, key) if self._statements else None
        take_away(connection, key)
        compared = self._copying.compare(connection, key)
        concerned = set(compared.concerned)
        if self._statements:
            self._link(connection, key, compared.copied_from)
        settle_article(connection, key)
        if self._statements and before != _found(connection, key):
            concerned.update(queue.depending_on(connection, key), self._later_on_one_affair(connection, key))
        queue.is_done(connection, key)
        for article, position in queue.make_due(connection, concerned).items():
            waiting.put(position, article)

    def _later_on_one_affair(self, connection: Connection, article: int) -> list[int]:
        return indices.later_on_one_affair(connection, self._stories(connection, [article])[0])

    def _link(self, connection: Connection, key: int, copied_from: int | None) -> None:
        """Write how the statements of an article belong to those before; one that is no copy is noted."""
        story = self._stories(connection, [key])[0]
        indices.forget(connection, key)
        if copied_from is None:
            indices.note(connection, story)
        keys = dict.fromkeys(indices.on_one_affair(connection, story))
        if copied_from is not None:
            keys[copied_from] = None
        others = self._stories(connection, keys)
        original = next((other for other in others if other.key == copied_from), None)
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
    return compared.original, tuple(map(tuple, repeats))


def _roots(connection: Connection, claims: Collection[int]) -> dict[int, int]:
    """Return the earliest printing of each of some statements that are later printings."""
    shown = ", ".join(map(str, claims))
    found = connection.exec_driver_sql(
        f"SELECT later, earlier FROM links WHERE kind = 'repeats' AND asserted AND later IN ({shown})"
    )
    return dict(found.all())


def _articles_of(connection: Connection, claims: Collection[int]) -> list[int]:
    shown = ", ".join(map(str, claims))
    chosen = f"SELECT DISTINCT article FROM statements WHERE key IN ({shown}) ORDER BY article"
    return list(connection.exec_driver_sql(chosen).scalars())
