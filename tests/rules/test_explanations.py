"""Every statement tells why it is read as it is: at least one score or rule for each of its fields."""

from pathlib import Path

import pytest

from onrecord.extraction import Reader
from onrecord.pages import cut, from_text
from onrecord.records import Statement
from onrecord.rules import entries
from onrecord.vocabulary import ReasonedField

pytestmark = pytest.mark.model


def _fields(statement: Statement) -> set[ReasonedField]:
    """Return the fields of a statement that say something, or for which it matters that they do not."""
    fields: set[ReasonedField] = {"content", "speaker", "act", "confidence"}
    if statement.cue is not None:
        fields |= {"cue", "source"}
    if statement.targets:
        fields.add("target")
    if statement.said_on is not None:
        fields.add("date")
    return fields


@pytest.fixture(scope="module")
def statements(reader: Reader, shared: Path) -> list[Statement]:
    """The statements of PolNeAR dev."""
    texts = sorted((shared / "polnear" / "dev" / "text").glob("*.txt"))
    articles = (article for text in texts for article in cut(from_text(text.read_bytes().decode())))
    return [statement for article in reader.read(articles) for statement in article.statements]


def test_each_field_of_each_statement_has_a_reason(statements: list[Statement]) -> None:
    lacking = [
        (statement.id, field)
        for statement in statements
        for field in _fields(statement) - {reason.field for reason in statement.reasons}
    ]
    assert lacking == []
    assert len(statements) > 1_000


def test_each_reason_is_told_of(statements: list[Statement]) -> None:
    named = {reason.by for statement in statements for reason in statement.reasons}
    assert named - set(entries()) == set()
