"""What texts that nobody would print cost: python -m benchmarks hostile.

Each generator makes a text of a given number of characters out of one construction again and again. Each is read in a
process of its own, at growing sizes; what grows faster than the text shows in the seconds for a thousand characters.
"""

import itertools
import json
import os
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from onrecord.errors import PageError

SIZES = (5_000, 10_000, 20_000, 1_000_000)

_PATIENCE = 400
"""Seconds after which a text is given up."""

_GIVEN = ("Ada", "Ivo", "Mara", "Teodor", "Lena", "Otto", "Vera", "Jonas", "Ilse", "Pavel", "Nora")
_SYLLABLES = ("Or", "Bra", "Vas", "Kel", "Tor", "Mi", "Sal", "Dun", "Fen", "Gra", "Hol", "Jar", "Lum")
_ROLES = ("minister", "mayor", "fisherman", "clerk", "captain", "spokeswoman", "farmer", "judge")
_DAYS = ("on Monday", "in March 2024", "last week", "two days earlier", "on May 3, 2025", "at 5 p.m.", "since 1998")
_MARKED = '"We paid for {0} crates," {1} said. "They never came." He told {2} that the quay was shut {3}.'
_REPORTED = "{1}, the {4}, said {3} that {2} had promised {0} boats to the town, but she denied it."


