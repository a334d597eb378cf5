"""Opening a ledger's file: whether it is one, and of the revision that this program reads."""

import shlex
from pathlib import Path

from sqlalchemy import Engine

from onrecord.errors import LedgerError
from onrecord.ledger.store.engine import as_ledger_errors, make_engine
from onrecord.ledger.store.upgrading import is_current


def open_engine(path: Path, *, create: bool) -> Engine:
    """Return an engine on the ledger at `path`, at the revision of this program.

    An empty file is a ledger that was never finished, and is begun anew. An older ledger is left as it is.

    Raises:
        LedgerError: there is no such file and `create` is False, or it is no ledger, is older or newer than this
            program, is locked, or cannot be read or written.
    """
    engine = make_engine(path, create=create)
    with as_ledger_errors(path):
        try:
            if not is_current(engine, path):
                reason = "was written by an older version of onrecord"
                raise LedgerError(
                    str(path), reason, f"run `onrecord upgrade {shlex.quote(str(path))}`, which keeps a copy of it"
                )
        except BaseException:
            engine.dispose()
            raise
    return engine
