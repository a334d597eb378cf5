"""Links that linking is not sure of are offered, and none is asked about twice."""

from pathlib import Path

import pytest

from onrecord import Ledger
from onrecord.ledger import ReviewRow
from tests.ledger.linked import put_copy, put_link
from tests.ledger.records import store

HERALD, COURIER = "https://herald.example/ferry", "https://courier.example/reply"


@pytest.fixture
def unsure(ledger: Ledger, tmp_path: Path) -> tuple[str, str]:
    """The ids of two unsure links; a third is asserted."""
    store(ledger, "“The ferry was never late,” Mara Voss said.", ("Mara Voss", "The ferry was never late"), url=HERALD)
    store(
        ledger,
        "“It was,” Otto Lind said. “Twice,” Ada Orn said.",
        ("Otto Lind", "It was"),
        ("Ada Orn", "Twice"),
        url=COURIER,
    )
    put_link(tmp_path / "a.ledger", "answers", "It was", "The ferry", asserted=True, confidence=0.8)
    copy = put_copy(tmp_path / "a.ledger", COURIER, HERALD, confidence=0.3)
    return put_link(tmp_path / "a.ledger", "denies", "Twice", "The ferry", confidence=0.45), copy


def asked(ledger: Ledger) -> list[ReviewRow]:
    return [row for row in ledger.reviews() if row["question"] == "link"]


def test_unsure_links_are_asked_about_with_both_ends_the_least_certain_first(
    ledger: Ledger, unsure: tuple[str, str]
) -> None:
    denial, copy = asked(ledger)
    assert denial["link"] and copy["link"]
    assert [(row["link"]["id"], row["certainty"]) for row in (denial, copy) if row["link"]] == [
        (unsure[0], 0.55),
        (unsure[1], 0.7),
    ]
    assert denial["link"]["reason"] == "as the test says"
    assert [end["line"] for end in denial["ends"]] == [
        "“It was,” Otto Lind said. “Twice,” Ada Orn said.",
        "“The ferry was never late,” Mara Voss said.",
    ]
    assert [end["statement"] and end["statement"]["speakers"][0]["name"] for end in denial["ends"]] == [
        "Ada Orn",
        "Mara Voss",
    ]
    assert [end["article"]["id"] for end in copy["ends"]] == [copy["link"]["from"], copy["link"]["to"]]
    assert [end["statement"] for end in copy["ends"]] == [None, None]
    rows = ledger.reviews()
    assert [row["certainty"] for row in rows] == sorted(row["certainty"] for row in rows)


@pytest.mark.parametrize("answer", ["confirm_link", "reject_link"])
def test_a_link_is_asked_about_once_whatever_is_answered(ledger: Ledger, unsure: tuple[str, str], answer: str) -> None:
    before = asked(ledger)
    made = getattr(ledger, answer)(unsure[0])
    assert asked(ledger) == before[1:]
    ledger.undo(made["id"])
    assert asked(ledger) == before


def test_a_link_of_a_dismissed_statement_is_not_asked_about(ledger: Ledger, unsure: tuple[str, str]) -> None:
    [statement] = ledger.statements(words="twice")
    ledger.dismiss(statement["id"])
    assert [row["link"] and row["link"]["id"] for row in asked(ledger)] == [unsure[1]]
