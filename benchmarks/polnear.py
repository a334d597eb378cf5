"""The PolNeAR articles and their scorer, and predictions in its form.

Newell, Margolin and Ruths, "An Attribution Relations Corpus for Political News", LREC 2018.
"""

import hashlib
import importlib.util
import json
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent.parent / "shared" / "polnear"

type Attributions = list[dict[str, list[list[int]]]]
type Gold = tuple[str, list[dict[str, list[tuple[int, int]]]]]


def part(name: str) -> Path:
    """Return the folder of the corpus part `name` ("train" or "dev").

    Raises:
        FileNotFoundError: the corpus is not there; it is not part of the project.
    """
    folder = ROOT / name
    if not folder.is_dir():
        raise FileNotFoundError(f"PolNeAR {name}: not found; put the corpus beside the project, in ../shared/polnear")
    return folder


def checksum(folder: Path) -> str:
    """Return the sha256 of all files of a corpus part, with their names, in order."""
    digest = hashlib.sha256()
    for path in sorted(p for p in folder.rglob("*") if p.is_file()):
        digest.update(path.relative_to(folder).as_posix().encode())
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def from_export(lines: Iterable[str]) -> dict[str, Attributions]:
    """Return the attributions in an export of statements (jsonl), by the stem of the page's file name."""
    found: dict[str, Attributions] = defaultdict(list)
    for line in lines:
        row = json.loads(line)
        roles = {"content": row["content"]} | {role: [row[role]] if row[role] else [] for role in ("source", "cue")}
        spans = {role: [[span["start"], span["end"]] for span in parts] for role, parts in roles.items()}
        found[Path(row["page"]["path"]).stem].append(spans)
    return dict(found)


def gold(folder: Path) -> dict[str, Gold]:
    """Return the text and the annotated relations of each article of a corpus part, by name."""
    result: dict[str, Gold] = _scorer().gold(folder)
    return result


def score(folder: Path, predicted: dict[str, Attributions]) -> dict[str, Any]:
    """Return what the corpus's scorer says of `predicted` on the part in `folder`: measures by name."""
    return scored(gold(folder), predicted)


def scored(golds: dict[str, Gold], predicted: dict[str, Attributions]) -> dict[str, Any]:
    """Return what the corpus's scorer says of `predicted` on the articles `golds`: measures by name."""
    result: dict[str, Any] = _scorer().score(golds, predicted)
    return result


def _scorer() -> Any:  # noqa: ANN401 -- a module that is not part of the project
    spec = importlib.util.spec_from_file_location("polnear_score", ROOT / "score.py")
    assert spec is not None and spec.loader is not None
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    return scorer
