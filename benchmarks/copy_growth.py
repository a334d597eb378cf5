"""What finding copies takes as a ledger grows, and where many articles have the same text or the same line below it.

Texts are real articles, half of them with most sentences of others in their place, in which two fifths of the words are
those of others: so they are no copies of each other. One in ten is a copy of one of the thousand before it, of any kind
(`copied_texts`); a third end in one of a few lines, as outlets print below each story.
"""

import random
import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import islice
from pathlib import Path
from statistics import median

from rich.console import Console
from rich.table import Table

from benchmarks.copied_texts import (
    FIRST_DAY,
    POSITIVE,
    Others,
    Text,
    others_of,
    plain,
    real_texts,
    reworded,
    sentences_of,
    variant,
)
from benchmarks.copy_finding import add, link, linking

_COPIES, _BY_WORDS, _WITH_LINE = 0.1, 0.5, 0.3
_REPLACED, _KEPT = 0.4, 0.15
_RECENT, _A_DAY = 1_000, 100
_LINES = 20
_STEPS = 10
_PRINTINGS = 10_000
_ALONE = 50


def print_growth(sizes: Sequence[int]) -> None:
    """Print what an article takes, by how many are there, added in the order of their days and in any order."""
    console = Console(width=120)
    for size in sizes:
        table = Table("texts there", "ms, in the order of days", "ms, in any order", title=f"{size:,} texts")
        curves, alone = zip(*(_curve(size, shuffled=shuffled) for shuffled in (False, True)), strict=True)
        for step, both in enumerate(zip(*curves, strict=True)):
            table.add_row(f"{step * size // _STEPS:,}", *(f"{ms:.2f}" for ms in both))
        console.print(table)
        slopes = [curve[-1] / curve[0] for curve in curves]
        console.print(f"last tenth / first tenth: {slopes[0]:.2f}, {slopes[1]:.2f} (asked: at most 1.20)")
        told = ", ".join(f"{median(one):.1f} (longest {max(one):.1f})" for one in alone)
        console.print(f"one text more, linked alone: ms in the middle of {_ALONE} on the last day, on any day: {told}")
    table = Table("of one text", "articles compared", "CPU ms for each article that was added")
    for name, compared, ms in _printings(_PRINTINGS):
        table.add_row(name, f"{compared:,}", f"{ms:.2f}")
    console.print(table)


def crowd() -> Iterator[str]:
    """Yield texts without end, always the same ones."""
    chance = random.Random(7)
    real = real_texts()
    others = others_of(real)
    lines = [" ".join(chance.sample(others.sentences, 2)) for _ in range(_LINES)]
    recent: list[Text] = []
    while True:
        if recent and chance.random() < _COPIES:
            text = variant(chance.choice(POSITIVE), chance.choice(recent), others, chance)
        else:
            text = _altered(chance.choice(real), others, chance)
            recent = [*recent[-_RECENT:], text]
        below = [chance.choice(lines)] if chance.random() < _WITH_LINE else []
        yield "\n".join((" ".join(sentences_of(text)[0].split()[:9]), plain(text), *below))


def _altered(text: Text, others: Others, chance: random.Random) -> Text:
    kept = 1.0 if chance.random() < _BY_WORDS else _KEPT
    return [
        [
            reworded(one if chance.random() < kept else chance.choice(others.sentences), others, chance, _REPLACED)
            for one in paragraph
        ]
        for paragraph in text
    ]


def _curve(size: int, *, shuffled: bool) -> tuple[list[float], list[float]]:
    """Return the milliseconds of CPU time that a text takes, for each tenth of so many, and what a few more take alone.

    Those stand on the last day, or on any day if the texts are shuffled.
    """
    texts = crowd()
    days = [FIRST_DAY + timedelta(days=number // _A_DAY) for number in range(size)]
    more = days[-1:] * _ALONE
    if shuffled:
        chance = random.Random(3)
        chance.shuffle(days)
        more = days[:_ALONE]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "growth.ledger"
        step = size // _STEPS
        tenths = []
        for start in range(0, size, step):
            some = zip(islice(texts, step), days[start : start + step], strict=True)
            tenths.append(_timed(path, list(some))[1])
        return tenths, list(_alone(path, zip(islice(texts, _ALONE), more, strict=True)))


def _printings(number: int) -> Iterator[tuple[str, int, float]]:
    """Yield what so many printings of one text take, in which order they come: articles compared, ms for each added."""
    text = next(crowd())
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "printings.ledger"
        first = FIRST_DAY + timedelta(days=number)
        yield f"{number:,} printings at once", *_timed(path, [(text, first + timedelta(days=1))] * number)
        yield "then one of an earlier day", *_timed(path, [(text, first)])
        yield "then one of a later day", *_timed(path, [(text, first + timedelta(days=2))])


def _alone(path: Path, texts: Iterable[tuple[str, date]]) -> Iterator[float]:
    """Yield the milliseconds of CPU time that each of some texts takes, linked one by one in an open ledger."""
    with linking(path) as run:
        for one in texts:
            add(path, [one])
            since = time.process_time()
            run()
            yield 1_000 * (time.process_time() - since)


def _timed(path: Path, texts: Sequence[tuple[str, date | None]]) -> tuple[int, float]:
    add(path, texts)
    since = time.process_time()
    compared = link(path)
    return compared, 1_000 * (time.process_time() - since) / len(texts)
