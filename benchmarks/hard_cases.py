"""Short hard cases with full gold: the shared ones and our own (cases*.toml), by the shared scorer.

Each of our files is by a writer of its own who had not seen the system. At first sight, in the order of the table, the
speaker was right in .82, .90, .86, .92, .94, .93, .93 and .99, and `asserted_by` in .66, .83, .84, .89, .96, .79, .87
and .90; faults seen on them have since been mended where that was general.
"""

import importlib.util
import io
import json
import tempfile
from collections.abc import Mapping
from datetime import date
from itertools import batched
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from benchmarks.case_deeds import MEASURES, deeds_scored
from benchmarks.case_gold import hard_cases
from benchmarks.polnear import ROOT
from onrecord import Ledger

_SHARED = ROOT.parent / "cases"
_OWN = {
    label: Path(__file__).parent / name
    for label, name in (
        ("of our own", "cases.toml"),
        ("later", "cases_later.toml"),
        ("fresh", "cases_fresh.toml"),
        ("sealed", "cases_sealed.toml"),
        ("final", "cases_final.toml"),
        ("deeds", "cases_deeds.toml"),
        ("acts", "cases_acts.toml"),
        ("last", "cases_last.toml"),
    )
}
_EVERY_DEED = ("deeds", "acts")
_BESIDE = 6
_TABLES = ("statements", "quantities", "events", "links", "articles", "entities")


def main() -> None:
    """Print what the shared scorer says of each set.

    Raises:
        FileNotFoundError: the shared cases and their scorer are not there; they are not part of the project.
    """
    if not _SHARED.is_dir():
        raise FileNotFoundError("the hard cases: not found; put them beside the project, in ../shared/cases")
    shared = json.loads((_SHARED / "cases.json").read_text(encoding="utf-8"))
    sets = {"shared": shared} | {label: hard_cases(file.read_text(encoding="utf-8")) for label, file in _OWN.items()}
    told = {label: _scored(gold) for label, gold in sets.items()}
    console = Console(width=120)
    for labels in batched(sets, _BESIDE):
        table = Table(title="Hard cases")
        for column in ("measure", *(f"{len(sets[label]['cases'])} {label}" for label in labels)):
            table.add_column(column)
        for measure in told["shared"][0]:
            table.add_row(measure, *(_printed(told[label][0][measure]) for label in labels))
        console.print(table)
    table = Table(title="Events of the sets whose gold has every deed")
    for column in ("set", *MEASURES):
        table.add_column(column, justify="left" if column == "set" else "right")
    for label in _EVERY_DEED:
        for kind, figures in told[label][1].items():
            table.add_row(f"{label}, {kind}", *(f"{figure:.3f}" for figure in figures))
    console.print(table)


def _scored(gold: Mapping[str, Any]) -> tuple[dict[str, Any], dict[str, list[float]]]:
    """Return what the scorer says of the exports of a ledger that the cases were added to, and how its events are."""
    spec = importlib.util.spec_from_file_location("case_scorer", _SHARED / "score.py")
    assert spec is not None and spec.loader is not None
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        (folder / "gold.json").write_text(json.dumps(gold), encoding="utf-8")
        with Ledger(folder / "cases.ledger") as ledger:
            for case in gold["cases"]:
                page = folder / f"{case['id']}.txt"
                page.write_bytes(case["text"].encode())
                failures = ledger.add([page], published=date.fromisoformat(case["doc_date"])).failures
                assert not failures, failures
            for name in _TABLES:
                stream = io.BytesIO()
                ledger.export(name, "jsonl", stream)
                (folder / f"{name}.jsonl").write_bytes(stream.getvalue())
        result: dict[str, Any] = scorer.run(folder / "gold.json", folder)
        return result, deeds_scored(gold, scorer.load(folder, "events"), scorer)


def _printed(figures: object) -> str:
    return " ".join(str(figure) for figure in (figures if isinstance(figures, (tuple, list)) else [figures]))
