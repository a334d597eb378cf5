"""The ledger that a command asks or writes."""

import logging
import os
from pathlib import Path

from onrecord import Ledger
from onrecord.cli.render import Text, err, print_error
from onrecord.errors import UsageError


class _Told(logging.Handler):
    """Shows what the package tells while it works: that it waits for another process."""

    def emit(self, record: logging.LogRecord) -> None:
        """Write it as one line to standard error, above a progress bar."""
        print_error(record.getMessage())


_LOG = logging.getLogger("onrecord")
_TOLD = _Told()


def open_to_read(path: Path) -> Ledger:
    """Open the ledger at `path` to ask it.

    Nothing is written to it, so that it may lie where nothing can be.

    Raises:
        LedgerError: there is none, or it is of an older version.
    """
    return Ledger(path, create=False)


def check_other_file(output: Path, ledger: Path) -> None:
    """Do nothing unless a file to be written is the ledger at `ledger`, or one that SQLite keeps beside it.

    Raises:
        UsageError: it is.
    """
    own = {Path(os.path.realpath(f"{ledger}{end}")) for end in ("", "-wal", "-shm")}
    if Path(os.path.realpath(output)) in own:
        raise UsageError(str(output), "is the ledger itself", "name another file")


def open_to_write(path: Path, *, create: bool = False) -> Ledger:
    """Open the ledger at `path` to write it, brought up to date if it is older.

    Raises:
        LedgerError: there is none and `create` is False.
    """
    _LOG.addHandler(_TOLD)
    if not create or _exists(path):
        upgrade_if_older(path)
    return Ledger(path, create=create)


def upgrade_if_older(path: Path) -> Path | None:
    """Bring an older ledger up to date and say so; return the copy of what it was, None if it was up to date."""
    # Imported here, since asking needs nothing of it.
    from onrecord import upgrade  # noqa: PLC0415

    _LOG.addHandler(_TOLD)
    kept = upgrade(path)
    if kept is not None:
        err.print(Text(f"{path}: brought up to date; as it was, it is kept in {kept}."), soft_wrap=True)
    return kept


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:
        # It is said what is wrong with the name when the file is opened.
        return False
