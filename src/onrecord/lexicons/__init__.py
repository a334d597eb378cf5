"""Small data files of words, each with its source and licence in its first lines."""

from functools import cache
from importlib import resources


def mapping(name: str) -> dict[str, str]:
    """Return the first column of the lexicon file `name` mapped to its second."""
    return {row[0]: row[1] for row in rows(name)}


@cache
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """Return the tab-separated rows of the lexicon file `name`, without comments (`#`) and blank lines."""
    text = resources.files(__name__).joinpath(name).read_text(encoding="utf-8")
    return tuple(tuple(line.split("\t")) for line in text.splitlines() if line and not line.startswith("#"))
