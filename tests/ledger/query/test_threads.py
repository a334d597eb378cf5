"""The argument that a statement is part of: who said what, and who replied, as a tree."""

import datetime
from dataclasses import replace

import pytest

from onrecord import Ledger, NotFoundError, ThreadRow
from onrecord.ledger.query import threads
from tests.ledger.links_by_hand import link
from tests.ledger.records import make_page, read, store

FIRST = datetime.date(2031, 3, 1)


def said(ledger: Ledger, name: str, words: str, day: int | None, host: str = "herald") -> str:
    """Store an article with one statement, and return the id of that."""
    when = None if day is None else FIRST + datetime.timedelta(days=day)
    url = f"https://{host}.example/{words.partition(' ')[0]}"
    page = store(ledger, f"“{words},” {name} said.", (name, words), url=url, day=when)
    return f"s{page.sha256[:6]}0"


def shape(thread: ThreadRow) -> object:
    """Return the first word of each statement, with its replies."""
    return thread["statement"]["content"][0]["text"].split()[0], [shape(reply) for reply in thread["replies"]]


@pytest.fixture
def argument(ledger: Ledger) -> dict[str, str]:
    """A claim in two outlets, denied, the denial answered, and the claim revised before the answer."""
    ids = {
        "claim": said(ledger, "Mara Voss", "Claim of crates", 0),
        "again": said(ledger, "Mara Voss", "Again of crates", 1, "coast"),
        "denial": said(ledger, "Lin Jäder", "Denial of it all", 2),
        "answer": said(ledger, "Otto Berlin", "Answer to Jäder", 4),
        "revision": said(ledger, "Mara Voss", "Revision of that", 3),
    }
    link(ledger, "repeats", ids["again"], ids["claim"])
    link(ledger, "denies", ids["denial"], ids["claim"], words=("Denial",))
    link(ledger, "answers", ids["answer"], ids["denial"])
    link(ledger, "revises", ids["revision"], ids["claim"])
    return ids


def test_whichever_statement_is_asked_for_the_whole_argument_is_told_by_day(
    ledger: Ledger, argument: dict[str, str]
) -> None:
    expected: object = ("Claim", [("Denial", [("Answer", [])]), ("Revision", [])])
    for id in argument.values():
        assert shape(ledger.thread(id)) == expected


def test_a_statement_is_told_with_its_link_and_all_that_print_it(ledger: Ledger, argument: dict[str, str]) -> None:
    top = ledger.thread(argument["answer"][:6])
    assert (top["link"], top["printings"], top["outlets"]) == (None, 2, ["herald.example", "coast.example"])
    denial = top["replies"][0]
    assert denial["link"] is not None
    assert (denial["link"]["kind"], denial["link"]["to"]) == ("denies", argument["claim"])
    assert [one["span"]["text"] for one in denial["link"]["evidence"]] == ["Denial"]
    assert denial["printings"] == 1


def test_what_is_offered_is_left_out_unless_asked_for_and_moves_nothing_that_is_certain(
    ledger: Ledger, argument: dict[str, str]
) -> None:
    other = said(ledger, "Ada Lin", "Other view", 5)
    link(ledger, "supports", other, argument["denial"], sure=False)
    link(ledger, "contradicts", argument["answer"], argument["claim"], sure=False)
    assert shape(ledger.thread(other)) == ("Other", [])
    expected: object = ("Claim", [("Denial", [("Answer", []), ("Other", [])]), ("Revision", [])])
    assert shape(ledger.thread(other, offered=True)) == expected
    assert shape(ledger.thread(argument["claim"], offered=True)) == expected


def test_where_everybody_denies_everybody_each_is_told_once(ledger: Ledger) -> None:
    ids = [said(ledger, "Mara Voss", f"N{number} is untrue", number) for number in range(5)]
    for one in ids:
        for other in ids:
            if one != other:
                link(ledger, "denies", one, other)
    thread = ledger.thread(ids[2])
    told = [thread["statement"]["id"], *(reply["statement"]["id"] for reply in thread["replies"])]
    assert sorted(told) == sorted(ids)
    assert all(not reply["replies"] and not reply["left_out"] for reply in thread["replies"])


def test_what_is_undated_comes_last(ledger: Ledger, argument: dict[str, str]) -> None:
    undated = said(ledger, "Ada Lin", "Undated reply", None)
    link(ledger, "answers", undated, argument["claim"])
    assert shape(ledger.thread(undated)) == ("Claim", [("Denial", [("Answer", [])]), ("Revision", []), ("Undated", [])])


def test_of_many_replies_some_are_told_the_one_asked_for_among_them(
    ledger: Ledger, argument: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(threads, "_WIDEST", 2)
    last = [said(ledger, "Ada Lin", f"Reply{number} to that", 10 + number) for number in range(3)][-1]
    for reply in ledger.statements(speaker="Ada Lin"):
        link(ledger, "answers", reply["id"], argument["claim"])
    thread = ledger.thread(last)
    assert shape(thread) == ("Claim", [("Denial", [("Answer", [])]), ("Reply2", [])])
    assert thread["left_out"] == 3


def test_a_long_chain_is_cut_at_both_ends_and_says_so(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(threads, "_UP", 2)
    monkeypatch.setattr(threads, "_DEEPEST", 3)
    ids = [said(ledger, "Mara Voss", f"L{number} in the chain", number) for number in range(7)]
    for later, earlier in zip(ids[1:], ids, strict=False):
        link(ledger, "answers", later, earlier)
    thread = ledger.thread(ids[3])
    assert shape(thread) == ("L1", [("L2", [("L3", [("L4", [])])])])
    assert thread["link"] is not None
    assert thread["link"]["to"] == ids[0]
    assert thread["replies"][0]["replies"][0]["replies"][0]["left_out"] == 1


def test_a_dismissed_statement_is_in_no_argument(ledger: Ledger, argument: dict[str, str]) -> None:
    ledger.dismiss(argument["denial"])
    assert shape(ledger.thread(argument["claim"])) == ("Claim", [("Revision", [])])
    assert shape(ledger.thread(argument["answer"])) == ("Answer", [])
    with pytest.raises(NotFoundError):
        ledger.thread(argument["denial"])


def test_of_an_id_that_two_pages_share_the_first_is_meant(ledger: Ledger) -> None:
    for words in ("One of crates", "Two of crates"):
        page = make_page(f"“{words},” Mara Voss said.", url=f"https://herald.example/{words[:3]}")
        [article] = read(page, ("Mara Voss", words))
        shared = (replace(article.statements[0], id="s1"),)
        assert ledger.add_page(page, [replace(article, statements=shared)], reader="r1")
    assert shape(ledger.thread("s1")) == ("One", [])
