"""What was digested before stays as it was digested, whatever columns are added."""

import sqlite3
from pathlib import Path

import pytest

from onrecord import Ledger, upgrade
from onrecord.ledger.store import metadata
from tests.ledger.records import store
from tests.ledger.store.older import without_ranks

# The columns with a value in every row that has a digest. A column that is added later is null in the rows of before,
# since what is null is not digested: one with a value would make `check` report each of them as altered.
_ALWAYS = {
    "pages": {"sha256", "media_type", "identity", "body", "current"},
    "readings": {"page", "reader", "read_at", "text", "text_sha256", "current"},
    "articles": {"reading", "number", "id", "published_basis"},
    "entities": {"article", "id", "number", "name", "type", "named"},
    "statements": {"article", "number", "id", "kind", "medium", "act", "modality", "polarity", "confidence"},
    "times": {"value", "basis"},
    "doubts": {"probability"},
    "events": {"article", "number", "id", "type", "modality", "confidence"},
    "parties": {"entity"},
    "quantities": {"article", "number", "id"},
    "participants": {"entity"},
    "spans": {"article", "part", "number", "start", "end", "text"},
}


@pytest.mark.parametrize("table", _ALWAYS)
def test_a_new_column_may_be_null(table: str) -> None:
    never_null = {one.name for one in metadata.tables[table].columns if not one.nullable and not one.primary_key}
    assert never_null == _ALWAYS[table], "make the new column nullable: see docs/how-to/add-a-field.md"


def test_an_upgrade_leaves_every_digest_as_it_was(three: Ledger, tmp_path: Path) -> None:
    store(three, "“It rains,” Cy Um said.", ("Cy Um", "It rains"))
    root = three.root()
    three.close()
    path = tmp_path / "a.ledger"
    connection = sqlite3.connect(path, isolation_level=None)
    without_ranks(connection)
    connection.close()
    assert upgrade(path) is not None
    with Ledger(path, create=False) as ledger:
        assert list(ledger.check(root=root)) == []
        assert ledger.root() == root
