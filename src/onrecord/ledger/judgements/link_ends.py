"""Finding the ends of a judged link again: two statements, or of a copy two articles, as they are now."""

from collections.abc import Sequence
from typing import Any, NamedTuple, cast

from sqlalchemy import Connection, Select, select

from onrecord.ledger.judgements.anchors import Anchor, AnchoredStatement, find_anchored
from onrecord.ledger.judgements.on_statements import statements_read
from onrecord.ledger.judgements.record import Says
from onrecord.ledger.store import articles, pages, readings, statements


class End(NamedTuple):
    """An end of a link: its id, the key of its article, and the statement, None of a copy."""

    id: str
    article: int
    statement: AnchoredStatement | None

    @property
    def key(self) -> int | None:
        """The key of the statement, None of a copy."""
        return self.statement.key if self.statement else None


class Ends:
    """What the current readings of pages have at the ends of links; each is looked through once."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._statements: dict[str, Sequence[AnchoredStatement]] = {}

    def told(self, article: int, statement: int | None) -> Says:
        """Return what an end is found by again: its page, and the anchor of a statement, or of an article its place."""
        chosen = _of_pages(articles, pages.c.identity).where(articles.c.key == article)
        row = self._connection.execute(chosen).one()
        if statement is None:
            return {"page": row.identity, "article": row.id, "number": row.number, "title": row.title}
        read = statements_read(self._connection, row.reading)
        return {"page": row.identity, **next(one for one in read if one.key == statement).anchor()}

    def find(self, told: Says) -> End | None:
        """Return the end that is told so, as it is now; None if it is not there any more."""
        return self._article(told) if "article" in told else self._statement(told)

    def _statement(self, told: Says) -> End | None:
        page = told["page"]
        if page not in self._statements:
            chosen = _current(_of_pages(readings.c.key), page).distinct()
            reading = self._connection.execute(chosen).scalar()
            self._statements[page] = statements_read(self._connection, reading) if reading is not None else ()
        found = find_anchored(cast(Anchor, told), self._statements[page])
        if found is None:
            return None
        chosen = select(statements.c.article).where(statements.c.key == found.key)
        return End(found.id, self._connection.execute(chosen).scalar_one(), found)

    def _article(self, told: Says) -> End | None:
        """Return the article of this title, or else of this number, of the page.

        A new version of a page may give its article another place or another title, seldom both.
        """
        read = self._connection.execute(_current(_of_pages(articles), told["page"])).all()
        alike = [one for one in read if one.title is not None and one.title == told["title"]]
        found = next((one for one in alike or read if one.number == told["number"]), next(iter(alike), None))
        return End(found.id, found.key, None) if found else None


def _of_pages(*columns: Any) -> Select[Any]:  # noqa: ANN401 -- any columns
    own = articles.join(readings, articles.c.reading == readings.c.key)
    return select(*columns).select_from(own.join(pages, readings.c.page == pages.c.key))


def _current(chosen: Select[Any], page: str) -> Select[Any]:
    return chosen.where(pages.c.identity == page, pages.c.current, readings.c.current).order_by(articles.c.key)
