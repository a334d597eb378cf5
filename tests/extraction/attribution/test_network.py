"""What the network that ships finds of plain sentences, with the rules."""

import pytest

from onrecord.extraction import Reader
from tests.conftest import MakeArticle
from tests.extraction.attribution.test_pipeline import NOT_SAID, SAYINGS, shape


@pytest.mark.parametrize("what", SAYINGS)
def test_sayings(reader: Reader, make_article: MakeArticle, what: str) -> None:
    text, expected = SAYINGS[what]
    [article] = reader.read([make_article(text)])
    assert [shape(statement) for statement in article.statements] == [expected]


@pytest.mark.parametrize("what", NOT_SAID)
def test_what_is_no_statement(reader: Reader, make_article: MakeArticle, what: str) -> None:
    [article] = reader.read([make_article(NOT_SAID[what][0])])
    assert article.statements == ()
