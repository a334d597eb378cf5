"""The bodies of pages whose exports are compared, each added to a ledger of its own."""

import contextlib
import io
import json
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from benchmarks.case_gold import hard_cases
from onrecord import Ledger

_ROOT = Path(__file__).parent.parent.parent
_SHARED = _ROOT.parent / "shared"
_TABLES = ("statements", "quantities", "events", "links", "articles", "entities")
_OWN_CASES = {path.stem: path for path in sorted((_ROOT / "benchmarks").glob("cases*.toml"))}

# `examples` comes first, since it is the fastest.
BODIES = ("examples", "page", "shared_cases", *_OWN_CASES, "faults", "polnear_dev")


def exported(body: str, folder: Path) -> dict[str, bytes]:
    """Return every export of the ledger that the pages of `body` are added to, by table.

    Args:
        body: one of `BODIES`.
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
        yield from _case_pages(json.loads((_SHARED / "cases" / "cases.json").read_text(encoding="utf-8"))["cases"])
    elif body in _OWN_CASES:
        yield from _case_pages(hard_cases(_OWN_CASES[body].read_text(encoding="utf-8"))["cases"])
    elif body == "faults":
        yield from _fault_pages()
    else:
        folder = {
            "examples": _ROOT / "examples" / "pages",
            "page": _SHARED / "pages",
            "polnear_dev": _SHARED / "polnear" / "dev" / "text",
        }[body]
        shutil.copytree(folder, "pages")
        yield Path("pages"), None


def _case_pages(cases: list[dict[str, Any]]) -> Iterator[tuple[Path, date]]:
    for case in cases:
        page = Path(f"{case['id']}.txt")
        page.write_bytes(case["text"].encode())
        yield page, date.fromisoformat(case["doc_date"])


def _fault_pages() -> Iterator[tuple[Path, date | None]]:
    for line in (_SHARED / "cases" / "faults.jsonl").read_text(encoding="utf-8").splitlines():
        fault = json.loads(line)
        texts = fault["text"] if isinstance(fault["text"], dict) else {fault["file"]: fault["text"]}
        for name, text in texts.items():
            page = Path(fault["id"]) / name
            page.parent.mkdir(exist_ok=True)
            page.write_bytes(text.encode())
            yield page, date.fromisoformat(fault["published"]) if "published" in fault else None
