"""What follows from readings and judgements: clean whatever the user decides, and found where it was altered."""

import shutil
import sqlite3
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord import Ledger, UsageError
from tests.ledger.records import make_page, read, store

NAMES = ("Lin Jäder", "Otto Berlin", "Ada Lin", "Lin Orlen")
_NAME = st.sampled_from(NAMES)
_DECISION = st.one_of(
    st.tuples(st.just("merge"), _NAME, _NAME),
    st.tuples(st.just("split"), _NAME, _NAME),
    st.tuples(st.just("rename"), _NAME, st.sampled_from(["Lin the Elder", "Ada"])),
    st.tuples(st.just("reattribute"), _NAME, st.sampled_from([*NAMES, "Vera Holt"])),
    st.tuples(st.just("dismiss"), _NAME, st.just("")),
    st.tuples(st.just("link"), _NAME, st.sampled_from(["Q1", "Q2"])),
    st.tuples(st.just("undo"), st.integers(0, 8).map(str), st.just("")),
    st.tuples(st.just("page"), _NAME, _NAME),
    st.tuples(st.just("reading"), _NAME, st.just("")),
)


def _decide(ledger: Ledger, number: int, what: str, one: str, other: str) -> None:
    if what == "page":
        text = f"“Boat {number} is late,” {one} said. “So it is,” {other} said."
        quotes = [(one, f"Boat {number} is late")] + ([(other, "So it is")] if other != one else [])
        store(ledger, text, *quotes, url=f"https://herald.example/{number % 3}")
    elif what == "reading":
        page = make_page(f"“Boats are late,” {one} said.")
        ledger.add_page(page, read(page, (one, "Boats are late")), reader="r1")
        ledger.add_reading(page, read(page, (one, "Boats are late"), role=None), reader=f"r{number + 2}")
    elif what == "merge":
        ledger.merge(one, other)
    elif what == "split":
        ledger.split(one, called=[other])
    elif what == "rename":
        ledger.rename(one, other)
    elif what == "reattribute":
        ledger.reattribute(ledger.statements(speaker=one)[0]["id"], other)
    elif what == "dismiss":
        ledger.dismiss(ledger.statements(speaker=one)[0]["id"])
    elif what == "link":
        ledger.link_wikidata({one: other})
    else:
        ledger.undo(f"j{one}")


@settings(max_examples=60, deadline=None)
@given(decisions=st.lists(_DECISION, min_size=1, max_size=12))
def test_whatever_is_read_and_decided_a_ledger_is_clean(empty: Path, decisions: list[tuple[str, str, str]]) -> None:
    with TemporaryDirectory() as folder:
        shutil.copy(empty, folder)
        with Ledger(Path(folder, "a.ledger")) as ledger:
            roots = []
            for number, (what, one, other) in enumerate([("page", NAMES[0], NAMES[2]), *decisions]):
                with suppress(UsageError, IndexError):
                    _decide(ledger, number, what, one, other)
                roots.append(ledger.root())
            assert list(ledger.check()) == []
            assert list(ledger.check(fast=True, root=roots[len(roots) // 2])) == []


TAMPERINGS = {
    "name": "UPDATE registry SET name = 'Ada Linn' WHERE name = 'Ada Lin'",
    "country": "UPDATE registry SET country = 'FRA'",
    "given name": "UPDATE registry SET renamed = 'Ada'",
    "Wikidata": "UPDATE registry SET wikidata = 'Q1'",
    "part": "UPDATE registry SET root = 1",
    "appearance": "UPDATE entities SET registered = 1",
    "speaker": "INSERT INTO judged VALUES (1, 'reattribute', 1, 3)",
    "dismissed": "INSERT INTO judged VALUES (1, 'dismiss', 1, NULL)",
    "trait": "INSERT INTO traits VALUES (1, 'name', 'The Great Lin', 0)",
    "reading": "UPDATE readings SET current = 0 WHERE key = 2",
    "version": "UPDATE pages SET current = 0 WHERE key = 2",
}


@pytest.mark.parametrize("what", TAMPERINGS)
def test_what_does_not_follow_is_found(three: Ledger, tmp_path: Path, what: str) -> None:
    three.confirm(three.statements()[0]["id"])
    assert list(three.check()) == []
    connection = sqlite3.connect(tmp_path / "a.ledger", isolation_level=None)
    assert connection.execute(TAMPERINGS[what]).rowcount
    connection.close()
    assert list(three.check())
