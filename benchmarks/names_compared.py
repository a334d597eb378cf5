"""Whether names are compared as an earlier version compared them: pairs made of names at random, under both versions.

Persons' names are of the words in our tables, two of three in Latin letters, and the other of a pair has their
spellings in Wikidata, initials, slips of the pen, words left out, joined, added and swapped; names of bodies likewise.
Prints how many pairs have other features, how many are on the other side of `SAME` and of `UNSURE`, which features come
and go, and seconds of CPU time.
"""

import json
import os
import random
import subprocess
import sys
from collections import Counter
from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path

from marisa_trie import BytesTrie

from benchmarks import earlier_versions
from onrecord.entity_linking import SAME, UNSURE

BEFORE = "e342b54"
"""The last commit that compared names by rigour."""

PERSONS, BODIES = 80_000, 20_000

_SHOWN = 12
_COMPARING = """
import json, sys, time
from onrecord.entity_linking import Profile, compare
pairs = [[Profile(kind, (name,)) for name in names] for kind, names in json.load(sys.stdin)]
begun = time.process_time()
told = [compare(*pair) for pair in pairs]
taken = time.process_time() - begun
rows = [(one.probability, sorted((each.name, each.value) for each in one.features)) for one in told]
json.dump([taken, rows], sys.stdout)
"""

type Row = tuple[float, list[tuple[str, float]]]
type Pair = tuple[str, tuple[str, str]]


class _Words:
    """The words of a table of names, drawn at random, and others that stand for the same."""

    def __init__(self, table: str, draw: random.Random) -> None:
        self._table, self._draw = BytesTrie(), draw
        self._table.mmap(str(files("onrecord.models") / "names" / f"{table}.marisa"))
        self._all: list[str] = self._table.keys()
        self._latin = [word for word in self._all if word.isascii()]
        self._alike: dict[str, list[str]] = {}
        for word in self._all:
            for symbol in self._symbols(word):
                self._alike.setdefault(symbol, []).append(word)

    def drawn(self) -> str:
        """Return a word, two of three times one in Latin letters."""
        word: str = self._draw.choice(self._latin if self._draw.random() < 2 / 3 else self._all)
        return word

    def alike(self, word: str) -> str:
        """Return a word that stands for the same, the word itself where the table has none."""
        symbols = self._symbols(word)
        words = self._alike[self._draw.choice(symbols)] if symbols else [word]
        return self._draw.choice(words)

    def _symbols(self, word: str) -> list[str]:
        found: list[bytes] = self._table.get(word) or [b""]
        return found[0].decode().split()


def main(before: str) -> None:
    """Print what differs between the comparisons of a commit and those of now."""
    draw = random.Random(7)
    persons, bodies = _Words("person_names", draw), _Words("organisation_names", draw)
    made: dict[str, list[Pair]] = {
        "person": [("person", _person(draw, persons)) for _ in range(PERSONS)],
        "organisation": [("organisation", _body(draw, bodies)) for _ in range(BODIES)],
    }
    for kind, pairs in made.items():
        with earlier_versions.sources(before) as source:
            seconds, rows = _compared(source, pairs)
        now, rows_now = _compared(earlier_versions.ROOT / "src", pairs)
        _print(kind, rows, rows_now)
        print(f"    seconds of CPU time: {before} {seconds:.1f}, now {now:.1f}", flush=True)


def _compared(source: Path, pairs: Sequence[Pair]) -> tuple[float, list[Row]]:
    environment = os.environ | {"PYTHONPATH": str(source)}
    script = [sys.executable, "-c", _COMPARING]
    told = subprocess.run(script, input=json.dumps(pairs), env=environment, capture_output=True, text=True, check=True)
    seconds, rows = json.loads(told.stdout)
    return float(seconds), rows


def _print(kind: str, before: Sequence[Row], now: Sequence[Row]) -> None:
    both = list(zip(before, now, strict=True))
    differ = [(dict(one[1]), dict(two[1])) for one, two in both if one[1] != two[1]]
    same, unsure = (sum((one[0] >= least) != (two[0] >= least) for one, two in both) for least in (SAME, UNSURE))
    print(f"{kind}: {len(differ)} of {len(both)} pairs have other features")
    print(f"    {same} are on the other side of {SAME}, {unsure} of {UNSURE}")
    changes = Counter((", ".join(one.keys() - two.keys()), ", ".join(two.keys() - one.keys())) for one, two in differ)
    for (gone, come), count in changes.most_common(_SHOWN):
        print(f"    {count:>4}  {gone or '-'} -> {come or '-'}")


def _person(draw: random.Random, words: _Words) -> tuple[str, str]:
    one = [words.drawn() for _ in range(draw.choice((1, 2, 2, 2, 3, 3, 4)))]
    if draw.random() < 0.1:
        one.insert(1, draw.choice(("von", "al-", "bin", "de la", "abd", "O'")))
    other = [_varied(draw, word, words) for word in one]
    match draw.randrange(10):
        case 0:
            other.reverse()
        case 1 if len(other) > 1:
            del other[draw.randrange(len(other))]
        case 2:
            other.append(draw.choice((words.drawn(), "Jr.", "II", "the Younger", "7")))
    return " ".join(one).title(), " ".join(other).title()


def _varied(draw: random.Random, word: str, words: _Words) -> str:
    place = draw.randrange(len(word))
    ways = {
        "same": word,
        "alike": words.alike(word),
        "initial": f"{word[0]}.",
        "slip": word[:place] + draw.choice("aeiounrst") + word[place + draw.randrange(2) :],
        "letter left out": word[:place] + word[place + 1 :] or word,
        "together": word.replace("-", "").replace(" ", ""),
        "another": words.drawn(),
    }
    return ways[draw.choices(list(ways), (35, 20, 10, 10, 5, 5, 15))[0]]


def _body(draw: random.Random, words: _Words) -> tuple[str, str]:
    named = ("Orlen", "Velo", "Lanta", "Hest", "Tamboro", "Kestria", "of", "for the", "and", "&")
    one = [draw.choice((words.drawn(), draw.choice(named))) for _ in range(draw.randint(1, 5))]
    other = [draw.choice((word, word, word, words.alike(word), words.drawn())) for word in one]
    return " ".join(one).title(), " ".join(other[draw.randrange(2) * (len(other) > 1) :]).title()
