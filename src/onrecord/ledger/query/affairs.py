"""Which articles are on one affair, as linking found when it compared them."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence

from sqlalchemy import Connection, select

from onrecord.ledger.query.given_keys import GIVEN, given, unindexed
from onrecord.ledger.store import linked, links, matters

# With so many before each an article is compared.
_COMPARED = 20
_COPIES = select(linked.c.article, linked.c.original).where(linked.c.article.in_(GIVEN), linked.c.original.is_not(None))
_MATTERS = select(matters).where(matters.c.article.in_(GIVEN), matters.c.day > 0)
_LINKED = select(links.c.later_article, links.c.earlier_article).where(
    links.c.later_article.in_(GIVEN), unindexed(links.c.earlier_article).in_(GIVEN), unindexed(links.c.asserted)
)


class Affairs:
    """The affairs that some articles are on.

    A copy is on that of its original. Two others are on one if they share as many characteristic words, within 30 days,
    as linking asks for before it compares them, or if statements of theirs are linked for certain; and so on.
    """

    def __init__(self, connection: Connection, articles: Collection[int]) -> None:
        self._originals = {key: key for key in articles}
        for one in connection.execute(_COPIES, given(articles)):
            self._originals[one.article] = one.original
        self._joined: dict[int, int] = {}
        self._join_by_words(connection)
        self._join_by_links(connection)

    def original(self, article: int) -> int:
        """Return the article that one is a copy of, itself if of none."""
        return self._originals[article]

    def of(self, article: int) -> int:
        """Return which affair an article is on: the same number for those on one."""
        return self._root(self._originals[article])

    def _join_by_words(self, connection: Connection) -> None:
        # Imported here, since most questions need nothing of linking.
        from onrecord.linking import SHARED, WINDOW  # noqa: PLC0415

        having: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
        for one in connection.execute(_MATTERS, given(set(self._originals.values()))):
            having[one.word].append((one.day, one.article))
        shared: defaultdict[tuple[int, int], int] = defaultdict(int)
        for places in having.values():
            for pair in _near(sorted(places), WINDOW):
                shared[pair] += 1
        self._join(pair for pair, number in shared.items() if number >= SHARED)

    def _join_by_links(self, connection: Connection) -> None:
        self._join(connection.execute(_LINKED, given(set(self._originals.values()))))

    def _join(self, pairs: Iterable[tuple[int, int]]) -> None:
        for one, other in pairs:
            first, second = sorted((self._root(one), self._root(other)))
            self._joined[second] = first

    def _root(self, article: int) -> int:
        while (on := self._joined.get(article, article)) != article:
            article = on
        return article


def _near(places: Sequence[tuple[int, int]], days: int) -> Iterable[tuple[int, int]]:
    """Yield the pairs of articles that at most so many days lie between, each with some before it, of sorted places."""
    for number, (day, article) in enumerate(places):
        for other_day, other in places[max(number - _COMPARED, 0) : number]:
            if day - other_day <= days:
                yield min(article, other), max(article, other)
