"""How fast the reading room answers, and what it takes of memory, on a ledger of any size while another process adds.

The ledgers are filled without reading: with `invented_articles`, and one article of 20,000 words. What is
measured is what a browser on the same machine waits for: until the first byte of an answer, and until the last.
"""

import http.client
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote, urlsplit

import psutil

from benchmarks.invented_articles import articles, word
from benchmarks.ledger_growth import fill
from benchmarks.long_article import long_article
from onrecord import Ledger

SIZES = (100_000,)
"""Statements in the ledgers."""

_RANKS = (0, 3, 13, 55, 233, 987, 4_181)
_PEOPLE, _ARTICLES, _ROUNDS = 7, 7, 3
_PROGRAM = "from onrecord.cli import main; main()"
_ADDING = "import sys; from benchmarks.room_times import add_on; add_on(sys.argv[1])"
_PAUSE = 0.05


class Waited(NamedTuple):
    """Milliseconds until the first byte and until the last, how many bytes, and the status of an answer."""

    first: float
    last: float
    size: int
    status: int


def main(sizes: Sequence[int], folder: Path | None) -> None:
    """Print what each view takes of ledgers of `sizes` statements, which are kept in `folder`, if one is given."""
    with tempfile.TemporaryDirectory() as made:
        for size in sizes:
            ledger = _filled(folder or Path(made), size)
            with _served(ledger) as (address, process):
                print(f"{size:,} statements, while another process adds: milliseconds (middle, 95 in 100), bytes")
                print(f"{'view':24} {'first byte':>14} {'last byte':>14} {'bytes':>10}")
                for view, paths in _views(ledger).items():
                    waited = [_ask(address, path) for _ in range(_ROUNDS) for path in paths]
                    wrong = {one.status for one in waited} - {200}
                    if wrong:
                        print(f"{view:24} answers {', '.join(map(str, sorted(wrong)))}")
                        continue
                    first, last = (_told([one[place] for one in waited]) for place in (0, 1))
                    print(f"{view:24} {first:>14} {last:>14} {max(one.size for one in waited):>10,}", flush=True)
                print(f"memory of the process that serves: {process.memory_info().rss / 2**20:,.0f} MB\n")


def add_on(path: str) -> None:
    """Add invented articles that no ledger has, one after the other, until the process is ended."""
    with Ledger(path) as ledger:
        for article in articles(people=_PEOPLE * 1_000):
            ledger.add_page(article.page, [article], reader="invented")
            time.sleep(_PAUSE)


def _filled(folder: Path, size: int) -> Path:
    path = folder / f"{size}.room.ledger"
    if not path.exists():
        making = path.with_suffix(".making")
        making.unlink(missing_ok=True)
        fill(str(making), size)
        with Ledger(making) as ledger:
            article = long_article()
            ledger.add_page(article.page, [article], reader="invented")
        making.rename(path)
    return path


@contextmanager
def _served(ledger: Path) -> Iterator[tuple[str, psutil.Process]]:
    """Serve a copy of a ledger, to which another process adds, and yield where it is and the process that serves."""
    command = [sys.executable, "-c", _PROGRAM, "serve", "--ledger", str(ledger), "--port", "0"]
    server = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    adding = subprocess.Popen([sys.executable, "-c", _ADDING, str(ledger)])
    try:
        assert server.stderr is not None
        found = re.search(r"http://(\S+)", server.stderr.readline())
        assert found
        yield found[1], psutil.Process(server.pid)
    finally:
        for process in (adding, server):
            process.terminate()
            process.wait()


def _views(ledger: Path) -> Mapping[str, Sequence[str]]:
    """Return the addresses of each kind of view: of what is named most and of what is named least."""
    with Ledger(ledger, create=False) as opened:
        found = opened.entity_list(type="person", limit=1_000)
        people = [found[min(rank, len(found) - 1)]["id"] for rank in _RANKS]
        names = [found[min(rank, len(found) - 1)]["name"] for rank in _RANKS]
        long = long_article().id
        others = [row for row in opened.statements(limit=2_000) if row["article"]["id"] != long]
        some = others[:: len(others) // _ARTICLES]
    words = [word(rank) for rank in _RANKS]
    return {
        "home": ["/"],
        "home, altered": ["/home/altered"],
        "home, waiting": ["/home/waiting"],
        "home, counts": ["/home/counts"],
        "articles": ["/articles"],
        "article": [f"/articles/{row['article']['id']}" for row in some],
        "article, 20,000 words": [f"/articles/{long}"],
        "statement": [f"/statements/{row['id']}" for row in some],
        "search, words": [f"/search?q={one}" for one in words],
        "search, speaker": [f"/search?q={quote(f'speaker:"{one}"')}" for one in names],
        "search, both": [f"/search?q={quote(f'{one} act:deny')}" for one in words],
        "people": ["/entities", *(f"/entities?words={quote(one.split()[-1])}" for one in names)],
        "person": [f"/entities/{one}" for one in people],
        "person, about": [f"/entities/{one}?show=about" for one in people],
        "person, in figures": [f"/entities/{one}?show=figures" for one in people],
        "person, mentions": [f"/entities/{one}?show=mentions" for one in people],
        "thread": [f"/threads/{row['id']}" for row in some],
        "arguments": ["/arguments"],
        "figures": [f"/figures?words={one}" for one in words],
        "timeline": [f"/timeline?about={one}" for one in people],
        "timeline, words": [f"/timeline?about={one}&words=true" for one in words],
        "events": ["/events", *(f"/events?actor={one}" for one in people)],
        "altered": ["/altered"],
        "copies": [f"/copies/{row['article']['id']}" for row in some],
        "versions": [f"/versions/{row['page']['sha256']}" for row in some],
        "judgements": ["/judgements"],
        "review": ["/review"],
        "download": [f"/download/statements.jsonl?q={one}" for one in words[2:]],
        "API, statements": [f"/api/v1/statements?words={one}" for one in words],
        "API, facets": [f"/api/v1/facets?words={one}" for one in words],
        "API, entity": [f"/api/v1/entities/{one}" for one in people],
        "API, profile": [f"/api/v1/entities/{one}/profile" for one in people],
        "API, disputes": [f"/api/v1/disputes?words={one}" for one in words],
        "API, timeline": [f"/api/v1/timeline?about={one}" for one in people],
        "API, outlets": ["/api/v1/outlets"],
        "API, stats": ["/api/v1/stats"],
    }


def _ask(address: str, path: str) -> Waited:
    host = urlsplit(f"http://{address}").netloc
    connection = http.client.HTTPConnection(host)
    connection.connect()
    start = time.perf_counter()
    connection.request("GET", path)
    answer = connection.getresponse()
    first = time.perf_counter()
    size = len(answer.read())
    last = time.perf_counter()
    connection.close()
    return Waited(1_000 * (first - start), 1_000 * (last - start), size, answer.status)


def _told(milliseconds: Sequence[float]) -> str:
    ordered = sorted(milliseconds)
    return f"{statistics.median(ordered):.0f} {ordered[int(0.95 * (len(ordered) - 1))]:.0f}"
