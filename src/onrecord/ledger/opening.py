"""Opening a ledger's file and bringing it up to date: its revision, and every failure of it said in one line."""

import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from itertools import count
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError

from onrecord.errors import LedgerError
from onrecord.ledger.schema import APPLICATION_ID, REVISION

# Seconds to wait for another process's transaction; each is one page long.
_BUSY = 10.0
_MIGRATIONS = "onrecord:ledger/migrations"


def open_ledger(path: Path, *, create: bool) -> Engine:
    """Return an engine on the ledger at `path`, at the revision of this program.

    An empty file is a ledger that was never finished, and is begun anew. An older ledger is left as it is.

    Raises:
        LedgerError: there is no such file and `create` is False, or it is no ledger, is older or newer than this
            program, is locked, or cannot be read or written.
    """
    engine = _engine(path, create=create)
    with explained(path):
        try:
            if not _up_to_date(engine, path):
                reason = "was written by an older version of onrecord"
                raise LedgerError(str(path), reason, f"run `onrecord upgrade {path}`, which keeps a copy of it")
        except BaseException:
            engine.dispose()
            raise
    return engine


def upgrade(path: str | Path) -> Path | None:
    """Bring the ledger at `path` to the revision of this program, if it is older, and keep a copy of it as it was.

    Returns:
        The copy, which lies beside the ledger (`NAME.r0005.bak`, with a number where there is one already), or None
        if the ledger was up to date.

    Raises:
        LedgerError: there is no such file, or it is no ledger, is newer than this program, is locked, or cannot be read
            or written, or its copy cannot. The ledger is as it was then.
    """
    path = Path(path)
    engine = _engine(path, create=False)
    with explained(path):
        try:
            return None if _up_to_date(engine, path) else _migrate(engine, path)
        finally:
            engine.dispose()


def _up_to_date(engine: Engine, path: Path) -> bool:
    """Say whether a ledger is at this program's revision, not at an older one; begin it if the file is empty."""
    with engine.connect() as connection:
        found = _revision(connection, path)
    if found is None:
        _migrate(engine, path)
        # The application id is there now, and with it comes the write-ahead log, before anybody else writes.
        engine.connect().close()
    elif found > REVISION:
        reason = "was written by a newer version of onrecord"
        raise LedgerError(str(path), reason, "update onrecord, then run the same command again")
    return found in {None, REVISION}


def _engine(path: Path, *, create: bool) -> Engine:
    try:
        if not path.exists():
            if not create:
                raise LedgerError(str(path), "there is no such ledger", "make one with `onrecord add`, or name another")
            if not path.parent.is_dir():
                raise LedgerError(str(path), "its folder does not exist", "make the folder first")
        if path.is_dir():
            raise LedgerError(str(path), "is a folder", "name the ledger's file")
    except OSError as error:
        # A name that is too long, a folder that may not be entered.
        reason = f"cannot be opened ({error.strerror})"
        raise LedgerError(str(path), reason, "name another file, or check the permissions of its folder") from error
    address = _address(path, "rwc" if create else "rw")
    engine = create_engine("sqlite://", creator=lambda: _connect(address))
    event.listen(engine, "begin", _begin)
    return engine


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn what the database says into a LedgerError with a remedy, while the block runs."""
    try:
        yield
    except (DBAPIError, sqlite3.Error) as error:
        said = str(error.orig if isinstance(error, DBAPIError) else error)
        reason, remedy = next(
            ((reason, remedy) for sign, reason, remedy in _EXPLAINED if sign in said),
            (said, "check the file, or restore it from a copy"),
        )
        raise LedgerError(str(path), reason, remedy) from error


_EXPLAINED = (
    ("locked", "is being written by another process", "wait for it to end, then run the same command again"),
    ("disk is full", "the disk is full", "make room, then run the same command again: it goes on where it stopped"),
    ("disk I/O", "the disk cannot be written", "make room or mend it, then run the same command again"),
    ("readonly", "may not be written", "change its permissions, or copy it"),
    ("unable to open", "cannot be opened", "check the permissions of the file and its folder"),
    ("not a database", "is not a ledger", "name another file"),
    ("malformed", "is damaged", "restore it from a copy, or read the pages again into a new ledger"),
)


def _address(path: Path, mode: str) -> str:
    return f"file:{quote(str(path.absolute()))}?mode={mode}"


def _connect(address: str) -> sqlite3.Connection:
    # Transactions are begun by `_begin`, since the driver's own do not cover schema changes.
    connection = sqlite3.connect(address, uri=True, timeout=_BUSY, isolation_level=None, check_same_thread=False)
    connection.execute("PRAGMA foreign_keys = ON")
    if connection.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID:
        _log_ahead(connection)
        connection.execute("PRAGMA synchronous = NORMAL")
    return connection


def _log_ahead(connection: sqlite3.Connection) -> None:
    """Use the write-ahead log, which the file then remembers.

    SQLite does not wait for other processes when the journal changes, so that those that open a new ledger together
    would fail; they wait here.
    """
    deadline = time.monotonic() + _BUSY
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or time.monotonic() > deadline:
                raise
            time.sleep(0.01)
        else:
            return


def _begin(connection: Connection) -> None:
    write = connection.get_execution_options().get("write", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if write else "BEGIN")


def _revision(connection: Connection, path: Path) -> str | None:
    """Return the revision of a ledger, None if the database is empty."""
    tables = {name for (name,) in connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table'")}
    application = connection.exec_driver_sql("PRAGMA application_id").scalar()
    if not tables and application in {0, APPLICATION_ID}:
        return None
    if application != APPLICATION_ID or "alembic_version" not in tables:
        raise LedgerError(str(path), "is not a ledger", "name another file")
    return str(connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar())


def _migrate(engine: Engine, path: Path) -> Path | None:
    """Bring a ledger to this program's revision, in one transaction; return the copy of it, if it was older."""
    # Imported here, since asking a ledger that is up to date should not wait for it.
    from alembic import command  # noqa: PLC0415
    from alembic.config import Config  # noqa: PLC0415

    from onrecord.ledger.upgrading import register_stored  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", _MIGRATIONS)
    kept: Path | None = None
    try:
        with engine.connect().execution_options(write=True) as connection, connection.begin():
            # Another process may have done it while this one waited.
            found = _revision(connection, path)
            if found not in {None, REVISION}:
                kept = _new_file(path, f"r{found}")
                _copy(path, kept)
            config.attributes["connection"] = connection
            command.upgrade(config, "head")
            register_stored(connection)
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
    with closing(sqlite3.connect(_address(path, "rw"), uri=True)) as source, closing(sqlite3.connect(to)) as target:
        source.backup(target)
