"""Small data files of words, each with its source and licence in its first lines."""

from collections.abc import Iterator, Mapping
from functools import cache
from importlib import resources


@cache
def mapping(name: str) -> Mapping[str, str]:
    """Return the first column of the lexicon file `name` mapped to its second."""
    columns = (line.partition("\t") for line in _lines(name))
    return {first: rest.partition("\t")[0] for first, _, rest in columns}


@cache
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """Return the tab-separated rows of the lexicon file `name`, without comments (`#`) and blank lines."""
    return tuple(tuple(line.split("\t")) for line in _lines(name))


def words(name: str, what: str) -> frozenset[str]:
    """Return the words that the lexicon file `name` lists for `what`, which its second column says.

    In `event_contexts.tsv`, "vow" is there for "planning" and "avert" is not.
    """
    return frozenset(word for word, listed_for, *_ in rows(name) if listed_for == what)


def _lines(name: str) -> Iterator[str]:
    text = resources.files(__name__).joinpath(name).read_text(encoding="utf-8")
    return (line for line in text.splitlines() if line and not line.startswith("#"))
