"""One question to a ledger, asked in many forms, in a process of its own: python -m benchmarks.ledger_questions LEDGER NAME.

Prints as JSON the milliseconds of each form and the peak memory. It runs with any version of onrecord whose `Ledger`
has the methods.
"""

import io
import json
import resource
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from benchmarks.invented_articles import FIRST_DAY, word
from onrecord import Ledger
from onrecord.vocabulary import VOCABULARIES

PAGE = 50
"""Rows on a page."""

_RANKS = (0, 1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144, 233, 377, 610, 987, 1597, 2584, 4181, 6765)
_DAYS = [FIRST_DAY + timedelta(days=90 * number) for number in range(20)]

type Form = Callable[[], object]


class _Nowhere(io.RawIOBase):
    """A stream that keeps nothing."""

    def writable(self) -> bool:
        return True

    def write(self, data: Any) -> int:  # noqa: ANN401 -- any bytes
        return len(data)


class Questions:
    """The forms of each question to a ledger; names and ids in them are of what it holds."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def statements(self) -> Iterator[Form]:
        """All, from or until a day, of an act, of a kind, with great confidence."""
        asked: list[Mapping[str, Any]] = [{}, {"media": None, "confidence": 0}, {"confidence": 0.95}, {"kind": "mixed"}]
        asked += [{"since": day} for day in _DAYS] + [{"until": day} for day in _DAYS]
        asked += [{"act": act} for act in VOCABULARIES["Act"]]
        for one in asked:
            yield lambda one=one: self._ledger.statements(**one, limit=PAGE)

    def who(self) -> Iterator[Form]:
        """By name, by id, and by a surname that several have: from those who speak in most articles to those in few."""
        for name in self._names():
            yield lambda name=name: self._ledger.statements(speaker=name, limit=PAGE)
            yield lambda name=name: self._ledger.statements(speaker=name.split()[-1], limit=PAGE)

    def said(self) -> Iterator[Form]:
        """A word, two words, the beginning of one: from the commonest to the rarest."""
        for rank in _RANKS:
            yield lambda rank=rank: self._ledger.statements(words=word(rank), limit=PAGE)
            yield lambda rank=rank: self._ledger.statements(words=f"{word(rank)} {word(rank + 3)}", limit=PAGE)
            yield lambda rank=rank: self._ledger.statements(words=f"{word(rank)}*", limit=PAGE)

    def said_by(self) -> Iterator[Form]:
        """A word with a speaker, an act or a day."""
        for rank, name, day in zip(_RANKS, self._names(), _DAYS, strict=False):
            yield lambda rank=rank, name=name: self._ledger.statements(words=word(rank), speaker=name, limit=PAGE)
            yield lambda rank=rank: self._ledger.statements(words=word(rank), act="threaten", limit=PAGE)
            yield lambda rank=rank, day=day: self._ledger.statements(words=word(rank), since=day, limit=PAGE)

    def quantities(self) -> Iterator[Form]:
        """Of a counted thing, from the commonest to the rarest, of all days and from one."""
        for rank, day in zip(_RANKS, _DAYS, strict=True):
            yield lambda rank=rank: self._ledger.quantities(word(rank), limit=PAGE)
            yield lambda rank=rank, day=day: self._ledger.quantities(word(rank), since=day, limit=PAGE)

    def events(self) -> Iterator[Form]:
        """All, of a type, from a day, of an actor, of an actor and a recipient."""
        yield lambda: self._ledger.events(limit=PAGE)
        for kind in VOCABULARIES["EventType"]:
            yield lambda kind=kind: self._ledger.events(type=kind, limit=PAGE)
        for name, other, day in zip(self._names(), self._names()[1:], _DAYS, strict=False):
            yield lambda day=day: self._ledger.events(since=day, limit=PAGE)
            yield lambda name=name: self._ledger.events(actor=name, limit=PAGE)
            yield lambda name=name, other=other: self._ledger.events(actor=name, recipient=other, limit=PAGE)

    def articles(self) -> Iterator[Form]:
        """The first page."""
        yield from [lambda: self._ledger.articles(limit=PAGE)] * 5

    def entities(self) -> Iterator[Form]:
        """All, of a type, by a name or a word of one."""
        ask = getattr(self._ledger, "entity_list", self._ledger.entities)
        yield from [lambda: ask(limit=PAGE)] * 3
        yield lambda: ask(type="person", limit=PAGE)
        for name in self._names():
            yield lambda name=name: ask(name, limit=PAGE)
            yield lambda name=name: ask(name.split()[0], limit=PAGE)

    def show(self) -> Iterator[Form]:
        """A statement and its article, an article by its title, an entity that few articles name."""
        for found in self._ledger.statements(since=_DAYS[2], limit=10):
            yield lambda found=found: (self._ledger.statement(found["id"]), self._ledger.article(found["article"]["id"]))
            yield lambda found=found: self._ledger.article_text(found["article"]["id"])
            yield lambda found=found: self._ledger.article(found["article"]["title"])
        for name in self._names()[8:]:
            yield lambda name=name: self._ledger.entity(name)

    def names_like(self) -> Iterator[Form]:
        """A name in which a letter is wrong."""
        for name in self._names()[:10]:
            yield lambda name=name: self._ledger.names_like(f"{name[:3]}x{name[4:]}")

    def stats(self) -> Iterator[Form]:
        """All counts."""
        yield from [self._ledger.stats] * 3

    def review(self) -> Iterator[Form]:
        """The first question to the user."""
        yield from [lambda: self._ledger.reviews(limit=1)] * 3

    def export(self) -> Iterator[Form]:
        """All statements as JSON Lines."""
        yield lambda: self._ledger.export("statements", "jsonl", _Nowhere())  # type: ignore[arg-type]

    def check_fast(self) -> Iterator[Form]:
        """Every digest."""
        yield lambda: list(self._ledger.check(fast=True))

    def check(self) -> Iterator[Form]:
        """Everything."""
        yield lambda: list(self._ledger.check())

    def _names(self) -> list[str]:
        """Return names of people by how many articles name them, from most to few."""
        first = self._ledger.statements(limit=400, until=date(2015, 3, 1))
        often = dict.fromkeys(one["speakers"][0]["name"] for one in first if " " in one["speakers"][0]["name"])
        return list(often)[:20]


def main() -> None:
    """Ask, and print what that took."""
    with Ledger(Path(sys.argv[1]), create=False) as ledger:
        took = []
        for ask in getattr(Questions(ledger), sys.argv[2])():
            start = time.perf_counter()
            ask()
            took.append(1000 * (time.perf_counter() - start))
    print(json.dumps({"ms": took, "mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}))


if __name__ == "__main__":
    main()
