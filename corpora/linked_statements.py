"""Bundles of short articles on one matter, with how their statements belong together.

Our own, in `benchmarks/data/linking`: `training.toml` to learn from, `open.toml` to choose on, `test.toml` to measure
on. Written by helpers (language models) who had seen neither the program nor its output; who wrote what, and when it
was looked at, is in the manifest. Every link has its reason; traps are pairs that look alike and have none.
"""

import json
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from corpora.location import OWN
from onrecord.linking import Relation

PARTS = ("open", "test")
"""The parts that are measured on."""


@dataclass(frozen=True, slots=True)
class PrintedStatement:
    """A statement: the id of its article, who says it, and the first character of its words in the text, last + 1."""

    article: str
    speaker: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class LinkedPair:
    """How one statement of a bundle, `later`, belongs to another: "none" for a trap; and why."""

    kind: Relation
    later: str
    earlier: str
    reason: str


@dataclass(frozen=True, slots=True)
class Bundle:
    """Some articles on one matter: `articles` as a JSON line each has them, by id, and their statements, by id."""

    id: str
    articles: Mapping[str, Mapping[str, str]]
    statements: Mapping[str, PrintedStatement]
    pairs: tuple[LinkedPair, ...]

    def lines(self) -> Iterator[str]:
        """Yield each article as `onrecord add` reads it from a JSON Lines file."""
        for one in self.articles.values():
            yield json.dumps({name: value for name, value in one.items() if name != "id"} | {"url": url_of(one["id"])})


def url_of(article: str) -> str:
    """Return the address that the article of a bundle is given."""
    return f"https://{article.casefold()}.example/{article}"


def bundles(part: str) -> list[Bundle]:
    """Return the bundles of a part, "training", "open" or "test".

    Raises:
        ValueError: the words of a statement are not in its article exactly once.
    """
    return [_bundle(one) for one in tomllib.loads(_file(part).read_text(encoding="utf-8"))["bundle"]]


def _file(part: str) -> Path:
    return OWN / "linking" / f"{part}.toml"


def _bundle(told: Mapping[str, Any]) -> Bundle:
    articles = {one["id"]: one for one in told["article"]}
    statements = {}
    for one in told["statement"]:
        text, words = articles[one["article"]]["text"], one["content"]
        if text.count(words) != 1:
            raise ValueError(f"{told['id']}, {one['id']}: its words are not in {one['article']} exactly once")
        start = text.index(words)
        statements[one["id"]] = PrintedStatement(one["article"], one["speaker"], start, start + len(words))
    pairs = [LinkedPair(one["kind"], one["from"], one["to"], one["reason"]) for one in told["link"]]
    pairs += [LinkedPair("none", one["from"], one["to"], one["why"]) for one in told["trap"]]
    return Bundle(told["id"], articles, statements, tuple(pairs))
