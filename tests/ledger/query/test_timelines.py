"""What somebody said and did, or what was said of something, by day."""

import datetime

import pytest

from onrecord import Ledger, Timeline, UsageError
from onrecord.ledger.query import queries, timelines
from tests.ledger.links_by_hand import link, statement_with
from tests.ledger.records import store

FIRST = datetime.date(2031, 3, 1)


def day(number: int) -> datetime.date:
    return FIRST + datetime.timedelta(days=number)


def told(found: Timeline) -> list[str]:
    """Return the words of each statement and the id of each event."""
    return [
        row["statement"]["content"][0]["text"] if row["statement"] else row["event"]["id"] if row["event"] else "?"
        for row in found
    ]


@pytest.fixture
def bridge(ledger: Ledger) -> Ledger:
    """What Mara Voss said on two days, once printed twice, and on none; and what Lin Jäder said of her bridge."""
    for number, words in (
        (5, "the bridge will open"),
        (2, "the bridge is shut"),
        (3, "bridge is shut"),
        (None, "no bridge"),
    ):
        when = None if number is None else day(number)
        store(ledger, f"Mara Voss: {words}.", ("Mara Voss", words), day=when, url=f"https://herald.example/{number}")
    store(ledger, "Lin Jäder: which bridge.", ("Lin Jäder", "which bridge"), day=day(4))
    link(ledger, "repeats", *(one["id"] for one in ledger.statements(words="shut")))
    return ledger


def test_what_somebody_said_is_told_by_day_each_once_the_undated_last(bridge: Ledger) -> None:
    found = bridge.timeline("Voss")
    assert told(found) == ["the bridge is shut", "the bridge will open", "no bridge"]
    assert [row["day"] for row in found] == ["2031-03-03", "2031-03-06", None]
    assert (found[0]["printings"], found[0]["outlets"]) == (2, ["herald.example"])


def test_a_name_that_nobody_has_is_words_that_were_said(bridge: Ledger) -> None:
    assert told(bridge.timeline("bridge")) == [
        "the bridge is shut",
        "which bridge",
        "the bridge will open",
        "no bridge",
    ]


def test_a_name_can_be_taken_for_words(bridge: Ledger) -> None:
    store(bridge, "Lin Jäder: Voss knows it.", ("Lin Jäder", "Voss knows it"), day=day(9))
    assert told(bridge.timeline("Voss", words=True)) == ["Voss knows it"]


def test_the_first_days_and_a_few_of_them_can_be_asked_for(bridge: Ledger) -> None:
    assert told(bridge.timeline("Voss", since=day(3))) == ["the bridge will open"]
    found = bridge.timeline("Voss", limit=1)
    assert (told(found), found.total) == (["the bridge is shut"], 3)
    with pytest.raises(UsageError):
        bridge.timeline("...")


def test_events_in_which_somebody_takes_part_are_told_too(told: Ledger) -> None:
    rows = told.timeline("Kestria")
    assert [row["event"] and row["event"]["id"] for row in rows] == ["v3", "v2", "v1"]
    assert told.timeline("Velmora")[0]["day"] == "2025-03-01"


def test_of_words_the_events_are_told_that_statements_with_them_tell(told: Ledger) -> None:
    rows = told.timeline("ferry", words=True)
    ids = [one["id"] for row in rows for one in (row["event"], row["statement"]) if one is not None]
    assert ids == ["v2", "v1", "s1"]
    assert statement_with(told, "ferry") == "s1"


def test_whether_many_or_few_have_the_words_the_answer_is_the_same(
    told: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    few = [list(told.timeline("ferry", words=True, since=since)) for since in (None, datetime.date(2025, 3, 5))]
    assert [len(rows) for rows in few] == [3, 2]
    monkeypatch.setattr(timelines, "_MANY", 0)
    many = [list(told.timeline("ferry", words=True, since=since)) for since in (None, datetime.date(2025, 3, 5))]
    assert many == few
    first = told.timeline("ferry", words=True, limit=1)
    assert [*first, *told.timeline("ferry", words=True, after=first.next)] == few[0]


def test_no_more_is_looked_up_than_is_asked_for(bridge: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(queries, "BEYOND", 1)
    found = bridge.timeline("Voss", limit=1)
    assert (found.at_least, found.all_counted) == (2, False)
    assert found.total == 3
