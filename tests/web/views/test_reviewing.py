import re
from dataclasses import replace
from html import unescape

import pytest
from starlette.testclient import TestClient

from onrecord import Ledger, ReviewRow
from tests.ledger.links_by_hand import link, statement_with
from tests.ledger.records import make_page, read, store
from tests.web.conftest import Open


@pytest.fixture
def doubtful(ledger: Ledger) -> Ledger:
    """A ledger with two who may be one, a name that is probably an entity's, a doubtful speaker, a doubtful link."""
    store(ledger, "“The quay is shut,” John Orn said.", ("John Orn", "The quay is shut"))
    store(ledger, "“I am late,” J. Orn said.", ("J. Orn", "I am late"))
    store(ledger, "“The ferry is late,” Berta Solm said.", ("Berta Solm", "The ferry is late"))
    store(ledger, "“I walk,” B. Solm said.", ("B. Solm", "I walk"), role=None)
    page = make_page("“It rains,” Ada Lin said.")
    [article] = read(page, ("Ada Lin", "It rains"))
    [said] = article.statements
    ledger.add_page(page, [replace(article, statements=(replace(said, confidence=0.2),))], reader="r1")
    later, earlier = statement_with(ledger, "I am late"), statement_with(ledger, "The ferry is late")
    link(ledger, "denies", later, earlier, sure=False, confidence=0.5)
    return ledger


def asked(ledger: Ledger, kind: str) -> tuple[int, ReviewRow]:
    """The first question of a kind, and how many come before it."""
    return next((number, row) for number, row in enumerate(ledger.reviews()) if row["question"] == kind)


def answer(client: TestClient, skip: int, button: str) -> str:
    """Press a button of a question, and return the page it leads to."""
    page = client.get("/review", params={"skip": skip}).text
    form = next(one for one in re.findall(r"<form method.*?</form>", page, re.DOTALL) if f">{button}</button>" in one)
    action = re.search(rf'formaction="([^"]*)">{button}<', form) or re.search(r'action="([^"]*)"', form)
    assert action
    hidden = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', form))
    return client.post(action[1], data={name: unescape(value) for name, value in hidden.items()}).text


@pytest.mark.parametrize(
    ("kind", "button", "judgement"),
    [
        ("speaker", "Yes", "confirm"),
        ("speaker", "It is no statement", "dismiss"),
        ("link", "Yes", "confirm_link"),
        ("link", "No", "reject_link"),
        ("name", "Yes", "confirm_name"),
        ("name", "Somebody else", "split"),
        ("merge", "The same", "merge"),
        ("merge", "Different", "keep_apart"),
    ],
)
def test_each_question_is_answered_by_a_button_and_not_asked_again(
    client: TestClient, doubtful: Ledger, kind: str, button: str, judgement: str
) -> None:
    skip, row = asked(doubtful, kind)
    page = answer(client, skip, button)
    [made] = doubtful.judgements()
    assert made["kind"] == judgement
    assert 'class="done"' in page
    assert "<h1>Review</h1>" in page
    assert row not in doubtful.reviews()


def test_of_two_who_are_the_same_the_one_that_was_known_before_stays(client: TestClient, doubtful: Ledger) -> None:
    skip, row = asked(doubtful, "merge")
    answer(client, skip, "The same")
    assert row["one"]
    assert row["other"]
    assert doubtful.entity(row["one"]["id"])["id"] == row["other"]["id"]


def test_what_is_skipped_is_passed_by_until_nothing_is_left(client: TestClient, doubtful: Ledger) -> None:
    number = len(doubtful.reviews())
    assert 'href="/review?skip=1">Skip' in client.get("/review").text
    assert f'href="/review?skip={number}">Skip' in client.get("/review", params={"skip": number - 1}).text
    assert "Nothing else is left to ask." in client.get("/review", params={"skip": number}).text


def test_both_ends_of_a_link_are_shown(client: TestClient, doubtful: Ledger) -> None:
    skip, _ = asked(doubtful, "link")
    page = client.get("/review", params={"skip": skip}).text
    assert "Does the first deny the second?" in page
    assert page.index("I am late") < page.index("The ferry is late")


def test_who_may_not_write_sees_the_questions_alone(open_room: Open, doubtful: Ledger) -> None:
    client = open_room(read_only=True)
    for skip in range(len(doubtful.reviews())):
        assert 'method="post"' not in client.get("/review", params={"skip": skip}).text
