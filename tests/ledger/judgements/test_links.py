"""The user's word on links holds: for later readings and versions, and however they are found, until it is undone."""

from pathlib import Path
from typing import Any

import pytest

from onrecord import Ledger, Page, UsageError
from tests.ledger.linked import links, put_copy, put_link
from tests.ledger.records import make_page, read, store

FERRY, REPLY = "https://herald.example/ferry", "https://courier.example/reply"
CLAIM = ("Mara Voss", "The ferry was never late")
DENIAL = ("Otto Lind", "That is not true at all")
CLAIMED = "“The ferry was never late,” Mara Voss said in Ostrel."
DENIED = "“That is not true at all,” Otto Lind said."


@pytest.fixture
def pages(ledger: Ledger) -> tuple[Page, Page]:
    """What somebody says, and what another says of it elsewhere."""
    return store(ledger, CLAIMED, CLAIM, url=FERRY), store(ledger, DENIED, DENIAL, url=REPLY)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "a.ledger"


@pytest.fixture
def denial(path: Path, pages: tuple[Page, Page]) -> str:
    """The id of an unsure link between them."""
    return put_link(path, "denies", "That is not true", "The ferry was never")


def given(ledger: Ledger) -> list[tuple[Any, ...]]:
    return [(one["kind"], one["asserted"], [e["span"]["text"] for e in one["evidence"]]) for one in links(ledger)]


UNSURE = [("denies", False, [DENIAL[1], CLAIM[1]])]
SURE = [("denies", True, [DENIAL[1], CLAIM[1]])]


def test_a_confirmed_link_is_asserted_with_its_confidence_until_that_is_undone(ledger: Ledger, denial: str) -> None:
    [before] = links(ledger)
    made = ledger.confirm_link(denial[:6], note="he says so")
    assert (made["kind"], made["note"], made["says"]["kind"]) == ("confirm_link", "he says so", "denies")
    assert links(ledger) == [before | {"asserted": True}]
    assert list(ledger.check()) == []
    ledger.undo(made["id"])
    assert links(ledger) == [before]
    assert list(ledger.check()) == []


def test_a_rejected_link_is_only_in_exports_of_all_versions_until_that_is_undone(ledger: Ledger, denial: str) -> None:
    [before] = links(ledger)
    made = ledger.reject_link(denial)
    assert links(ledger) == []
    assert links(ledger, versions=True) == [before | {"rejected": True}]
    assert list(ledger.check()) == []
    ledger.undo(made["id"])
    assert links(ledger, versions=True) == [before | {"rejected": False}]
    assert list(ledger.check()) == []


def test_the_newest_of_two_judgements_holds_and_undoing_it_restores_the_other(ledger: Ledger, denial: str) -> None:
    ledger.confirm_link(denial)
    second = ledger.reject_link(denial)
    assert given(ledger) == []
    assert list(ledger.check()) == []
    ledger.undo(second["id"])
    assert given(ledger) == SURE
    third = ledger.reject_link(denial)
    ledger.undo("j1")
    assert given(ledger) == []
    ledger.undo(third["id"])
    assert given(ledger) == UNSURE
    assert list(ledger.check()) == []


def test_a_confirmed_link_survives_other_readings_and_new_versions_of_both_ends(
    ledger: Ledger, pages: tuple[Page, Page], denial: str
) -> None:
    made = ledger.confirm_link(denial)
    claim, reply = pages
    for page, quote in ((claim, CLAIM), (reply, DENIAL)):
        assert ledger.add_reading(page, read(page, quote), reader="r2")
        assert given(ledger) == SURE
        assert list(ledger.check()) == []
    # A newer model begins the quotation a word later; the words that show it still stand there.
    assert ledger.add_reading(claim, read(claim, (CLAIM[0], CLAIM[1].removeprefix("The "))), reader="r3")
    assert given(ledger) == SURE
    # Both pages are corrected, which moves everything on them, and what was said is another text.
    for text, (name, words), url in ((CLAIMED, CLAIM, FERRY), (DENIED, DENIAL, REPLY)):
        newer = make_page("CORRECTED. " + text.replace("never", "hardly ever").replace("at all", "really"), url=url)
        changed = words.replace("never", "hardly ever").replace("at all", "really")
        assert ledger.add_page(newer, read(newer, (name, changed)), reader="r3")
        assert list(ledger.check()) == []
    [found] = links(ledger)
    assert (found["asserted"], found["confidence"], found["evidence"]) == (True, 0.4, [])
    assert found["id"] != denial
    # What linking had found was of earlier versions.
    ledger.undo(made["id"])
    assert links(ledger) == []
    assert list(ledger.check()) == []


def test_a_rejected_link_stays_so_when_it_is_found_anew(
    ledger: Ledger, path: Path, pages: tuple[Page, Page], denial: str
) -> None:
    made = ledger.reject_link(denial)
    claim = pages[0]
    assert ledger.add_reading(claim, read(claim, CLAIM), reader="r2")
    assert links(ledger, versions=True) == []
    assert list(ledger.check()) == []
    ledger.undo(made["id"])
    assert put_link(path, "denies", "That is not true", "The ferry was never") == denial
    assert given(ledger) == UNSURE


def test_a_judgement_on_a_statement_that_is_no_more_holds_for_nothing_until_it_is_again(
    ledger: Ledger, pages: tuple[Page, Page], denial: str
) -> None:
    ledger.confirm_link(denial)
    claim = pages[0]
    assert ledger.add_reading(claim, read(claim), reader="r2")
    assert links(ledger) == []
    assert list(ledger.check()) == []
    assert ledger.add_reading(claim, read(claim, CLAIM), reader="r3")
    assert given(ledger) == SURE
    assert list(ledger.check()) == []


def test_a_copy_is_found_again_by_its_page_and_number(ledger: Ledger, path: Path, pages: tuple[Page, Page]) -> None:
    copy = put_copy(path, REPLY, FERRY)
    made = ledger.confirm_link(copy)
    assert made["says"]["later"]["page"] == REPLY
    newer = make_page("CORRECTED. " + DENIED, url=REPLY)
    assert ledger.add_page(newer, read(newer, DENIAL), reader="r1")
    [found] = links(ledger)
    assert (found["kind"], found["asserted"], found["from"]) == ("copy", True, f"{newer.sha256[:12]}-1")
    assert list(ledger.check()) == []


def test_a_link_of_a_dismissed_statement_is_not_given_out_even_if_confirmed(ledger: Ledger, denial: str) -> None:
    ledger.confirm_link(denial)
    made = ledger.dismiss(ledger.statements(words="ferry")[0]["id"])
    assert links(ledger) == []
    with pytest.raises(UsageError, match="is not in the ledger"):
        ledger.confirm_link(denial)
    ledger.undo(made["id"])
    assert given(ledger) == SURE
    assert list(ledger.check()) == []


@pytest.mark.parametrize(("asked", "sign"), [("l0", "is not in the ledger"), ("l", "may be several")])
def test_what_is_no_link_is_said_and_nothing_is_kept(
    ledger: Ledger, path: Path, denial: str, asked: str, sign: str
) -> None:
    put_copy(path, REPLY, FERRY)
    with pytest.raises(UsageError, match=sign):
        ledger.reject_link(asked)
    assert ledger.judgements() == []


def test_the_chain_proves_a_judgement_on_a_link(ledger: Ledger, denial: str) -> None:
    before = ledger.root()
    made = ledger.reject_link(denial)
    rejected = ledger.root()
    ledger.undo(made["id"])
    assert len({before, rejected, ledger.root()}) == 3
    assert list(ledger.check(root=rejected)) == []
