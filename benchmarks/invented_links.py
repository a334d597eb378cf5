"""Invented links between the statements of a ledger, put there without comparing anything.

A statement in fifty is printed again, some many times, and a few in a hundred are denied, answered or revised.
"""

import random
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path

from onrecord.ledger.rows import LINKS_NEWEST_FIRST

# One statement in so many is linked to an earlier one in this way.
_ONE_IN = {"denies": 300, "answers": 150, "rejects": 600, "contradicts": 500, "revises": 800, "supports": 200}
# One in so many is printed again, at most so often; later ones stand at most so many statements behind.
_PRINTED_AGAIN, _OFTEN, _BEHIND = 50, 60, 3_000
_INSERT = """
    INSERT INTO links (
        id, kind, found_with, later_article, earlier_article, later, earlier, confidence, asserted, evidence, reason
    ) VALUES (?, ?, ?, ?, ?, ?, ?, 0.9, 1, '[]', 'invented')
"""


def put_links(path: Path) -> None:
    """Put links into the ledger at `path`, always the same ones."""
    with closing(sqlite3.connect(path)) as connection:
        places = connection.execute("SELECT key, article FROM statements ORDER BY key").fetchall()
        rows = []
        for number, (kind, *ends) in enumerate(_links(places)):
            (later, article), (earlier, before) = (places[end] for end in ends)
            rows.append((f"k{number}", kind, article, article, before, later, earlier))
        connection.executemany(_INSERT, rows)
        connection.execute(f"UPDATE links SET rank = {LINKS_NEWEST_FIRST}")
        connection.commit()


def _links(places: Sequence[object]) -> Iterator[tuple[str, int, int]]:
    """Yield kinds of links with the places of the later and the earlier statement among all."""
    chance = random.Random(3)
    for earlier in chance.sample(range(len(places)), len(places) // _PRINTED_AGAIN):
        for _ in range(min(1 + int(chance.paretovariate(1.5)), _OFTEN)):
            yield "repeats", min(earlier + chance.randrange(1, _BEHIND), len(places) - 1), earlier
    for kind, one_in in _ONE_IN.items():
        for earlier in chance.sample(range(len(places)), len(places) // one_in):
            yield kind, min(earlier + chance.randrange(1, _BEHIND), len(places) - 1), earlier
