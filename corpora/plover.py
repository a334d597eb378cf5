"""Sentences with a marked source and target, and what the one does to the other in PLOVER's terms.

The training parts of Hu et al., "Leveraging Codebook Knowledge with NLI and ChatGPT for Zero-Shot Political Relation
Classification", ACL 2024: `PLV_train.tsv` has the root of each sentence, `AW_train.tsv` whether source and target are
related at all. Looked for in `../shared/plover`. Licence: none is stated.
"""

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from corpora.location import located

ROOTS = (
    "ACCUSE", "AGREE", "AID", "ASSAULT", "COERCE", "CONSULT", "COOPERATE", "MOBILIZE", "PROTEST", "REJECT", "REQUEST",
    "SANCTION", "SUPPORT", "THREATEN", "YIELD",
)  # fmt: skip
"""The roots of PLOVER that the corpus tells apart; CONCEDE and RETREAT are one in it, YIELD."""

QUAD_CLASSES = {
    "AGREE": 1, "CONSULT": 1, "SUPPORT": 1, "COOPERATE": 2, "AID": 2, "YIELD": 2, "ACCUSE": 3, "REJECT": 3,
    "REQUEST": 3, "THREATEN": 3, "PROTEST": 4, "SANCTION": 4, "MOBILIZE": 4, "COERCE": 4, "ASSAULT": 4,
}  # fmt: skip
"""Verbal and material cooperation, verbal and material conflict (1 to 4) of each root."""


@dataclass(frozen=True, slots=True)
class MarkedSentence:
    """A sentence with a source and a target.

    Attributes:
        text: its words, with the source in <s> </s> and the target in <t> </t>.
        label: the number of its class.
        number: of the sentence; one can be marked twice.
        kind: the number of the kind of event that it was annotated with before, where it was with one.
    """

    text: str
    label: int
    number: int
    kind: int = 0


def roots(file: Path | None = None) -> list[MarkedSentence]:
    """Return the sentences of `PLV_train.tsv`, their class the place of their root in `ROOTS`.

    Args:
        file: another file with the columns of this one.

    Raises:
        FileNotFoundError: the corpus is not there.
    """
    numbers = {root: number for number, root in enumerate(ROOTS)}
    return _sentences(file or located("plover/PLV_train.tsv"), "gold_root", numbers)


def relations(file: Path | None = None) -> list[MarkedSentence]:
    """Return the sentences of `AW_train.tsv`, class 1 where source and target are related, else 0.

    Args:
        file: another file with the columns of this one.

    Raises:
        FileNotFoundError: the corpus is not there.
    """
    return _sentences(file or located("plover/AW_train.tsv"), "gold_binary", {"0": 0, "1": 1}, kind="event_type")


def columns(file: Path) -> set[str]:
    """Return the names of a file's columns."""
    with file.open(encoding="utf-8", newline="") as stream:
        return set(csv.DictReader(stream, delimiter="\t").fieldnames or ())


def folds(sentences: Sequence[MarkedSentence], count: int) -> list[int]:
    """Return the fold of each: classes spread evenly, all markings of a sentence in one."""
    home: dict[int, int] = {}
    filled: dict[int, int] = {}
    for one in sorted(sentences, key=lambda one: (one.label, one.number)):
        if one.number not in home:
            home[one.number] = filled.get(one.label, one.label) % count
            filled[one.label] = home[one.number] + 1
    return [home[one.number] for one in sentences]


def _sentences(file: Path, column: str, classes: dict[str, int], kind: str | None = None) -> list[MarkedSentence]:
    numbers: dict[str, int] = {}
    kinds: dict[str, int] = {}
    with file.open(encoding="utf-8", newline="") as stream:
        return [
            MarkedSentence(
                row["marked_sentence"],
                classes[row[column]],
                numbers.setdefault(row["sentence"], len(numbers)),
                kinds.setdefault(row.get(kind) or "", len(kinds)) if kind else 0,
            )
            for row in csv.DictReader(stream, delimiter="\t")
        ]
