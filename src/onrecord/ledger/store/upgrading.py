"""The revision of a ledger's file: beginning a new one, and bringing an older one up to date, a copy kept of it."""

import re
import sqlite3
from collections.abc import Callable
from contextlib import closing
from itertools import count
from pathlib import Path

from sqlalchemy import Connection

from onrecord.errors import LedgerError
from onrecord.ledger.store.engine import make_engine
from onrecord.ledger.store.failures import as_damage, as_ledger_errors
from onrecord.ledger.store.file import address, beside, has_content, is_begun
from onrecord.ledger.store.questions import Questions
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
        LedgerError: there is no such file, or it is no ledger or has another program's view or trigger, is newer than
            this program, is damaged, or cannot be read or written, or its copy cannot. It is as it was then.
    """
    with as_ledger_errors(path):
        if not put_in_order(path):
            if not path.exists():
                raise LedgerError(str(path), "there is no such ledger", "make one with `onrecord add`, or name another")
            begin(path)
            return None
        with closing(Questions(path)) as questions:
            _refuse_shared(questions, path)
            if is_current(questions, path):
                return None
        with as_damage(path):
            return _migrate(path, then)


def _refuse_shared(questions: Questions, path: Path) -> None:
    """Refuse to write to a file in which another program has something of its own.

    Raises:
        LedgerError: there is a view or a trigger, which no ledger has.
    """
    with questions.connect() as connection:
        chosen = "SELECT type, name FROM sqlite_master WHERE type NOT IN ('table', 'index') LIMIT 1"
        for kind, name in connection.exec_driver_sql(chosen):
            reason = f"has a {kind} ({name}) that no ledger has, so that another program may rely on it as it is"
            raise LedgerError(str(path), reason, f"name another file, or drop the {kind} from a copy and use that")


def put_in_order(path: Path) -> bool:
    """Say whether there is a ledger at `path`, as `is_begun` does, after SQLite has undone what was cut short there.

    Only the making of a ledger is journalled so that this is needed: it may leave an empty file.
    """
    if is_begun(path) and has_content(beside(path, "-journal")):
        with closing(sqlite3.connect(address(path, "rw"), uri=True)) as connection:
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    return is_begun(path)


def begin(path: Path) -> None:
    """Make the ledger at `path`, where no file is or an empty one.

    Raises:
        LedgerError: its folder is not there.
        sqlite3.Error: it cannot be written.
    """
    if not path.parent.is_dir():
        raise LedgerError(str(path), "its folder does not exist", "make the folder first")
    _migrate(path, lambda connection: None)
    # With its tables comes the write-ahead log, before anybody else writes.
    engine = make_engine(path, create=False, log_ahead=True)
    engine.connect().close()
    engine.dispose()


def is_current(questions: Questions, path: Path) -> bool:
    """Say whether a ledger is at this program's revision, not at an older one.

    Raises:
        LedgerError: it is newer than this program, or does not say of which revision it is.
    """
    with questions.connect() as connection:
        found = _revision(connection, path)
    if found is None:
        raise _damaged(path)
    if found > REVISION:
        reason = "was written by a newer version of onrecord"
        raise LedgerError(str(path), reason, "update onrecord, then run the same command again")
    return found == REVISION


def _revision(connection: Connection, path: Path) -> str | None:
    """Return the revision of a ledger, None if the database is empty."""
    if connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar() == 0:
        return None
    found = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalars().all()
    if len(found) != 1 or not re.fullmatch("[0-9]{4}", str(found[0])):
        raise _damaged(path)
    return str(found[0])


def _damaged(path: Path) -> LedgerError:
    remedy = "restore it from a copy, or read the pages again into a new ledger"
    return LedgerError(str(path), "is damaged (it does not say by which version it was written)", remedy)


def _migrate(path: Path, then: Callable[[Connection], None]) -> Path | None:
    """Bring a ledger to this program's revision, in one transaction; return the copy of it, if it was older."""
    # Imported here, since asking a ledger that is up to date should not wait for it.
    from alembic import command  # noqa: PLC0415
    from alembic.config import Config  # noqa: PLC0415
    from alembic.util import CommandError  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", MIGRATIONS)
    kept: Path | None = None
    engine = make_engine(path, create=True, log_ahead=False)
    try:
        with engine.connect() as connection, connection.begin():
            # Another process may have done it while this one waited.
            found = _revision(connection, path)
            if found not in {None, REVISION}:
                kept = _new_file(path, f"r{found}")
                _copy(path, kept)
            config.attributes["connection"] = connection
            command.upgrade(config, "head")
            then(connection)
            connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
    except BaseException as error:
        if kept is not None:
            kept.unlink(missing_ok=True)
        if isinstance(error, CommandError):
            # A number that no revision has.
            raise _damaged(path) from error
        raise
    finally:
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
