"""The bodies of pages whose exports are compared, byte for byte or row by row, each added to a ledger of its own.

It uses of onrecord only what earlier versions have too, since `benchmarks.row_changes` runs it under them.
"""

import contextlib
import io
import random
import shutil
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from corpora import news, polnear
from corpora.faults import faults
from corpora.hard_cases import OWN_SETS, own_set, shared_set
from corpora.worldwide import named_texts
from onrecord import Ledger

_EXAMPLES = Path(__file__).parent.parent / "examples" / "pages"
_TABLES = ("statements", "quantities", "events", "links", "articles", "entities")

# `examples` comes first, since it is the fastest.
BODIES = ("examples", "page", "shared_cases", *sorted(OWN_SETS), "faults", "polnear_dev")

UNSEEN = "worldwide"
"""A body without digests, since it takes long: news that no rule was tuned to (`corpora.worldwide`)."""

_UNSEEN_TEXTS = 300


def exported(body: str, folder: Path) -> dict[str, bytes]:
    """Return every export of the ledger that the pages of `body` are added to, by table.

    Args:
        body: one of `BODIES`, or `UNSEEN`.
        folder: an empty folder for the pages and the ledger.

    Raises:
        FileNotFoundError: the data beside the project is not there.
    """
    with contextlib.chdir(folder), Ledger("golden.ledger") as ledger:
        for path, published in _pages(body):
            ledger.add([path], published=published)
        exports = {}
        for table in _TABLES:
            stream = io.BytesIO()
            ledger.export(table, "jsonl", stream)
            exports[table] = stream.getvalue()
    return exports


def _pages(body: str) -> Iterator[tuple[Path, date | None]]:
    """Yield what is added, laid under the current folder, and the day of publication that is told."""
    if body == "shared_cases":
        yield from _case_pages(shared_set()["cases"])
    elif body in OWN_SETS:
        yield from _case_pages(own_set(body)["cases"])
    elif body == "faults":
        yield from _fault_pages()
    elif body == UNSEEN:
        yield _unseen_pages(), None
    else:
        folders: dict[str, Callable[[], Path]] = {
            "examples": lambda: _EXAMPLES,
            "page": news.scraped_pages,
            "polnear_dev": lambda: polnear.part("dev") / "text",
        }
        shutil.copytree(folders[body](), "pages")
        yield Path("pages"), None


def _case_pages(cases: list[dict[str, Any]]) -> Iterator[tuple[Path, date]]:
    for case in cases:
        page = Path(f"{case['id']}.txt")
        page.write_bytes(case["text"].encode())
        yield page, date.fromisoformat(case["doc_date"])


def _fault_pages() -> Iterator[tuple[Path, date | None]]:
    for fault in faults():
        for name, text in fault.texts.items():
            page = Path(fault.id) / name
            page.parent.mkdir(exist_ok=True)
            page.write_bytes(text.encode())
            yield page, fault.published


def _unseen_pages() -> Path:
    """Lay down some of the texts, drawn at random but always the same, and return their folder."""
    folder = Path("pages")
    folder.mkdir()
    texts = random.Random(_UNSEEN_TEXTS).sample([text.text for text in named_texts()], _UNSEEN_TEXTS)
    for number, text in enumerate(texts):
        (folder / f"{number:03}.txt").write_bytes(text.encode())
    return folder
