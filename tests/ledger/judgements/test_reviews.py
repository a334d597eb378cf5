"""What the ledger asks, and that it does not ask twice."""

from dataclasses import replace

import pytest

from onrecord import Ledger, UsageError
from onrecord.ledger import ReviewRow
from tests.ledger.records import make_page, read, store


@pytest.fixture
def doubtful(ledger: Ledger) -> Ledger:
    """A ledger with two who may be one, a name that is probably an entity's, and a speaker who is hardly certain."""
    store(ledger, "“The bridge is shut,” John Orn said.", ("John Orn", "The bridge is shut"))
    store(ledger, "“I am late,” J. Orn said.", ("J. Orn", "I am late"))
    store(ledger, "“The ferry is late,” Berta Solm said.", ("Berta Solm", "The ferry is late"))
    store(ledger, "“I walk,” B. Solm said.", ("B. Solm", "I walk"), role=None)
    page = make_page("“It rains,” Ada Lin said.")
    [article] = read(page, ("Ada Lin", "It rains"))
    [said] = article.statements
    ledger.add_page(page, [replace(article, statements=(replace(said, confidence=0.2),))], reader="r1")
    return ledger


def asked(ledger: Ledger, question: str) -> list[ReviewRow]:
    return [row for row in ledger.reviews() if row["question"] == question]


def test_the_least_certain_is_asked_first(doubtful: Ledger) -> None:
    found = doubtful.reviews()
    assert [row["certainty"] for row in found] == sorted(row["certainty"] for row in found)
    assert {row["question"] for row in found} == {"merge", "name", "speaker"}
    assert doubtful.reviews(limit=2) == found[:2]


def test_a_question_shows_both_sides_and_why(doubtful: Ledger) -> None:
    row = asked(doubtful, "merge")[0]
    assert row["one"]
    assert row["other"]
    assert row["one"]["id"] != row["other"]["id"]
    assert row["one"]["line"] == "“I walk,” B. Solm said."
    assert row["other"]["roles"] == [{"role": "mayor", "first": "2025-03-04", "last": "2025-03-04"}]
    assert (row["other"]["first"], row["other"]["last"]) == ("2025-03-04", "2025-03-04")
    assert [(one["name"], one["weight"] > 0) for one in row["features"]] == [("surname and initial agree", True)]


def test_what_was_told_apart_is_not_asked_again(doubtful: Ledger) -> None:
    [row] = asked(doubtful, "merge")
    assert row["one"]
    assert row["other"]
    kept = doubtful.keep_apart(row["one"]["id"], row["other"]["id"])
    assert asked(doubtful, "merge") == []
    doubtful.undo(kept["id"])
    assert asked(doubtful, "merge") == [row]


def test_what_was_merged_is_not_asked_again(doubtful: Ledger) -> None:
    row = asked(doubtful, "merge")[0]
    assert row["one"]
    assert row["other"]
    doubtful.merge(row["other"]["id"], row["one"]["id"])
    assert asked(doubtful, "merge") == []


def test_a_name_that_was_confirmed_is_not_asked_again(doubtful: Ledger) -> None:
    row = asked(doubtful, "name")[0]
    assert row["one"]
    assert (row["called"], row["one"]["id"]) == ("J. Orn", row["other"] and row["other"]["id"])
    assert row["one"]["line"] == "“I am late,” J. Orn said."
    assert row["other"]
    assert row["other"]["line"] != row["one"]["line"]
    doubtful.confirm_name(row["one"]["id"], "J. Orn")
    assert asked(doubtful, "name") == []


def test_a_speaker_is_asked_once_whatever_is_answered(doubtful: Ledger) -> None:
    row = asked(doubtful, "speaker")[0]
    assert row["one"]
    assert row["statement"]
    assert (row["one"]["name"], row["certainty"]) == ("Ada Lin", 0.2)
    identifier = row["statement"]["id"]
    for answer in (doubtful.confirm, doubtful.dismiss, lambda one: doubtful.reattribute(one, "John Orn")):
        made = answer(identifier)
        assert identifier not in [one["statement"]["id"] for one in asked(doubtful, "speaker") if one["statement"]]
        doubtful.undo(made["id"])
        assert asked(doubtful, "speaker")[0] == row


def test_a_limit_is_a_number_of_questions(doubtful: Ledger) -> None:
    assert doubtful.reviews(limit=0) == []
    assert doubtful.reviews(limit=2**80) == doubtful.reviews()
    with pytest.raises(UsageError, match="limit"):
        doubtful.reviews(limit=-1)


def test_the_first_questions_can_be_left_out(doubtful: Ledger) -> None:
    questions = doubtful.reviews()
    assert len(questions) > 2
    assert doubtful.reviews(skip=1, limit=1) == questions[1:2]
    assert doubtful.reviews(skip=2) == questions[2:]
    assert doubtful.reviews(skip=2**80, limit=1) == []


def test_what_several_articles_make_uncertain_is_asked_once(doubtful: Ledger) -> None:
    store(doubtful, "“I run,” J. Orn said.", ("J. Orn", "I run"))
    store(doubtful, "“I swim,” B. Solm said.", ("B. Solm", "I swim"), role=None)
    for question in ("merge", "name"):
        about = [
            (frozenset(side["id"] for side in (row["one"], row["other"]) if side), row["called"])
            for row in asked(doubtful, question)
        ]
        assert about
        assert len(about) == len(set(about))
