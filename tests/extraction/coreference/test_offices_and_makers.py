"""What stands before a name or a document, and makes nobody its holder or maker."""

import pytest

from tests.extraction.conftest import Spoken


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("According to the mayor, Ada Orlen stole the boat. The mayor said he had seen it.", "The mayor"),
        ("Ada Orlen rejected a report on the quay. The report said the quay was unsafe.", "The report"),
        ("Police received a letter. The letter said the quay was unsafe.", "The letter"),
        ("Ada Orlen issued a statement. The statement said the quay was unsafe.", "Ada Orlen"),
    ],
)
def test_who_speaks_is_who_holds_or_issues(spoken: Spoken, text: str, last: str) -> None:
    assert spoken(text)[-1] == [last]
