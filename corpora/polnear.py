"""PolNeAR: attributions in US political news, with the corpus's scorer.

Newell, Margolin and Ruths, "An Attribution Relations Corpus for Political News", LREC 2018: 840 articles to learn from
("train") and 84 to choose on ("dev"). Looked for in `../shared/polnear`: each part has `text/*.txt` and, an annotator a
file, `attributions/*.ann` (brat standoff); `score.py` is the scorer. Licence: news text, for research and measurement.

A system under measurement imports this, also where it runs under an earlier version of onrecord: nothing here does.
"""

import hashlib
import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

from corpora.location import located, located_module

type Range = tuple[int, int]
"""First character, last + 1."""

type Attributions = list[dict[str, list[list[int]]]]
"""What was found in an article: by role (source, cue, content) the ranges of each relation."""

type Relation = dict[str, list[Range]]
"""What an annotator marked: by role the ranges."""

type Gold = tuple[str, list[Relation]]
"""The text of an article and what its first annotator marked."""

_WORD = re.compile(r"\w+")


def part(name: str) -> Path:
    """Return the folder of the corpus part `name` ("train" or "dev").

    Raises:
        FileNotFoundError: the corpus is not there.
    """
    return located(f"polnear/{name}")


def texts(name: str) -> dict[str, str]:
    """Return the texts of the articles of a part, by the articles' names.

    Raises:
        FileNotFoundError: the corpus is not there.
    """
    return {path.stem: path.read_bytes().decode("utf-8") for path in sorted((part(name) / "text").glob("*.txt"))}


def checksum(folder: Path) -> str:
    """Return the sha256 of all files of a corpus part, with their names, in order."""
    digest = hashlib.sha256()
    for path in sorted(p for p in folder.rglob("*") if p.is_file()):
        digest.update(path.relative_to(folder).as_posix().encode())
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def gold(folder: Path) -> dict[str, Gold]:
    """Return the text and the annotated relations of each article of a corpus part, by name."""
    result: dict[str, Gold] = _scorer().gold(folder)
    return result


def annotators(folder: Path, name: str) -> list[list[Relation]]:
    """Return what each annotator of the article `name` in the corpus part `folder` marked."""
    files = sorted((folder / "attributions").glob(f"{name}_*.ann"))
    return [list(_marked(file)) for file in files]


def from_export(lines: Iterable[str]) -> dict[str, Attributions]:
    """Return the attributions in an export of statements (jsonl), by the stem of the page's file name."""
    found: dict[str, Attributions] = defaultdict(list)
    for line in lines:
        row = json.loads(line)
        roles = {"content": row["content"]} | {role: [row[role]] if row[role] else [] for role in ("source", "cue")}
        spans = {role: [[span["start"], span["end"]] for span in parts] for role, parts in roles.items()}
        found[Path(row["page"]["path"]).stem].append(spans)
    return dict(found)


def score(folder: Path, predicted: dict[str, Attributions]) -> dict[str, Any]:
    """Return what the corpus's scorer says of `predicted` on the part in `folder`: measures by name."""
    return scored(gold(folder), predicted)


def scored(golds: dict[str, Gold], predicted: dict[str, Attributions]) -> dict[str, Any]:
    """Return what the corpus's scorer says of `predicted` on the articles `golds`: measures by name."""
    result: dict[str, Any] = _scorer().score(golds, predicted)
    return result


def word_starts(text: str, spans: Iterable[Range]) -> Iterator[int]:
    """Yield where the words in `spans` start, by which contents are compared."""
    for start, end in spans:
        yield from (match.start() for match in _WORD.finditer(text, start, end))


def _marked(file: Path) -> Iterator[Relation]:
    """Yield the relations of an annotator's file."""
    spans: dict[str, list[Range]] = {}
    for line in file.read_text(encoding="utf-8").splitlines():
        identifier, _, rest = line.partition("\t")
        if identifier.startswith("T"):
            where = rest.split("\t")[0].partition(" ")[2]
            spans[identifier] = [(int(start), int(end)) for start, end in re.findall(r"(\d+) (\d+)", where)]
        elif identifier.startswith("E"):
            relation: Relation = defaultdict(list)
            for argument in rest.split():
                role, _, target = argument.partition(":")
                relation[role.rstrip("0123456789").lower()] += spans.get(target, [])
            yield relation


@cache
def _scorer() -> Any:  # noqa: ANN401 -- a module that is not part of the project
    return located_module("polnear/score.py")
