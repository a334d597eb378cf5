"""Proof that every row still is what was read, and equals the page it came from."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from sqlalchemy import Connection

from onrecord.errors import UsageError
from onrecord.ledger.store import Store
from onrecord.ledger.verify.chain import verify_chain
from onrecord.ledger.verify.database import verify_database, verify_structure
from onrecord.ledger.verify.derived import verify_derived
from onrecord.ledger.verify.full_text import verify_full_text
from onrecord.ledger.verify.pages import PageProof
from onrecord.ledger.verify.problem import Problem, guarded

_ROOT = re.compile(r"[0-9a-f]{64}")


def verify(
    store: Store, progress: Callable[[int, int], None] | None = None, *, fast: bool = False, root: str | None = None
) -> Iterator[Problem]:
    """Yield whatever in a ledger is no longer as it was written; see `Ledger.check`."""
    if root is not None and not _ROOT.fullmatch(root):
        raise UsageError(f"root {root}", "is no digest", "give the 64 hexadecimal digits that `check` printed")
    with store.read() as connection, _undecoded(connection):
        yield from verify_structure(connection)
        total = connection.exec_driver_sql("SELECT count(*) FROM pages").scalar_one()
        proof = PageProof(connection, fast=fast)
        for done, problems in enumerate(proof.problems(), start=1):
            yield from problems
            if progress:
                progress(done, total)
        yield from guarded("ledger", "chain", verify_chain(connection, proof.digests, proof.differing, root))
        if not fast:
            yield from guarded("ledger", "rows", verify_database(connection))
            yield from guarded("ledger", "rows", verify_derived(connection))
            yield from guarded("ledger", "full-text indices", verify_full_text(connection))


@contextmanager
def _undecoded(connection: Connection) -> Iterator[None]:
    """Let bytes that are no text be read as text that nothing equals, while the block runs, so that they are named."""
    driver = connection.connection.driver_connection
    assert driver is not None
    driver.text_factory = lambda raw: raw.decode("utf-8", "surrogateescape")
    try:
        yield
    finally:
        driver.text_factory = str
