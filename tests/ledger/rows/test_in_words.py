"""What rows say in a few words, for a person."""

from typing import Any, cast

import pytest

from onrecord.ledger import EventRow, QuantityRow, StatementRow, day_of, value_text, who_asserts


def quantity(**given: Any) -> QuantityRow:
    return cast("QuantityRow", {"value": None, "low": None, "high": None, "unit": None, **given})


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"value": 14.0}, "14"),
        ({"value": 1_200_000.0, "unit": "USD"}, "USD 1,200,000"),
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
