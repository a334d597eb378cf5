"""A question to a ledger in many forms, in a process of its own: python -m benchmarks.ledger_questions FILE QUESTION.

Prints as JSON the milliseconds of each form and the peak memory. It runs with any version of onrecord whose `Ledger`
has the methods.
"""

import io
import json
import re
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import IO, Any, cast

from benchmarks.invented_articles import FIRST_DAY, outlet, word
from onrecord import Ledger
from onrecord.vocabulary import VOCABULARIES

PAGE = 50
"""Rows on a page."""

_RANKS = (0, 1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144, 233, 377, 610, 987, 1597, 2584, 4181, 6765)
_OUTLETS = (0, 1, 3, 10, 30, 100, 299)
# Entities that are listed to choose among.
_LISTED = 1_000
_DAYS = [FIRST_DAY + timedelta(days=10 * number) for number in range(20)]

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
            yield partial(self._ledger.statements, **one, limit=PAGE)

    def who(self) -> Iterator[Form]:
        """By name, and by a surname that several have: of those whom most articles name and of others."""
        for name in self._names():
            yield partial(self._ledger.statements, speaker=name, limit=PAGE)
            yield partial(self._ledger.statements, speaker=name.split()[-1], limit=PAGE)

    def said(self) -> Iterator[Form]:
        """A word, two words, the beginning of one: from the commonest to the rarest."""
        for rank in _RANKS:
            for words in (word(rank), f"{word(rank)} {word(rank + 3)}", f"{word(rank)}*"):
                yield partial(self._ledger.statements, words=words, limit=PAGE)

    def said_by(self) -> Iterator[Form]:
        """A word with a speaker, an act or a day."""
        for rank, name, day in zip(_RANKS, self._names(), _DAYS, strict=False):
            asked: Mapping[str, Any]
            for asked in ({"speaker": name}, {"act": "threaten"}, {"since": day}):
                yield partial(self._ledger.statements, words=word(rank), **asked, limit=PAGE)

    def outlet(self) -> Iterator[Form]:
        """Of an outlet, from the one with the most to the one with the fewest."""
        for rank in _OUTLETS:
            yield partial(self._ledger.statements, outlet=outlet(rank), limit=PAGE)
            yield partial(self._ledger.statements, outlet=outlet(rank), media=None, confidence=0, limit=PAGE)

    def about(self) -> Iterator[Form]:
        """About somebody, by id and by surname: from those most spoken of to others."""
        for one in self._known():
            yield partial(self._ledger.statements, about=one["id"], limit=PAGE)
            yield partial(self._ledger.statements, about=one["name"].split()[-1], limit=PAGE)

    def together(self) -> Iterator[Form]:
        """Two or three of outlet, speaker, about, words, act and days."""
        known = [one["id"] for one in self._known()]
        for rank, somebody, other, day in zip(_RANKS, known, known[1:] + known[:1], _DAYS, strict=False):
            for name in (outlet(place) for place in _OUTLETS[:4]):
                for asked in (
                    {"words": word(rank)}, {"speaker": somebody}, {"about": somebody}, {"act": "threaten"},
                    {"since": day}, {"words": word(rank), "about": somebody},
                ):  # fmt: skip
                    yield partial(self._ledger.statements, outlet=name, **cast(Any, asked), limit=PAGE)
            for asked in ({"words": word(rank)}, {"speaker": other}, {"speaker": somebody}, {"act": "threaten"}):
                yield partial(self._ledger.statements, about=somebody, **cast(Any, asked), limit=PAGE)

    def deep(self) -> Iterator[Form]:
        """Pages behind the first hundred, by a cursor."""
        known = [one["id"] for one in self._known()]
        asked: list[Mapping[str, Any]] = [{}, {"act": "deny"}, {"words": word(0)}, {"outlet": outlet(0)}]
        asked += [{"speaker": one} for one in known[:3]] + [{"about": one} for one in known[:3]]
        for one in asked:
            after = self._ledger.statements(**one, limit=100 * PAGE).next
            for _ in range(5 if after else 0):
                yield partial(self._ledger.statements, **one, limit=PAGE, after=after)

    def facets(self) -> Iterator[Form]:
        """Of all, of a word, a speaker, an outlet, about somebody."""
        asked: list[Mapping[str, Any]] = [{}, {"media": None, "confidence": 0}]
        asked += [{"words": word(rank)} for rank in _RANKS] + [{"outlet": outlet(rank)} for rank in _OUTLETS]
        for one in self._known():
            asked += [{"speaker": one["id"]}, {"about": one["id"]}]
        for one in asked:
            yield partial(self._ledger.facets, **one)

    def profile(self) -> Iterator[Form]:
        """Of those whom most articles name, and of others."""
        for one in self._known():
            yield partial(self._ledger.profile, one["id"])

    def latest(self) -> Iterator[Form]:
        """The first pages."""
        yield from self._paged(self._ledger.latest)

    def arguments(self) -> Iterator[Form]:
        """The first pages."""
        yield from self._paged(self._ledger.arguments)

    def altered(self) -> Iterator[Form]:
        """The first pages; none of what is compared is alike."""
        yield from self._paged(self._ledger.altered)

    def outlets(self) -> Iterator[Form]:
        """All."""
        yield from [self._ledger.outlets] * 5

    def quantities(self) -> Iterator[Form]:
        """Of a counted thing, from the commonest to the rarest, of all days and from one."""
        for rank, day in zip(_RANKS, _DAYS, strict=True):
            yield partial(self._ledger.quantities, word(rank), limit=PAGE)
            yield partial(self._ledger.quantities, word(rank), since=day, limit=PAGE)

    def events(self) -> Iterator[Form]:
        """All, of a type, from a day, of an actor, of an actor and a recipient."""
        asked: list[Mapping[str, Any]] = [{}] + [{"type": kind} for kind in VOCABULARIES["EventType"]]
        names = self._names()
        for name, other, day in zip(names, names[1:], _DAYS, strict=False):
            asked += [{"since": day}, {"actor": name}, {"actor": name, "recipient": other}]
        for one in asked:
            yield partial(self._ledger.events, **one, limit=PAGE)

    def articles(self) -> Iterator[Form]:
        """The first page."""
        yield from [partial(self._ledger.articles, limit=PAGE)] * 5

    def entities(self) -> Iterator[Form]:
        """All, of a type, by a name or a word of one."""
        ask = getattr(self._ledger, "entity_list", self._ledger.entities)
        yield from [partial(ask, limit=PAGE)] * 3
        yield partial(ask, type="person", limit=PAGE)
        for name in self._names():
            yield partial(ask, name, limit=PAGE)
            yield partial(ask, name.split()[0], limit=PAGE)

    def show(self) -> Iterator[Form]:
        """A statement, its article and the text of that, and an article by its title."""
        for found in self._ledger.statements(since=_DAYS[1], limit=10):
            article = found["article"]
            yield partial(self._ledger.statement, found["id"])
            yield partial(self._ledger.article, article["id"])
            yield partial(self._ledger.article_text, article["id"])
            yield partial(self._ledger.article, str(article["title"]))

    def show_entity(self) -> Iterator[Form]:
        """An entity with all its appearances: those whom most articles name first."""
        found = self._ledger.statements(limit=200, until=date(2015, 3, 1))
        for identifier in list(dict.fromkeys(one["speakers"][0]["id"] for one in found))[:20]:
            yield partial(self._ledger.entity, identifier)

    def names_like(self) -> Iterator[Form]:
        """A name in which a letter is wrong."""
        for name in self._names()[:10]:
            yield partial(self._ledger.names_like, f"{name[:3]}x{name[4:]}")

    def stats(self) -> Iterator[Form]:
        """All counts."""
        yield from [self._ledger.stats] * 3

    def review(self) -> Iterator[Form]:
        """The first question to the user."""
        yield from [partial(self._ledger.reviews, limit=1)] * 3

    def export(self) -> Iterator[Form]:
        """All statements as JSON Lines."""
        yield partial(self._ledger.export, "statements", "jsonl", cast(IO[bytes], _Nowhere()))

    def check_fast(self) -> Iterator[Form]:
        """Every digest."""
        yield lambda: list(self._ledger.check(fast=True))

    def check(self) -> Iterator[Form]:
        """Everything."""
        yield lambda: list(self._ledger.check())

    def _paged(self, ask: Callable[..., Any]) -> Iterator[Form]:
        after: str | None = None
        for _ in range(20):
            yield partial(ask, limit=PAGE, after=after)
            after = ask(limit=PAGE, after=after).next
            if after is None:
                return

    def _known(self) -> list[Any]:
        """Return entities from those whom most articles name to others."""
        listed = self._ledger.entity_list(limit=_LISTED)
        return [listed[rank] for rank in _RANKS if rank < len(listed) and " " in listed[rank]["name"]]

    def _names(self) -> list[str]:
        """Return names of people by how often they speak in some days, from most to few."""
        first = self._ledger.statements(limit=400, until=date(2015, 3, 1))
        often = dict.fromkeys(one["speakers"][0]["name"] for one in first)
        return [name for name in often if " " in name][:20]


def main() -> None:
    """Ask, and print what that took."""
    with Ledger(Path(sys.argv[1]), create=False) as ledger:
        took = []
        for ask in getattr(Questions(ledger), sys.argv[2])():
            start = time.perf_counter()
            ask()
            took.append(1000 * (time.perf_counter() - start))
    # That of `resource` begins with what the parent had.
    peak = re.search(r"VmHWM:\s*(\d+) kB", Path("/proc/self/status").read_text("ascii"))
    print(json.dumps({"ms": took, "mb": int(peak[1]) / 1024 if peak else 0}))


if __name__ == "__main__":
    main()
