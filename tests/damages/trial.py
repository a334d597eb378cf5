"""One damage: made to a copy of a ledger, and whether it is found."""

import io
import random
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from onrecord import Ledger, LedgerError
from onrecord.ledger import TABLES
from tests.damages.damage import DAMAGES


class Trial(NamedTuple):
    """What became of a damage: "found", "refused" (no ledger any more), "harmless" or "unfound"; and what was said."""

    damage: str
    outcome: str
    told: str


def trials(ledger: Path, folder: Path, number: int, seed: int) -> Iterator[Trial]:
    """Yield what becomes of `number` damages to copies of `ledger` in `folder`, each kind as often."""
    before = list(exports(ledger))
    kinds = sorted(DAMAGES)
    for count in range(number):
        chance = random.Random(f"{seed} {count}")
        kind = kinds[count % len(kinds)]
        copy = folder / "damaged.ledger"
        for left in folder.glob("damaged.ledger*"):
            left.unlink()
        shutil.copy(ledger, copy)
        DAMAGES[kind](copy, chance)
        yield Trial(kind, *_outcome(copy, before))


def exports(path: Path) -> Iterator[bytes]:
    """Yield every table as it is exported, in all versions, for programs and as linked data."""
    with Ledger(path, create=False) as ledger:
        for table in TABLES:
            for format_ in ("jsonl", "jsonld"):
                stream = io.BytesIO()
                ledger.export(table, format_, stream, versions=True)
                yield stream.getvalue()


def _outcome(path: Path, before: list[bytes]) -> tuple[str, str]:
    try:
        with Ledger(path, create=False) as ledger:
            problems = [f"{one.page}: {one.row}: {one.reason}" for one in ledger.check()]
    except LedgerError as error:
        return "refused", str(error)
    if problems:
        return "found", problems[0]
    try:
        same = list(exports(path)) == before
    except LedgerError as error:
        return "unfound", str(error)
    return ("harmless", "") if same else ("unfound", "exports differ")
