import pytest
from spacy.lang.en import English

from onrecord.extraction.document import Document
from onrecord.extraction.quotations import find_quotations
from tests.conftest import MakeArticle

PIPELINE = English()


@pytest.mark.parametrize(
    ("paragraph", "quoted"),
    [
        ('"Shut," she said.', ['"Shut,"']),
        ("“Shut,” she said. “Open,” he said.", ["“Shut,”", "“Open,”"]),
        ('She called it “shut" and left.', ['“shut"']),
        ("It was a ‘soft’ opening.", ["‘soft’"]),
        ("The mayor's bridge and the towns' bridges stay 6' apart.", []),
        ("He said: 'It's the town's own bridge.' They left.", ["'It's the town's own bridge.'"]),
        ("“When he said ‘shut,’ I left,” she said.", ["“When he said ‘shut,’ I left,”", "‘shut,’"]),
        ('The board is 6" wide and 9" long.', []),
        ("“Left open to its end.", ["“Left open to its end."]),
        ('"Left open. “Shut" again.', ['"Left open.', '“Shut"']),
        ('"At our own cost" (so he says)," she added.', ['"At our own cost" (so he says),"']),
        ("”Meant to open,” she said.", ["”Meant to open,”"]),
    ],
)
def test_marks_are_paired_by_type(make_article: MakeArticle, paragraph: str, quoted: list[str]) -> None:
    doc = Document(make_article(paragraph)).tokenize(PIPELINE)
    assert [doc.text[q.start : q.end] for q in find_quotations(doc)] == quoted


def test_an_odd_mark_costs_no_more_than_its_own_paragraph(make_article: MakeArticle) -> None:
    doc = Document(make_article('"Left open, she said.', '"Shut," he said.')).tokenize(PIPELINE)
    assert [doc.text[q.start : q.end] for q in find_quotations(doc)] == ['"Left open, she said.', '"Shut,"']
