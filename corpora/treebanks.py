"""Dependency trees of news that nobody trained on: UD English PUD and the news part of GUM.

Looked for in `../shared/treebanks`, as gzipped CoNLL-U: `en_pud.conllu.gz` (licence CC BY-SA 3.0) and
`gum_news.conllu.gz` (licence CC BY). Relations are those of Universal Dependencies, tags are Penn's.
"""

import gzip
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from corpora.location import located

_FILES = ("en_pud.conllu.gz", "gum_news.conllu.gz")

# Shorter sentences are labels and list marks.
_SHORTEST = 3


@dataclass(frozen=True, slots=True)
class Tree:
    """A sentence of a treebank.

    Attributes:
        words: as printed.
        spaces: for each word, whether a space follows.
        kinds: universal parts of speech.
        tags: Penn's.
        heads: for each word the one it hangs on, -1 for the root.
        relations: by which.
    """

    words: list[str]
    spaces: list[bool]
    kinds: list[str]
    tags: list[str]
    heads: list[int]
    relations: list[str]


def trees() -> list[Tree]:
    """Return the sentences of both treebanks, but for labels and list marks.

    Raises:
        FileNotFoundError: the treebanks are not there.
    """
    return [tree for name in _FILES for tree in _trees(located(f"treebanks/{name}"))]


def _trees(path: Path) -> Iterator[Tree]:
    for block in gzip.decompress(path.read_bytes()).decode("utf-8").split("\n\n"):
        rows = [line.split("\t") for line in block.splitlines() if not line.startswith("#")]
        words = [row for row in rows if row[0].isdigit()]
        if len(words) >= _SHORTEST:
            joined = _within_words(rows)
            yield Tree(
                words=[row[1] for row in words],
                spaces=[joined.get(row[0], _spaced(row)) for row in words],
                kinds=[row[3] for row in words],
                tags=[row[4] for row in words],
                heads=[int(row[6]) - 1 for row in words],
                relations=[row[7] for row in words],
            )


def _within_words(rows: Iterable[list[str]]) -> dict[str, bool]:
    """Return for the parts of words that are printed as one ("do|n't", a row "3-4") whether a space follows."""
    spaces: dict[str, bool] = {}
    for row in rows:
        first, dash, last = row[0].partition("-")
        if dash:
            spaces |= dict.fromkeys(map(str, range(int(first), int(last))), False) | {last: _spaced(row)}
    return spaces


def _spaced(row: list[str]) -> bool:
    return "SpaceAfter=No" not in row[9]
