"""What onrecord exports of a folder of texts, for scorers: python -m corpora.export FOLDER prints the statements.

It uses of onrecord only what all versions have, since benchmarks run it under earlier ones too.
"""

import io
import sys
import tempfile
from pathlib import Path


def exported(folder: Path) -> list[str]:
    """Return the statements (jsonl) that are exported after the files of `folder` are added to a new ledger."""
    # Imported here, since systems whose memory is measured import this module and do without.
    from onrecord import Ledger  # noqa: PLC0415

    with tempfile.TemporaryDirectory() as temporary, Ledger(Path(temporary) / "texts.ledger") as ledger:
        failures = ledger.add([folder]).failures
        assert not failures, failures
        stream = io.BytesIO()
        ledger.export("statements", "jsonl", stream)
    # As bytes, since a text may have separators within its lines that `str.splitlines` takes for their ends.
    return [line.decode() for line in stream.getvalue().splitlines()]


if __name__ == "__main__":
    sys.stdout.buffer.writelines(f"{line}\n".encode() for line in exported(Path(sys.argv[1])))
