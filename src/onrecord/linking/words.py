"""Words as linking compares them: stems, and how rare each is in news.

A stem is that of the Porter2 stemmer (Snowball). How rare it is does not depend on the ledger, so that the same two
texts are always compared alike: in how many of some 4,400 news articles each stem stands is a table that ships
(`onrecord.models.words`, made by `python -m training.word_frequencies`).
"""

import re
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from importlib import resources
from math import log

from Stemmer import Stemmer

from onrecord.folding import fold

WORD = re.compile(r"[^\W_]+(?:['’][^\W\d_]+)?")
"""A word or number of a text."""

LEAST_RARE = 2.0
"""The rarity from which on a stem tells of a matter, and not of news as such."""

_KNOWN = 200_000


def stems(text: str) -> list[str]:
    """Return the stems of the words of a text, in order: of "Two rifles" "two" and "rifl"."""
    return [stem(word) for word in WORD.findall(text)]


@lru_cache(maxsize=_KNOWN)
def stem(word: str) -> str:
    """Return the stem of a word, without case, diacritics and a genitive's ending."""
    folded = fold(word).replace("’", "'").removesuffix("'s")
    found: str = _stemmer().stemWord(folded)
    return found


def rarity(found: str) -> float:
    """Return how rare a stem is in news: log(articles / those that have it), 0 for one that all have."""
    articles, having = _frequencies()
    return log(articles / having.get(found, 1))


def weighed(found: Iterable[str]) -> dict[str, float]:
    """Return the stems with their rarity, each once."""
    return {one: rarity(one) for one in dict.fromkeys(found)}


def shared_share(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    """Return which share of `one`, by weight, is in `other`: 0 to 1; 0 where `one` is empty."""
    total = sum(one.values())
    return sum(weight for found, weight in one.items() if found in other) / total if total else 0.0


@cache
def _stemmer() -> Stemmer:
    return Stemmer("english")


@cache
def _frequencies() -> tuple[int, Mapping[str, int]]:
    """Return the number of articles counted, and in how many of them each stem stands that is in several."""
    text = (resources.files("onrecord.models") / "words" / "frequencies.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if not line.startswith("#")]
    counted = {found: int(number) for found, number in rows}
    return counted.pop("*"), counted
