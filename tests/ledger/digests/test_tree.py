"""A change of any value that an export prints is found, and where."""

import io
import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from onrecord import Ledger, Quantity, TimeExpression
from onrecord.ledger import FORMATS, TABLES
from onrecord.ledger.store import chain, digests, judged, judgements, metadata, registry
from tests.ledger.records import span, store
from tests.ledger.ship import ship, ship_page

# What is not of a reading: judgements and the links are in the chain, the rest follows from both.
# What follows from readings and judgements, and is made anew by `Ledger.link`.
_LINKING = {"linked", "due", "shingles", "fingerprints", "matters", "links", "judged_links"}
_BESIDE = {chain.name, digests.name, judgements.name, judged.name, registry.name, "traits", "blocking_keys", "involved"}
_BESIDE |= {"outlets", "carried"}
# What changes later, follows from other rows, or is a blob with a digest of its own.
_FREE = {
    ("pages", "current"),
    ("readings", "current"),
    ("entities", "registered"),
    ("pages", "body"),
    ("readings", "text"),
}
# Under what an entity is looked up is no part of any answer; links are in order, whatever their keys; checksums tell no
# more than which row of a part was altered.
_HARMLESS = {("blocking_keys", "key"), ("blocking_keys", "registered"), ("chain", "key"), ("digests", "rows")}
_COVERED = [
    (table.name, column.name)
    for table in metadata.sorted_tables
    for column in table.columns
    if table.name not in {*_BESIDE, *_LINKING, "doubts"} and (table.name, column.name) not in _FREE
]


@pytest.fixture
def full(ledger: Ledger) -> Ledger:
    """A ledger with a row in every table, judgements among them."""
    page = ship_page()
    ferry = span(page.text, "a ferry")
    counted = Quantity("q1", ferry, 1.0, None, None, None, ferry, None, None, None, None, None, False, "s1", ferry)
    article = replace(ship(page), times=(TimeExpression(ferry, "2025-03-02", "printed"),), quantities=(counted,))
    assert ledger.add_page(page, [article], reader="r1")
    store(ledger, "“The bridge is shut,” Lin Jäder said.", ("Lin Jäder", "The bridge is shut"))
    store(ledger, "“It opens,” Lin Jäder said.", ("Lin Jäder", "It opens"), url="https://herald.example/a")
    ledger.merge("Lin Jäder", "Halla Brenning")
    ledger.rename("Kestria", "Republic of Kestria")
    ledger.link_wikidata({"Velmora": "Q42"})
    ledger.dismiss(ledger.statements(words="shut")[0]["id"])
    ledger.undo(ledger.reattribute(ledger.statements(words="opens")[0]["id"], "Ada Orlen")["id"])
    assert list(ledger.check()) == []
    return ledger


def _alter(path: Path, table: str, column: str) -> bool:
    """Change a column of the last row of a table; say whether there was one."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA ignore_check_constraints = ON")
    row = connection.execute(f'SELECT "{column}", * FROM {table} ORDER BY 2 DESC LIMIT 1').fetchone()
    if row is None:
        return False
    value = row[0] + 7 if isinstance(row[0], int | float) else f"{row[0] or ''}x"
    names = [one[1] for one in connection.execute(f"PRAGMA table_info({table})")]
    same = " AND ".join(f'"{name}" IS ?' for name in names)
    changed = connection.execute(f'UPDATE {table} SET "{column}" = ? WHERE {same}', (value, *row[1:])).rowcount
    connection.close()
    return changed == 1


@pytest.mark.parametrize(("table", "column"), _COVERED)
def test_any_column_of_a_reading_that_was_altered_is_found_by_its_digest(
    full: Ledger, tmp_path: Path, table: str, column: str
) -> None:
    assert _alter(tmp_path / "a.ledger", table, column)
    assert list(full.check(fast=True))


@pytest.mark.parametrize(
    ("table", "column"),
    [
        (table.name, column.name)
        for table in metadata.sorted_tables
        for column in table.columns
        if (table.name in _BESIDE or (table.name, column.name) in _FREE) and (table.name, column.name) not in _HARMLESS
    ],
)
def test_any_other_column_that_was_altered_is_found(full: Ledger, tmp_path: Path, table: str, column: str) -> None:
    assert _alter(tmp_path / "a.ledger", table, column)
    assert list(full.check())


def test_the_row_that_was_altered_is_named(full: Ledger, tmp_path: Path) -> None:
    connection = sqlite3.connect(tmp_path / "a.ledger", isolation_level=None)
    connection.execute("UPDATE statements SET act = 'deny' WHERE id = 's1'")
    connection.execute("DELETE FROM times")
    connection.execute(
        "DELETE FROM parties WHERE statement = (SELECT key FROM statements WHERE id = 's1') AND part = 'target'"
    )
    connection.close()
    assert [(one.row, one.reason) for one in full.check(fast=True)] == [
        ("statement s1", "is not as it was written"),
        ("parties of its reading", "lacks 1 of the rows that were written"),
        ("times of its reading", "lacks 1 of the rows that were written"),
    ]


def test_a_row_that_was_added_is_named(full: Ledger, tmp_path: Path) -> None:
    connection = sqlite3.connect(tmp_path / "a.ledger", isolation_level=None)
    connection.execute("INSERT INTO doubts VALUES (1, 2, .5)")
    connection.close()
    assert [(one.row, one.reason) for one in full.check(fast=True)] == [
        ("row of doubts (entity 1)", "is not as it was written")
    ]


def test_checking_changes_nothing(full: Ledger, tmp_path: Path) -> None:
    def kept() -> Iterator[bytes]:
        for table in TABLES:
            for format_ in FORMATS:
                stream = io.BytesIO()
                full.export(table, format_, stream, versions=True)
                yield stream.getvalue()

    before = list(kept())
    root = full.root()
    assert list(full.check(root=root)) == []
    assert list(kept()) == before
    assert full.root() == root
