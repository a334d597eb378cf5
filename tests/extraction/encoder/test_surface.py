"""What shows of words before anything is parsed."""

import numpy as np
import pytest
from spacy.lang.en import English

from onrecord.extraction import Document, find_quotations
from onrecord.extraction.encoder import SURFACE
from onrecord.extraction.encoder.surface import surface
from tests.conftest import MakeArticle

PIPELINE = English()


def shown(make_article: MakeArticle, text: str, title: str | None = None) -> dict[str, list[int]]:
    """The columns of a text, a number for each token."""
    doc = Document(make_article(text, title=title)).tokenize(PIPELINE)
    found = surface(doc, np.array([token.idx for token in doc], dtype=np.int64), find_quotations(doc))
    return dict(zip(("case", "marks", "part"), found.T.tolist(), strict=True))


def test_the_letter_case_of_words_is_told(make_article: MakeArticle) -> None:
    assert shown(make_article, "the Harbour HBC 40 McRae —")["case"] == [1, 2, 3, 4, 5, 0]


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("“It rained,” she said.", [6, 1, 1, 1, 7, 0, 0, 0]),
        ("‘It rained,’ she said.", [6, 3, 3, 3, 7, 0, 0, 0]),
        ("“It rained all day.", [6, 2, 2, 2, 2, 2]),
        ("“He said, ‘It rained,’ twice.”", [6, 1, 1, 1, 6, 5, 5, 5, 7, 1, 1, 7]),
        ("It rained.", [0, 0, 0]),
    ],
)
def test_where_words_stand_between_quote_marks_is_told(make_article: MakeArticle, text: str, marks: list[int]) -> None:
    assert shown(make_article, text)["marks"] == marks


def test_a_mark_at_the_tail_of_the_last_word_is_no_quotation(make_article: MakeArticle) -> None:
    assert set(shown(make_article, "It was the Gro漢“漢")["marks"]) == {0}


def test_title_and_paragraph_are_told_apart(make_article: MakeArticle) -> None:
    # A title is followed by white space, which is a paragraph's in no part.
    assert shown(make_article, "It rained", title="Rain")["part"] == [0, 0, 2, 2]
    assert len(SURFACE) == 3
