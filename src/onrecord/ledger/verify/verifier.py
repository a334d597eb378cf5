"""Proof that every row still equals the page it came from."""

from collections.abc import Callable, Iterator

from sqlalchemy import func, select

from onrecord.ledger.store import Store, pages
from onrecord.ledger.verify.database import verify_database
from onrecord.ledger.verify.full_text import verify_full_text
from onrecord.ledger.verify.pages import verify_pages
from onrecord.ledger.verify.problem import Problem


def verify(store: Store, progress: Callable[[int, int], None] | None = None) -> Iterator[Problem]:
    """Yield whatever in a ledger no longer equals the pages it came from; see `Ledger.check`."""
    with store.read() as connection:
        total = connection.execute(select(func.count()).select_from(pages)).scalar_one()
        for done, problems in enumerate(verify_pages(connection), start=1):
            yield from problems
            if progress:
                progress(done, total)
        yield from verify_database(connection)
        yield from verify_full_text(connection)
