"""What onrecord exports of a folder of texts, for scorers: python -m corpora.export FOLDER prints the statements.

It uses of onrecord only what all versions have, since benchmarks run it under earlier ones too.
"""

import io
import json
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from onrecord import Ledger


def exported(folder: Path) -> list[str]:
    """Return the statements (jsonl) that are exported after the files of `folder` are added to a new ledger."""
    # Imported here, since systems whose memory is measured import this module and do without.
    from onrecord import Ledger  # noqa: PLC0415

    with tempfile.TemporaryDirectory() as temporary, Ledger(Path(temporary) / "texts.ledger") as ledger:
        failures = ledger.add([folder]).failures
        assert not failures, failures
        return _lines(ledger, "statements")


def exported_rows(ledger: "Ledger", table: str) -> list[dict[str, Any]]:
    """Return the rows of an exported table."""
    return [json.loads(line) for line in _lines(ledger, table)]


def _lines(ledger: "Ledger", table: str) -> list[str]:
    stream = io.BytesIO()
    ledger.export(table, "jsonl", stream)
    # As bytes, since a text may have separators within its lines that `str.splitlines` takes for their ends.
    return [line.decode() for line in stream.getvalue().splitlines()]


if __name__ == "__main__":
    sys.stdout.buffer.writelines(f"{line}\n".encode() for line in exported(Path(sys.argv[1])))
