"""Why a statement is read as it is, out of the ledger."""

from dataclasses import replace

import pytest

from onrecord import Ledger, NotFoundError, Reason
from tests.ledger.records import make_page, read

TEXT = "“The bridge is shut,” Lin Orn said. Ada Lin was there."
REASONS = (
    Reason("content", "score/content", 0.97),
    Reason("speaker", "sieve/likeliest-before", 0.7),
    Reason("speaker", "score/alternative", 0.25, "Ada Lin"),
    Reason("act", "score/lexicon"),
)


@pytest.fixture
def statement(ledger: Ledger) -> str:
    """A statement with its reasons, by its id."""
    page = make_page(TEXT)
    [article] = read(page, ("Lin Orn", "The bridge is shut"))
    [said] = article.statements
    assert ledger.add_page(page, [replace(article, statements=(replace(said, reasons=REASONS),))], reader="r2")
    return said.id


def test_each_reason_is_given_in_the_order_of_the_fields(ledger: Ledger, statement: str) -> None:
    found = ledger.explain(statement)
    assert (found["id"], found["reader"]) == (statement, "r2")
    told = [(one["field"], one["by"], one["score"], one["other"]) for one in found["reasons"]]
    assert told == [(one.field, one.by, one.score, one.other) for one in REASONS]
    assert all(one["says"] for one in found["reasons"])


def test_the_first_characters_of_an_id_are_enough(ledger: Ledger, statement: str) -> None:
    assert ledger.explain(statement[:6]) == ledger.explain(statement)


def test_whom_the_user_names_speaks_for_no_other_reason(ledger: Ledger, statement: str) -> None:
    ledger.reattribute(statement, "Bo Um")
    told = [(one["field"], one["by"]) for one in ledger.explain(statement)["reasons"]]
    assert told == [("content", "score/content"), ("speaker", "score/judgement"), ("act", "score/lexicon")]


def test_of_a_statement_that_was_read_before_only_the_reader_is_told(three: Ledger) -> None:
    [bridge] = three.statements(words="shut")
    found = three.explain(bridge["id"])
    assert (found["reader"], found["reasons"]) == ("r1", [])


def test_of_what_is_not_there_nothing_is_told(ledger: Ledger, statement: str) -> None:
    with pytest.raises(NotFoundError):
        ledger.explain("s0123")


def test_reasons_are_in_no_export(ledger: Ledger, statement: str) -> None:
    assert "reasons" not in ledger.statement(statement)
