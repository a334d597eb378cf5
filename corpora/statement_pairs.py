"""Pairs of political statements and how the two relate, by others, in `../shared/news/pairs`; half of each set.

"campaign": parts of speeches and debates by Kennedy and Nixon in 1960 (Menini et al., AAAI 2018), which are "attack",
"support" or "no_relation". "inconsistency": sentences of political programmes, by no named speaker (arXiv 2505.19191),
in five classes by five annotators each. Licence of both: CC BY 4.0. For measuring only.
"""

import csv
import gzip
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from corpora.location import located


@dataclass(frozen=True, slots=True)
class StatementPair:
    """Two statements, how they relate, and who says each, None where nobody is named."""

    one: str
    other: str
    relation: str
    speakers: tuple[str, str] | None = None


def statement_pairs(name: str) -> list[StatementPair]:
    """Return one of the sets: "campaign" or "inconsistency".

    Raises:
        FileNotFoundError: it is not there.
    """
    file, read = _SETS[name]
    return list(read(located(f"news/pairs/{file}")))


def _campaign(path: Path) -> Iterator[StatementPair]:
    with gzip.open(path, "rt", encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            # "Kennedy_October_23_1960", or the name alone.
            one, other = (row[f"source_arg_{number}"].split("_")[0] for number in (1, 2))
            yield StatementPair(row["argument1"], row["argument2"], row["relation"], (one, other))


def _inconsistency(path: Path) -> Iterator[StatementPair]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            one, other = row["Input"].removeprefix("Text 1: ").split("\n\nText 2: ")
            yield StatementPair(one, other, row["Answer_5_classes"])


_SETS: dict[str, tuple[str, Callable[[Path], Iterator[StatementPair]]]] = {
    "campaign": ("campaign-1960.tsv.gz", _campaign),
    "inconsistency": ("inconsistency.jsonl.gz", _inconsistency),
}
