"""What is asked of some rows is found by their keys, however much else a ledger holds."""

import datetime
from collections.abc import Callable, Iterator

import pytest
from sqlalchemy import Connection, event
from sqlalchemy.engine import Engine

from onrecord import Ledger
from onrecord.ledger.query.given_keys import GIVEN, given, unindexed
from onrecord.ledger.store import links
from tests.ledger.links_by_hand import link
from tests.ledger.records import store


@pytest.fixture
def quarrel(ledger: Ledger) -> dict[str, str]:
    """A claim and a denial of it, by their ids, and the page of the claim."""
    pages = [
        store(ledger, f"“{words},” Mara Voss said.", ("Mara Voss", words), day=datetime.date(2031, 3, day))
        for day, words in enumerate(("We lost 14 crates", "We lost no crates"), start=1)
    ]
    claim, denial = (f"s{page.sha256[:6]}0" for page in pages)
    link(ledger, "denies", denial, claim)
    return {"claim": claim, "page": pages[0].sha256, "article": f"{pages[0].sha256[:12]}-1"}


@pytest.fixture
def plans() -> Iterator[list[str]]:
    """How SQLite goes through the tables for each query, in its words."""
    found: list[str] = []

    def explain(_connection: Connection, cursor: object, query: str, given: object, *_: object) -> None:
        if query.startswith("SELECT"):
            asked = cursor.connection.execute(f"EXPLAIN QUERY PLAN {query}", given)  # type: ignore[attr-defined]
            found.extend(step for _, _, _, step in asked)

    event.listen(Engine, "before_cursor_execute", explain)
    yield found
    event.remove(Engine, "before_cursor_execute", explain)


@pytest.mark.parametrize(
    "ask",
    [
        lambda ledger, of: ledger.links(of["claim"]),
        lambda ledger, of: ledger.article_links(of["article"]),
        lambda ledger, of: ledger.thread(of["claim"]),
        lambda ledger, of: ledger.copies(of["article"]),
        lambda ledger, of: ledger.dispute("crates", limit=5),
        lambda ledger, of: ledger.changed(of["page"]),
    ],
    ids=["links", "article_links", "thread", "copies", "dispute", "changed"],
)
def test_links_and_pages_are_found_by_what_they_belong_to(
    ledger: Ledger, quarrel: dict[str, str], plans: list[str], ask: Callable[[Ledger, dict[str, str]], object]
) -> None:
    ask(ledger, quarrel)
    assert plans
    assert [
        step for step in plans if "links_by_confidence" in step or step.startswith(("SCAN links", "SCAN pages"))
    ] == []


def test_a_condition_on_what_is_given_enters_no_index(ledger: Ledger, plans: list[str]) -> None:
    with ledger._store.read() as connection:
        by_keys = links.select().where(links.c.later.in_(GIVEN), unindexed(links.c.asserted))
        connection.execute(by_keys, given([1, 2]))
    assert any("ix_links_later" in step for step in plans)
