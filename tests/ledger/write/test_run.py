import io
import json
import sqlite3
from hashlib import sha256
from pathlib import Path

import pytest

from onrecord import Ledger, UsageError

pytestmark = pytest.mark.model


def test_rereading_adds_a_reading_and_loses_nothing(tmp_path: Path, examples: Path) -> None:
    path = tmp_path / "a.ledger"
    with Ledger(path) as ledger:
        ledger.add([examples / "wire.txt", examples / "harbour-levy.html", examples / "stories.jsonl"])
        before = {one["id"]: one for one in ledger.statements()}
        assert (ledger.reread().pages, ledger.reread().unchanged) == (0, 5)
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("UPDATE readings SET reader = 'onrecord 0.0.1' WHERE key <= 2")
    connection.close()
    with Ledger(path) as ledger:
        again = ledger.reread()
        assert (again.pages, again.unchanged, again.failures) == (2, 3, [])
        assert {one["id"]: one for one in ledger.statements()} == before
        # What was altered by hand is found, and nothing else.
        assert {problem.row for problem in ledger.check()} == {"reading"}
        stream = io.BytesIO()
        ledger.export("statements", "jsonl", stream, versions=True)
    rows = [json.loads(line) for line in stream.getvalue().splitlines()]
    assert len(rows) > len(before)
    assert {row["reading"]["reader"] for row in rows if row["reading"]["reader"] == "onrecord 0.0.1"}


def test_progress_is_told_and_ends_at_the_whole(tmp_path: Path, examples: Path) -> None:
    told: list[tuple[int, int]] = []
    with Ledger(tmp_path / "a.ledger") as ledger:
        ledger.add(examples, progress=lambda done, total: told.append((done, total)))
        assert told == sorted(told)
        assert told[-1][0] == told[-1][1]
        told.clear()
        ledger.export("articles", "jsonl", io.BytesIO(), progress=lambda done, total: told.append((done, total)))
        assert told[-1] == (13, 13)


def test_what_a_program_has_in_hand_is_read_as_from_standard_input(tmp_path: Path, examples: Path) -> None:
    body = (examples / "harbour-levy.html").read_bytes()
    held: list[str] = []
    with Ledger(tmp_path / "a.ledger") as ledger:
        added = ledger.add_body(body, name="x.html", url="https://harbour.example/levy", held=held.append)
        assert (added.pages, added.failures) == (1, [])
        assert ledger.add_body(body, held=held.append).unchanged == 1
        assert held == [sha256(body).hexdigest()] * 2
        [row] = ledger.articles(page=held[0])
        assert (row["page"]["path"], row["page"]["url"]) == ("-", "https://harbour.example/levy")
        [failure] = ledger.add_body(b" ").failures
        assert failure.reason == "is empty"
        with pytest.raises(UsageError, match="is no address"):
            ledger.add_body(body, url="harbour.example")
