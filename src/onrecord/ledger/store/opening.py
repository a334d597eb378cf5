"""Opening a ledger's file: whether it is one, and of the revision that this program reads."""

import shlex
from pathlib import Path

from onrecord.errors import LedgerError
from onrecord.ledger.store.failures import as_ledger_errors
from onrecord.ledger.store.file import is_begun
from onrecord.ledger.store.questions import Questions
from onrecord.ledger.store.upgrading import begin, is_current, put_in_order


def open_to_ask(path: Path, *, create: bool) -> Questions:
    """Return what asks the ledger at `path`, which is at the revision of this program.

    An empty file is a ledger that was never finished. Nothing is written but where one is begun.

    Raises:
        LedgerError: there is no ledger and `create` is False, or it is no ledger, is older or newer than this program,
            is damaged, or cannot be read; or `create`, and it cannot be written.
    """
    with as_ledger_errors(path):
        if not (put_in_order if create else is_begun)(path):
            if not create:
                reason = "is empty" if path.exists() else "there is no such ledger"
                raise LedgerError(str(path), reason, "make one with `onrecord add`, or name another")
            begin(path)
        questions = Questions(path)
        try:
            if not is_current(questions, path):
                reason = "was written by an older version of onrecord"
                raise LedgerError(
                    str(path), reason, f"run `onrecord upgrade {shlex.quote(str(path))}`, which keeps a copy of it"
                )
        except BaseException:
            questions.close()
            raise
    return questions
