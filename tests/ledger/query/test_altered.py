"""Quotations that are printed in other words are found, by their last printing."""

import datetime

import pytest

from onrecord import Ledger
from onrecord.ledger.query import altered
from tests.ledger.links_by_hand import link
from tests.ledger.records import store

FIRST = datetime.date(2031, 3, 1)


def printed(ledger: Ledger, *printings: tuple[str, int]) -> str:
    """Store printings of one utterance, each with its day; return the id of the first."""
    ids = []
    for words, day in printings:
        when = FIRST + datetime.timedelta(days=day)
        url = f"https://herald.example/{words.replace(' ', '-')}/{day}"
        page = store(ledger, f"“{words},” Mara Voss said on {day}.", ("Mara Voss", words), day=when, url=url)
        ids.append(f"s{page.sha256[:6]}0")
    for later in ids[1:]:
        link(ledger, "repeats", later, ids[0])
    return ids[0]


@pytest.fixture
def quoted(ledger: Ledger) -> dict[str, str]:
    return {
        "meaning": printed(ledger, ("We counted 12 crates at the quay", 1), ("We counted 14 crates at the quay", 9)),
        "same": printed(ledger, ("The ferry is late today", 2), ("The ferry is late today", 8)),
        "word": printed(
            ledger,
            ("The levy must be paid at once", 1),
            ("The levy must be paid at once", 7),
            ("The duty must be paid at once", 3),
        ),
        "elision": printed(ledger, ("We own twelve old ships in Ostrel", 2), ("We own twelve ships in Ostrel", 6)),
        "alone": printed(ledger, ("Nobody says this again", 12)),
        "again": printed(ledger, ("It opens in May", 4), ("It opens in June", 5)),
    }


def test_what_has_another_word_or_meaning_comes_by_its_last_printing(ledger: Ledger, quoted: dict[str, str]) -> None:
    found = ledger.altered()
    assert [one["id"] for one in found] == [quoted["meaning"], quoted["word"], quoted["again"]]
    assert len(found[1]["printings"]) == 3
    assert (found.total, found.all_counted, found.next) == (3, True, None)


@pytest.mark.parametrize("looked_at", [1, 2, 150])
def test_it_goes_on_behind_what_was_compared(
    ledger: Ledger, quoted: dict[str, str], monkeypatch: pytest.MonkeyPatch, looked_at: int
) -> None:
    monkeypatch.setattr(altered, "_LOOKED_AT", looked_at)
    monkeypatch.setattr(altered, "_TOGETHER", 2)
    found, after = [], None
    while True:
        page = ledger.altered(limit=1, after=after)
        found += [one["id"] for one in page]
        assert len(page) <= 1
        if page.next is None:
            break
        assert not page.all_counted
        assert page.total == len(ledger.altered(after=after))
        after = page.next
    assert found == [quoted["meaning"], quoted["word"], quoted["again"]]


def test_what_was_dismissed_is_no_printing(ledger: Ledger, quoted: dict[str, str]) -> None:
    [later] = [one["statement"] for one in ledger.altered()[0]["printings"][1:]]
    ledger.dismiss(later)
    assert [one["id"] for one in ledger.altered()] == [quoted["word"], quoted["again"]]
