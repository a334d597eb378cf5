"""Replies are found by the day of the reply, whoever confirmed or rejected them."""

import datetime
import itertools

import pytest

from onrecord import Ledger
from tests.ledger.links_by_hand import link
from tests.ledger.records import store

FIRST = datetime.date(2031, 3, 1)


def said(ledger: Ledger, words: str, day: int | None) -> str:
    when = None if day is None else FIRST + datetime.timedelta(days=day)
    url = f"https://herald.example/{words.replace(' ', '-')}"
    page = store(ledger, f"“{words},” Mara Voss said.", ("Mara Voss", words), day=when, url=url)
    return f"s{page.sha256[:6]}0"


@pytest.fixture
def replies(ledger: Ledger) -> dict[str, str]:
    """A claim, replies to it of several days, a repeat, and a denial that is only offered."""
    claim = said(ledger, "Claim of crates", 0)
    days = {"denies": 2, "rejects": 5, "answers": None, "revises": 3, "contradicts": 4, "supports": 6, "repeats": 7}
    ids = {kind: said(ledger, f"It {kind}", day) for kind, day in days.items()}
    for kind, id in ids.items():
        link(ledger, kind, id, claim)
    ids["offered"] = said(ledger, "It may deny", 8)
    link(ledger, "denies", ids["offered"], claim, sure=False)
    return ids | {"claim": claim}


def kinds(ledger: Ledger) -> list[str]:
    return [one["link"]["kind"] for one in ledger.arguments()]


def test_the_newest_replies_come_first_with_both_statements(ledger: Ledger, replies: dict[str, str]) -> None:
    found = ledger.arguments()
    assert kinds(ledger) == ["rejects", "contradicts", "revises", "denies", "answers"]
    for one in found:
        assert one["later"]["id"] == one["link"]["from"] == replies[one["link"]["kind"]]
        assert one["earlier"]["id"] == one["link"]["to"] == replies["claim"]
    assert list(ledger.check()) == []


def test_they_have_pages(ledger: Ledger, replies: dict[str, str]) -> None:
    whole, after, pages = ledger.arguments(), None, []
    for _ in range(3):
        page = ledger.arguments(limit=2, after=after)
        pages.append(list(page))
        after = page.next
    assert (list(itertools.chain(*pages)), after) == (list(whole), None)


def test_what_the_user_decides_holds(ledger: Ledger, replies: dict[str, str]) -> None:
    offered = next(one["id"] for one in ledger.links(replies["offered"], offered=True))
    confirmed = ledger.confirm_link(offered)
    assert kinds(ledger)[0] == "denies"
    ledger.undo(confirmed["id"])
    ledger.reject_link(next(one["link"]["id"] for one in ledger.arguments() if one["link"]["kind"] == "rejects"))
    assert kinds(ledger) == ["contradicts", "revises", "denies", "answers"]
    ledger.dismiss(replies["revises"])
    assert kinds(ledger) == ["contradicts", "denies", "answers"]
    assert list(ledger.check()) == []


def test_the_links_of_an_article_are_those_of_its_statements(ledger: Ledger, replies: dict[str, str]) -> None:
    claim = ledger.statement(replies["claim"])["article"]["id"]
    assert sorted(one["link"]["kind"] for one in ledger.article_links(claim)) == sorted(
        ["denies", "rejects", "answers", "revises", "contradicts", "supports", "repeats"]
    )
    assert {one["earlier"]["id"] for one in ledger.article_links(claim)} == {replies["claim"]}
    [reply] = ledger.article_links(ledger.statement(replies["rejects"])["article"]["id"])
    assert reply["later"]["id"] == replies["rejects"]


def test_what_is_only_offered_is_asked_for(ledger: Ledger, replies: dict[str, str]) -> None:
    article = ledger.statement(replies["offered"])["article"]["id"]
    assert not ledger.article_links(article)
    [link] = ledger.article_links(article, offered=True)
    assert not link["link"]["asserted"]
