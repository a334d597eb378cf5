"""Compare every export of a fixed body of pages, byte for byte, with the digests kept here: python -m tests.golden.

A change that is to leave behaviour as it is leaves these digests as they are. They hold for the processor that
`digests.toml` names: on one without the same 8-bit instructions a rounding may fall the other way.
"""

import argparse
import hashlib
import sys
import tempfile
import tomllib
from pathlib import Path

from corpora.page_bodies import BODIES, exported
from tests.golden.processor import processor

DIGESTS = Path(__file__).parent / "digests.toml"


def main() -> int:
    """Print the tables that differ; return 1 where one does."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--renew", action="store_true", help="write the digests instead of comparing them")
    parser.add_argument("--keep", type=Path, help="a folder to write the exports to, to compare them by hand")
    arguments = parser.parse_args()
    try:
        found = {body: digests(body, arguments.keep) for body in BODIES}
    except FileNotFoundError as error:
        sys.stderr.write(f"{error.filename}: is not there; the golden master needs the corpora beside the project\n")
        return 2
    if arguments.renew:
        DIGESTS.write_text(_as_toml(found), encoding="utf-8")
        return 0
    kept = tomllib.loads(DIGESTS.read_text(encoding="utf-8"))
    made_on = kept.pop("processor")
    differ = [f"{body}: {table}" for body in BODIES for table in found[body] if kept[body][table] != found[body][table]]
    for place in differ:
        sys.stdout.write(f"differs  {place}\n")
    if differ and made_on != processor():
        sys.stdout.write(f"the digests were made on another processor: {made_on}, this one is {processor()}\n")
    sys.stdout.write(f"{len(differ)} of {sum(map(len, found.values()))} exports differ\n")
    return 1 if differ else 0


def digests(body: str, keep: Path | None = None) -> dict[str, str]:
    """Return the sha256 of each export of `body`, by table; the exports are written to the folder `keep`, if any."""
    sys.stderr.write(f"{body} ...\n")
    with tempfile.TemporaryDirectory() as temporary:
        exports = exported(body, Path(temporary))
    if keep is not None:
        keep.mkdir(parents=True, exist_ok=True)
        for table, lines in exports.items():
            (keep / f"{body}.{table}.jsonl").write_bytes(lines)
    return {table: hashlib.sha256(lines).hexdigest() for table, lines in exports.items()}


def _as_toml(found: dict[str, dict[str, str]]) -> str:
    lines = ["# Made by `make golden-renew`: sha256 of each export.", f'processor = "{processor()}"']
    for body, digests in found.items():
        lines += ["", f"[{body}]", *(f'{table} = "{digest}"' for table, digest in digests.items())]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.exit(main())
