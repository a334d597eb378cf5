from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.lang.en import English

from onrecord.extraction.document import PARTS, Document, text_of, words_of
from onrecord.extraction.ranges import CharRange
from onrecord.pages import cut, from_text
from onrecord.records import Article, Page, Span

PIPELINE = English()
BLOCK = st.text(st.characters(codec="utf-8", exclude_characters="\n\r"), min_size=1).filter(str.strip)


def article_of(blocks: list[str], left_out: set[int]) -> Article:
    """An article of `blocks` of which those numbered in `left_out` are debris on the page."""
    text = "\n".join(blocks)
    page = Page("0" * 64, "text/plain", text.encode(), text, ())
    spans, at = [], 0
    for block in blocks:
        spans.append(Span(at, at + len(block), block))
        at += len(block) + 1
    kept = tuple(span for number, span in enumerate(spans) if number not in left_out)
    return Article("a-1", page, 1, paragraphs=kept)


@settings(deadline=None)
@given(st.lists(BLOCK, min_size=1, max_size=5), st.sets(st.integers(0, 4)), st.data())
def test_every_range_leads_back_to_the_same_characters_of_the_page(
    blocks: list[str], left_out: set[int], data: st.DataObject
) -> None:
    document = Document(article_of(blocks, left_out))
    start = data.draw(st.integers(0, len(document.text)))
    end = data.draw(st.integers(start, len(document.text)))
    spans = document.to_page([CharRange(start, end)])
    page = document.article.page
    assert all(page.text[span.start : span.end] == span.text for span in spans)
    joined = "".join("".join(" " if c.isspace() else c for c in span.text) for span in spans)
    assert joined.replace(" ", "") == document.text[start:end].replace("\n", "").replace(" ", "")


def test_a_line_break_in_a_paragraph_does_not_end_it() -> None:
    document = Document(article_of(["The harbour\twas closed"], set()))
    assert document.text == "The harbour was closed"


def test_each_part_is_labelled_and_starts_a_sentence() -> None:
    text = "HARBOUR SHUT\n\nThe harbour was shut\n\nIt will open"
    page = Page("0" * 64, "text/plain", text.encode(), text, ())
    parts = (Span(14, 34, text[14:34]), Span(36, 48, text[36:48]))
    doc = Document(Article("a-1", page, 1, headings=(Span(0, 12, text[:12]),), paragraphs=parts)).tokenize(PIPELINE)
    assert [(span.label_, span.text) for span in doc.spans[PARTS]] == [
        ("heading", "HARBOUR SHUT"),
        ("paragraph", "The harbour was shut"),
        ("paragraph", "It will open"),
    ]
    assert all(doc[span.start].is_sent_start for span in doc.spans[PARTS])


def test_text_and_words_are_those_of_the_document_and_made_once() -> None:
    doc = Document(article_of(["The pond  leaked.", "It was drained."], set())).tokenize(PIPELINE)
    assert text_of(doc) == doc.text
    assert words_of(doc) == [token.text for token in doc]
    assert words_of(doc) is words_of(doc)
    assert text_of(PIPELINE("Made elsewhere.")) == "Made elsewhere."


def test_the_lines_of_a_paragraph_in_a_record_are_one_without_their_numbers() -> None:
    text = "\n".join(
        ["Page 9", "1  Q.  Who shut the quay?", "2  A.  The mayor.  He had", "3  a key.", "4  Q.  Whose key?"]
        + [f"{number}  A.  His." for number in range(5, 9)]
    )
    [article] = cut(from_text(text))
    document = Document(article)
    assert document.text.split("\n\n")[:3] == [
        "Q.  Who shut the quay?",
        "A.  The mayor.  He had a key.",
        "Q.  Whose key?",
    ]
    start = document.text.index("He had")
    spans = document.to_page([CharRange(start, start + len("He had a key."))])
    assert [span.text for span in spans] == ["He had", "a key."]
    assert all(text[span.start : span.end] == span.text for span in spans)
