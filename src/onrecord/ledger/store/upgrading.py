"""The revision of a ledger's file: beginning a new one, and bringing an older one up to date, a copy kept of it."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from itertools import count
from pathlib import Path

from sqlalchemy import Connection, Engine

from onrecord.errors import LedgerError
from onrecord.ledger.store.engine import address, as_ledger_errors, make_engine, revision
from onrecord.ledger.store.schema import APPLICATION_ID, REVISION

MIGRATIONS = "onrecord:ledger/store/migrations"
"""Where the revisions are, as Alembic takes it."""


def upgrade(path: Path, then: Callable[[Connection], None]) -> Path | None:
    """Bring the ledger at `path` to the revision of this program, if it is older, and keep a copy of it as it was.

    Args:
        path: where the ledger is.
        then: called in the same transaction, once its tables are up to date.

    Returns:
        The copy, which lies beside the ledger (`NAME.r0005.bak`, with a number where there is one already), or None
        if the ledger was up to date.

    Raises:
        LedgerError: there is no such file, or it is no ledger, is newer than this program, is locked, or cannot be read
            or written, or its copy cannot. The ledger is as it was then.
    """
    engine = make_engine(path, create=False)
    with as_ledger_errors(path):
        try:
            return None if is_current(engine, path) else _migrate(engine, path, then)
        finally:
            engine.dispose()


def is_current(engine: Engine, path: Path) -> bool:
    """Say whether a ledger is at this program's revision, not at an older one; begin it if the file is empty.

    Raises:
        LedgerError: the file is no ledger, or is newer than this program.
    """
    with engine.connect() as connection:
        found = revision(connection, path)
    if found is None:
        _migrate(engine, path, lambda connection: None)
        # The application id is there now, and with it comes the write-ahead log, before anybody else writes.
        engine.connect().close()
    elif found > REVISION:
        reason = "was written by a newer version of onrecord"
        raise LedgerError(str(path), reason, "update onrecord, then run the same command again")
    return found in {None, REVISION}


def _migrate(engine: Engine, path: Path, then: Callable[[Connection], None]) -> Path | None:
    """Bring a ledger to this program's revision, in one transaction; return the copy of it, if it was older."""
    # Imported here, since asking a ledger that is up to date should not wait for it.
    from alembic import command  # noqa: PLC0415
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", MIGRATIONS)
    kept: Path | None = None
    try:
        with engine.connect().execution_options(write=True) as connection, connection.begin():
            # Another process may have done it while this one waited.
            found = revision(connection, path)
            if found not in {None, REVISION}:
                kept = _new_file(path, f"r{found}")
                _copy(path, kept)
            config.attributes["connection"] = connection
            command.upgrade(config, "head")
            then(connection)
            connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
    except BaseException:
        if kept is not None:
            kept.unlink(missing_ok=True)
        raise
    engine.dispose()
    return kept


def _new_file(path: Path, sign: str) -> Path:
    """Return a new empty file beside `path`, whose name ends in `sign`, a number if it needs one, and ".bak"."""
    for number in count(1):
        new = path.with_name(f"{path.name}.{sign}{'' if number == 1 else f'.{number}'}.bak")
        try:
            new.open("xb").close()
        except FileExistsError:
            continue
        except OSError as error:
            reason = f"a copy of it cannot be written ({error.strerror})"
            raise LedgerError(str(path), reason, "check the permissions of its folder") from error
        return new
    raise AssertionError


def _copy(path: Path, to: Path) -> None:
    """Copy what was committed to a ledger, also what is still in its write-ahead log."""
    with closing(sqlite3.connect(address(path, "rw"), uri=True)) as source, closing(sqlite3.connect(to)) as target:
        source.backup(target)
