"""What tests of reading share: the statements of an article made from plain paragraphs."""

from collections.abc import Callable

import pytest

from onrecord.extraction import Reader
from onrecord.records import Statement
from tests.conftest import MakeArticle

type Read = Callable[..., tuple[Statement, ...]]


@pytest.fixture
def statements(reader: Reader, make_article: MakeArticle) -> Read:
    """Give the statements of an article made from paragraphs, with a title if one is given."""

    def read(*paragraphs: str, title: str | None = None) -> tuple[Statement, ...]:
        [article] = reader.read([make_article(*paragraphs, title=title)])
        return article.statements

    return read
