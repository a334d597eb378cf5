"""Sentences with source and target marked, as word pieces, and the PLOVER root or whether they are related at all.

The training parts of Hu et al., "Leveraging Codebook Knowledge with NLI and ChatGPT for Zero-Shot Political Relation
Classification", ACL 2024: `PLV_train.tsv` and `AW_train.tsv`.
"""

import csv
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from onrecord.extraction.events import mark_pieces
from training.attribution.network import load_tokenizer

ROOT = Path(__file__).parent.parent.parent.parent / "shared" / "plover"

ROOTS = (
    "ACCUSE", "AGREE", "AID", "ASSAULT", "COERCE", "CONSULT", "COOPERATE", "MOBILIZE", "PROTEST", "REJECT", "REQUEST",
    "SANCTION", "SUPPORT", "THREATEN", "YIELD",
)  # fmt: skip
"""The roots of PLOVER that the corpus tells apart; CONCEDE and RETREAT are one in it, YIELD."""

PENTA = {
    "AGREE": 1, "CONSULT": 1, "SUPPORT": 1, "COOPERATE": 2, "AID": 2, "YIELD": 2, "ACCUSE": 3, "REJECT": 3,
    "REQUEST": 3, "THREATEN": 3, "PROTEST": 4, "SANCTION": 4, "MOBILIZE": 4, "COERCE": 4, "ASSAULT": 4,
}  # fmt: skip
"""Verbal and material cooperation, verbal and material conflict (1 to 4) of each root."""

_MARK = re.compile("(</?[st]>)")


@dataclass(frozen=True, slots=True)
class Example:
    """A marked sentence: its pieces, its words, its class, and the number of the sentence (one can be marked twice).

    `kind` is the number of the kind of event that the sentence was annotated with before, where it was with one.
    """

    pieces: list[int]
    marked: str
    label: int
    sentence: int
    kind: int = 0


def roots(file: Path = ROOT / "PLV_train.tsv") -> list[Example]:
    """Return the sentences of a file with the columns of `PLV_train.tsv`, their class the place of their root in ROOTS.

    Raises:
        FileNotFoundError: the corpus is not there; it is not part of the project.
    """
    return _read(file, "gold_root", {root: number for number, root in enumerate(ROOTS)})


def relations(file: Path = ROOT / "AW_train.tsv") -> list[Example]:
    """Return the sentences of a file with the columns of `AW_train.tsv`, class 1 where source and target are related.

    Raises:
        FileNotFoundError: the corpus is not there; it is not part of the project.
    """
    return _read(file, "gold_binary", {"0": 0, "1": 1}, kind="event_type")


def columns(file: Path) -> set[str]:
    """Return the names of a file's columns."""
    with file.open(encoding="utf-8", newline="") as stream:
        return set(csv.DictReader(stream, delimiter="\t").fieldnames or ())


def _read(file: Path, column: str, classes: dict[str, int], kind: str | None = None) -> list[Example]:
    tokenizer = load_tokenizer()
    sentences: dict[str, int] = {}
    kinds: dict[str, int] = {}
    with file.open(encoding="utf-8", newline="") as stream:
        return [
            Example(
                mark_pieces(_MARK.split(row["marked_sentence"]), tokenizer),
                row["marked_sentence"],
                classes[row[column]],
                sentences.setdefault(row["sentence"], len(sentences)),
                kinds.setdefault(row.get(kind) or "", len(kinds)) if kind else 0,
            )
            for row in csv.DictReader(stream, delimiter="\t")
        ]


def folds(examples: Sequence[Example], count: int) -> list[int]:
    """Return the fold of each example: classes spread evenly, all markings of a sentence in one."""
    home: dict[int, int] = {}
    filled: dict[int, int] = {}
    for example in sorted(examples, key=lambda one: (one.label, one.sentence)):
        if example.sentence not in home:
            home[example.sentence] = filled.get(example.label, example.label) % count
            filled[example.label] = home[example.sentence] + 1
    return [home[example.sentence] for example in examples]