def _surname(number: int) -> str:
    count = len(_SYLLABLES)
    return _SYLLABLES[number % count] + "".join(
        _SYLLABLES[(number // count**place) % count].lower() for place in (1, 2, 3)
    )


def _name(number: int) -> str:
    return f"{_GIVEN[number % len(_GIVEN)]} {_surname(number * 7)}"


def _news(number: int) -> str:
    values = (
        number % 90 + 2,
        _name(number),
        _name(number // 3),
        _DAYS[number % len(_DAYS)],
        _ROLES[number % len(_ROLES)],
    )
    return (_MARKED if number % 2 else _REPORTED).format(*values)


def _paragraph(number: int) -> str:
    return " ".join(_news(number * 4 + i) for i in range(4)) + "\n\n"


type Generator = Callable[[int], str]
"""What gives the piece of a text with this number."""

GENERATORS: dict[str, Generator] = {
    "ordinary paragraphs": _paragraph,
    "one paragraph": lambda i: _news(i) + " ",
    "one person": lambda i: f'"It is shut," he said. Ada Orlen said the quay had {i % 9 + 2} boats. She left.\n\n',
    "run-on clauses": lambda i: f"and the {_ROLES[i % 8]} said that the {_ROLES[i % 7]} had told the town ",
    "run-on relative": lambda i: f"who knew the {_ROLES[i % 8]} that saw the boat which carried ",
    "he said": lambda i: "he said ",
    "he said that": lambda i: "he said that she said that ",
    "one word": lambda i: "a",
    "one word of letters and digits": lambda i: f"b{i}",
    "quote marks": lambda i: '" ',
    "quote marks without space": lambda i: '"',
    "open quote marks": lambda i: "“It is ",
    "quoted words": lambda i: '"yes" ',
    "apostrophes": lambda i: "'tis o' ",
    "digits and commas": lambda i: f"{i % 10},",
    "numbers and commas": lambda i: f"{i}, ",
    "number words": lambda i: ("five thousand, ", "three hundred and ", "one million ", "twenty-two ")[i % 4],
    "prices": lambda i: f"${i} million and ",
    "counted nouns": lambda i: f"{i + 2} boats and ",
    "names and commas": lambda i: f"{_name(i)}, ",
    "names in sentences": lambda i: f"{_name(i)} left. ",
    "one long name": lambda i: f"{_surname(i)} ",
    "couples": lambda i: f"Ada and Ivo {_surname(i // 2)} met {_surname(i)} and {_surname(i)}. ",
    "organisations": lambda i: f"The {_surname(i)} Ministry and its {_surname(i // 2)} Committee said so. ",
    "dates": lambda i: f"{_DAYS[i % 7]} and ",
    "dates alone": lambda i: f"March {i % 28 + 1}, {1990 + i % 30}, ",
    "round brackets": lambda i: "(",
    "pairs of brackets": lambda i: "(a) [b] ",
    "hyphens": lambda i: "-",
    "hyphenated": lambda i: "a-b-",
    "dashes": lambda i: "boats -- ",
    "dots": lambda i: ". ",
    "turns": lambda i: f"{_surname(i % 5).upper()}: The quay is shut, he said.\n\n",
    "short lines": lambda i: f"{_surname(i)}\n\n",
    "pronouns": lambda i: "They told him that she had seen them with it. ",
    "descriptions": lambda i: f"The {_ROLES[i % 8]} met the {_ROLES[i % 7]} of the town. ",
    "commands": lambda i: f"{_surname(i % 9)} attacked, bombed and arrested {i % 9 + 2} people, ",
    "accents": lambda i: "e\u0301\u0302",
    "emoji": lambda i: "😀 ",
    "addresses": lambda i: f"https://example.org/{i}/a?b=c ",
}


def text(name: str, size: int) -> str:
    """Return the text of a generator with so many characters, amid English that lets it pass for a page."""
    frame = "".join(map(_paragraph, range(4)))
    middle = "".join(_pieces(GENERATORS[name], size))[: max(size - 2 * len(frame) - 2, 0)]
    return f"{frame}{middle}\n\n{frame}"


def _pieces(generator: Generator, size: int) -> Iterator[str]:
    left = size
    for number in itertools.count():
        piece = generator(number)
        yield piece
        left -= len(piece)
        if left <= 0:
            return


def measured(name: str, size: int) -> tuple[float, float, str]:
    """Return seconds, megabytes at the most and the outcome of reading a text, in a process of its own."""
    command = [sys.executable, "-m", "benchmarks.hostile", name, str(size)]
    try:
        run = subprocess.run(
            command, capture_output=True, check=False, timeout=_PATIENCE, env=os.environ | {"OMP_NUM_THREADS": "1"}
        )
    except subprocess.TimeoutExpired:
        return _PATIENCE, 0.0, "given up"
    if run.returncode:
        return 0.0, 0.0, run.stderr.decode().strip().splitlines()[-1]
    seconds, megabytes, outcome = json.loads(run.stdout)
    return seconds, megabytes, outcome


def main(names: str | None = None, sizes: tuple[int, ...] = SIZES) -> None:
    """Print what each generator's texts cost."""
    print(f"{'text':32} {'characters':>10} {'seconds':>8} {'MB':>6} {'s/1,000':>8}  outcome")
    for name in (one for one in GENERATORS if names is None or names in one):
        for size in sizes:
            seconds, megabytes, outcome = measured(name, size)
            shares = f"{seconds:8.1f} {megabytes:6.0f} {seconds * 1_000 / size:8.4f}"
            print(f"{name:32} {size:10,} {shares}  {outcome}", flush=True)


def _read(name: str, size: int) -> tuple[float, float, str]:
    """Read a text in this process, on one core, and return CPU seconds, megabytes at the most, and the outcome."""
    from onrecord import read  # noqa: PLC0415

    os.sched_setaffinity(0, [min(os.sched_getaffinity(0))])
    read(_news(1))
    given = text(name, size)
    begun = time.process_time()
    try:
        articles = read(given)
        outcome = f"{sum(len(one.statements) for one in articles):,} statements"
    except PageError as error:
        outcome = str(error)
    seconds = time.process_time() - begun
    peak = re.search(r"VmHWM:\s*(\d+) kB", Path("/proc/self/status").read_text("ascii"))
    return seconds, int(peak[1]) / 1024 if peak else 0.0, outcome


if __name__ == "__main__":
    json.dump(_read(sys.argv[1], int(sys.argv[2])), sys.stdout)
