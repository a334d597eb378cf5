"""Whether something was said or written."""

import pytest

from tests.extraction.conftest import Statements, said


@pytest.mark.parametrize(
    ("text", "source", "cue", "medium"),
    [
        ("The report said the quay was shut.", "The report", "said", "writing"),
        ("Ada Orlen said in a statement that the quay was shut.", "Ada Orlen", "said in a statement", "writing"),
        ("The Lanta Post said the quay was shut.", "The Lanta Post", "said", "writing"),
        ("Ada Orlen said the quay was shut.", "Ada Orlen", "said", "speech"),
        ("Ada Orlen said in a speech that the quay was shut.", "Ada Orlen", "said in a speech", "speech"),
        ("Lanta Radio said the quay was shut.", "Lanta Radio", "said", "speech"),
    ],
)
def test_the_medium_is_told_by_source_and_document(
    statements: Statements, text: str, source: str, cue: str, medium: str
) -> None:
    found = statements(text, found=[said(source, cue, "the quay was shut")])
    assert [one.medium for one in found] == [medium]
