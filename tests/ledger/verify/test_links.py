"""Links that are not what they say they are, or not as the user judged them, are found."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from onrecord import Ledger
from tests.ledger.linked import put_copy, put_link, take_links_away
from tests.ledger.records import store

TAMPERINGS = {
    "asserted though rejected": ("UPDATE links SET asserted = 1 WHERE confirmed = 0", "as it was judged"),
    "not asserted though confirmed": ("UPDATE links SET asserted = 0 WHERE confirmed", "as it was judged"),
    "rejected by nobody": ("UPDATE links SET confirmed = 0 WHERE kind = 'copy'", "as it was judged"),
    "restored": ("UPDATE links SET confirmed = NULL, found = NULL WHERE kind = 'denies'", "as it was judged"),
    "gone": ("DELETE FROM links WHERE confirmed", "is confirmed and not there"),
    "no judgement noted": ("DELETE FROM judged_links WHERE judgement = 1", "j1: is not noted rightly"),
    "noted for another": ("UPDATE judged_links SET link = 'l1' WHERE judgement = 2", "j2: is not noted rightly"),
    "other kind": ("UPDATE links SET kind = 'rejects' WHERE kind = 'denies'", "ends that its id was made of"),
    "other end": ("UPDATE links SET earlier = 3 WHERE kind = 'denies'", "ends that its id was made of"),
    "other article": ("UPDATE links SET earlier_article = 3 WHERE kind = 'answers'", "articles of its ends"),
    "found with another": ("UPDATE links SET found_with = 3 WHERE kind = 'copy'", "articles of its ends"),
    "other evidence": ("UPDATE links SET evidence = replace(evidence, 'late', 'sunk')", "what the page says there"),
    "evidence elsewhere": ("UPDATE links SET evidence = replace(evidence, '[1, ', '[2, ')", "what the page says"),
    "no evidence": ("UPDATE links SET evidence = '[' WHERE kind = 'denies'", "cannot be looked through"),
}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "a.ledger"


@pytest.fixture
def linked(ledger: Ledger, path: Path) -> Ledger:
    """A link that is confirmed, one that is rejected, and a copy that nobody judged."""
    for text, quote, url in (
        (
            "“The ferry was never late,” Mara Voss said.",
            ("Mara Voss", "The ferry was never late"),
            "https://herald.example/1",
        ),
        ("“That is not true,” Otto Lind said.", ("Otto Lind", "That is not true"), "https://herald.example/2"),
        ("“Ask the captain,” Ada Orn said.", ("Ada Orn", "Ask the captain"), "https://herald.example/3"),
    ):
        store(ledger, text, quote, url=url)
    ledger.confirm_link(put_link(path, "denies", "That is not true", "The ferry"))
    ledger.reject_link(put_link(path, "answers", "Ask the captain", "That is not", asserted=True))
    put_copy(path, "https://herald.example/2", "https://herald.example/1")
    return ledger


@pytest.mark.parametrize("what", TAMPERINGS)
def test_what_is_not_as_found_or_judged_is_told(linked: Ledger, path: Path, what: str) -> None:
    assert list(linked.check()) == []
    statement, sign = TAMPERINGS[what]
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        assert connection.execute(statement).rowcount
    assert any(sign in f"{one.row.removeprefix('judgement ')}: {one.reason}" for one in linked.check())


@pytest.mark.parametrize(
    "changed", ["confidence = 0.9", "reason = 'so it is'", "evidence = '[]'", "found_with = earlier_article"]
)
def test_a_link_that_only_the_user_keeps_is_as_the_user_confirmed_it(linked: Ledger, path: Path, changed: str) -> None:
    take_links_away(path)
    linked.undo("j2")
    linked.undo("j1")
    linked.confirm_link(put_link(path, "denies", "That is not true", "The ferry"))
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("UPDATE links SET found = NULL")
        assert list(linked.check()) == []
        connection.execute(f"UPDATE links SET {changed}")
    assert [one.reason for one in linked.check()] == [f"its {changed.split(maxsplit=1)[0]} is not what was confirmed"]
