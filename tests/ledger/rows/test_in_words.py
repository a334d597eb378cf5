"""What rows say in a few words, for a person."""

from typing import Any, cast

import pytest

from onrecord.ledger import (
    EventRow,
    JudgementRow,
    QuantityRow,
    ReviewRow,
    StatementRow,
    day_of,
    judgement_text,
    question_text,
    value_text,
    who_asserts,
)


def quantity(**given: Any) -> QuantityRow:
    return cast("QuantityRow", {"value": None, "low": None, "high": None, "unit": None, **given})


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"value": 14.0}, "14"),
        ({"value": 1_200_000.0, "unit": "USD"}, "USD 1,200,000"),
        ({"value": 20_000_000_000.0, "unit": "USD"}, "USD 20,000,000,000"),
        ({"value": 9_999_999_999.6}, "10,000,000,000"),
        ({"value": 1e30}, "1e+30"),
        ({"value": 0.125, "unit": "share"}, "12.5 %"),
        ({"low": 1.0, "high": 2.0, "unit": "months"}, "1-2 months"),
        ({"low": 150.0}, "≥ 150"),
        ({"high": 0.0}, "≤ 0"),
    ],
)
def test_how_much_a_quantity_says(given: dict[str, Any], expected: str) -> None:
    assert value_text(quantity(**given)) == expected


@pytest.mark.parametrize(
    ("narrated", "by", "expected"),
    [(True, None, "narrator"), (False, None, "?"), (False, {"name": "Mara Voss"}, "Mara Voss")],
)
def test_who_asserts_it(narrated: bool, by: object, expected: str) -> None:
    assert who_asserts(cast("EventRow", {"narrated": narrated, "asserted_by": by})) == expected


@pytest.mark.parametrize(
    ("said", "published", "expected"),
    [
        ("2031-03-01/2031-03-05", "2031-04-01", "2031-03-01"),
        (None, "2031-04-01T10:00:00Z", "2031-04-01"),
        (None, None, ""),
    ],
)
def test_a_statement_is_of_the_day_it_was_made_else_published(
    said: str | None, published: str | None, expected: str
) -> None:
    row = {"said_on": said, "article": {"published": published}}
    assert day_of(cast("StatementRow", row)) == expected


def judgement(kind: str, /, **says: object) -> JudgementRow:
    return JudgementRow(id="j1", kind=kind, says=says, note=None, made_at="2031-03-01T10:00:00Z", undone_at=None)


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (judgement("merge", names=["Mara Voss", "M. Voss"]), "M. Voss is Mara Voss"),
        (judgement("split", name="Voss", other="e2", called=["J. Voss"], articles=[{"article": "a-1"}]),
         "J. Voss, a-1 of Voss is somebody else: e2"),
        (judgement("reattribute", name="Mara Voss", exact="the quay\n is shut"), "Mara Voss said: the quay is shut"),
        (judgement("dismiss", exact="the quay"), "not a statement: the quay"),
        (judgement("reject_link", kind="denies", later={"exact": "no"}, earlier={"exact": "yes"}),
         "wrong: “no” denies “yes”"),
        (judgement("confirm_link", kind="copy", later={"article": "b-1"}, earlier={"article": "a-1"}),
         "right: b-1 is a copy of a-1"),
    ],
)  # fmt: skip
def test_what_was_decided(made: JudgementRow, expected: str) -> None:
    assert judgement_text(made) == expected


def review(**given: object) -> ReviewRow:
    empty = dict.fromkeys(("one", "other", "called", "statement", "link"))
    return cast("ReviewRow", {**empty, **given})


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        (review(one={"name": "Mara Voss"}, statement={}), "Did Mara Voss say this?"),
        (review(one={}, other={"name": "Mara Voss"}, called="M. Voss"), "Is M. Voss here the same as Mara Voss?"),
        (review(one={}, other={}), "Are these the same?"),
        (review(link={"kind": "denies"}), "Does the first deny the second?"),
        (review(link={"kind": "copy"}), "Is the first a copy of the second?"),
    ],
)
def test_what_is_asked(asked: ReviewRow, expected: str) -> None:
    assert question_text(asked) == expected
