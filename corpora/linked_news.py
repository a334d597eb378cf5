"""Pairs of statements in real news, with how each belongs together: our own, `benchmarks/data/linking/news_pairs.tsv`.

It has places in the texts of `../shared/news` and none of their words. Which pairs were judged, by whom and how, is in
the manifest. Licence: the annotation as the project's; the texts are news, for measurement only.
"""

import gzip
import json
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from corpora.location import OWN, located
from corpora.news import COLLECTIONS
from corpora.polnear import Range
from onrecord.linking import RELATIONS, Relation

PAIRS = OWN / "linking" / "news_pairs.tsv"

_COLLECTIONS = ("fnc", "worldwide")


@dataclass(frozen=True, slots=True)
class NewsStatement:
    """Where a statement stands: the address of its page in `../shared/news`, and the places of its words there."""

    page: str
    content: tuple[Range, ...]


@dataclass(frozen=True, slots=True)
class NewsPair:
    """A later and an earlier statement, and how they belong together.

    Attributes:
        relations: in which way; two where both are as defensible.
        sure: whether the annotator was sure.
        drawn: how the pair was chosen: "features", the likeliest by these; "teacher", where the first teacher of the
            relation network saw a link; "links", where onrecord linked them, of which nothing is learnt.
        later: the later statement.
        earlier: the other one.
    """

    relations: tuple[Relation, ...]
    sure: bool
    drawn: str
    later: NewsStatement
    earlier: NewsStatement


def news_pairs() -> Iterator[NewsPair]:
    """Yield the pairs."""
    for line in PAIRS.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            kind, sure, drawn, *ends = line.split("\t")
            relations = tuple(one for one in RELATIONS if one in kind.split("/"))
            later, earlier = (NewsStatement(page, _ranges(places)) for page, places in (ends[:2], ends[2:]))
            yield NewsPair(relations, sure == "yes", drawn, later, earlier)


def pages_at(addresses: Collection[str]) -> Iterator[str]:
    """Yield the pages with these addresses, each as a line of JSON that `onrecord add` reads.

    Raises:
        FileNotFoundError: a collection that they may be in is not there.
    """
    for collection in _COLLECTIONS:
        for line in gzip.decompress(located(COLLECTIONS[collection]).read_bytes()).decode().splitlines():
            if json.loads(line)["url"] in addresses:
                yield line


def _ranges(text: str) -> tuple[Range, ...]:
    pairs = (one.split("-") for one in text.split())
    return tuple((int(start), int(end)) for start, end in pairs)
