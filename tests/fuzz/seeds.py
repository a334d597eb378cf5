"""What inputs are made of: paragraphs of the examples, sentences of the tests, and pieces known to be nasty."""

import json
from functools import cache
from pathlib import Path

from onrecord.pages import find, load
from onrecord.records import Page
from tests.documents import Collection

_ROOT = Path(__file__).parents[2]
_PIECES = Path(__file__).with_name("pieces.tsv")


@cache
def paragraphs() -> tuple[str, ...]:
    """Return the blocks of the example pages."""
    files, _ = find([_ROOT / "examples" / "pages"])
    pages = [page for file in files for page in load(file) if isinstance(page, Page)]
    return tuple(page.text[block.start : block.end] for page in pages for block in page.blocks)


@cache
def sentences() -> tuple[str, ...]:
    """Return the sentences that the tests of reading write down."""
    return tuple(entry.sentence.text for entries in Collection().entries.values() for entry in entries)


@cache
def pieces() -> tuple[str, ...]:
    """Return the nasty pieces."""
    rows = (line.split("\t") for line in _PIECES.read_text(encoding="utf-8").splitlines() if line[0] != "#")
    return tuple(json.loads(piece) * int(times) for piece, _, times in rows)
