import itertools

from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.lang.en import English

from onrecord.extraction.document import Document
from onrecord.extraction.quotations import find_quotations
from tests.conftest import MakeArticle

PIPELINE = English()
MARKS = st.text(st.sampled_from("“”‘’\"' .,ab\u00e9😀"), min_size=1, max_size=40).filter(str.strip)


def marked(make_article: MakeArticle, *paragraphs: str) -> list[str]:
    """The outermost quotations found in paragraphs, with their marks."""
    doc = Document(make_article(*paragraphs)).tokenize(PIPELINE)
    found = find_quotations(doc)
    outer = [q for q in found if not any(o is not q and o.start <= q.start and q.end <= o.end for o in found)]
    return [doc.text[q.start : q.end] for q in outer]


def test_marks_are_paired_by_their_type(make_article: MakeArticle) -> None:
    assert marked(make_article, '“The quay holds,” she said. "It\'s new."') == ["“The quay holds,”", '"It\'s new."']


def test_a_curly_mark_may_be_closed_by_a_straight_one(make_article: MakeArticle) -> None:
    assert marked(make_article, 'He called it “careless" and left. “Very," he added.') == ['“careless"', '“Very,"']


def test_a_straight_mark_opens_after_a_space_and_closes_after_a_word(make_article: MakeArticle) -> None:
    # A stray mark between the two: by parity the words outside would be taken for the quotation.
    text = 'The pipe was 12" wide. "It burst," Marek said. "Nobody saw it."'
    assert '"It burst,"' in marked(make_article, text)
    assert '"Nobody saw it."' in marked(make_article, text)


def test_two_single_marks_are_a_double_one(make_article: MakeArticle) -> None:
    assert marked(make_article, "''It burst,'' she said. ``Nobody saw it.''") == ["''It burst,''", "``Nobody saw it.''"]


def test_an_apostrophe_is_no_mark(make_article: MakeArticle) -> None:
    assert marked(make_article, "The ministers' car wasn't Voss's, and the '90s weren't kind to rock 'n' roll.") == []


def test_single_marks_are_paired_around_apostrophes(make_article: MakeArticle) -> None:
    assert marked(make_article, "‘It’s the dockers’ money,’ she said.") == ["‘It’s the dockers’ money,’"]


def test_an_inner_quotation_does_not_end_the_outer_one(make_article: MakeArticle) -> None:
    text = "“He told us, ‘Go home,’ and we went,” she said."
    assert marked(make_article, text) == ["“He told us, ‘Go home,’ and we went,”"]


def test_a_mark_left_open_runs_to_the_end_of_its_paragraph_and_no_further(make_article: MakeArticle) -> None:
    found = marked(make_article, '"The crane was old. Everybody knew it.', 'The inquiry opens "soon" in Dalbruck.')
    assert found == ['"The crane was old. Everybody knew it.', '"soon"']


def test_a_paragraph_that_reopens_a_quotation_has_one_of_its_own(make_article: MakeArticle) -> None:
    found = marked(make_article, "“The crane was old.", "“Everybody knew it,” he said.")
    assert found == ["“The crane was old.", "“Everybody knew it,”"]


def test_an_odd_mark_never_costs_the_next_paragraph(make_article: MakeArticle) -> None:
    for stray in ('an odd " mark', "an odd ” mark", "an odd “ mark"):
        assert '"We are ready."' in marked(make_article, stray, '"We are ready." That was all.')


@settings(deadline=None, max_examples=200)
@given(st.lists(MARKS, min_size=1, max_size=3))
def test_every_quotation_lies_in_one_paragraph_and_outer_ones_are_disjoint(paragraphs: list[str]) -> None:
    from onrecord.records import Article, Page, Span

    text = "\n".join(paragraphs)
    spans, at = [], 0
    for paragraph in paragraphs:
        spans.append(Span(at, at + len(paragraph), paragraph))
        at += len(paragraph) + 1
    page = Page("0" * 64, "text/plain", text.encode(), text, ())
    doc = Document(Article("a-1", page, 1, paragraphs=tuple(spans))).tokenize(PIPELINE)
    parts = [(part.start_char, part.end_char) for part in doc.spans["parts"]]
    doubles = [q for q in find_quotations(doc) if not q.single]
    assert all(any(low <= q.start < q.end <= high for low, high in parts) for q in find_quotations(doc))
    assert all(one.end <= other.start for one, other in itertools.pairwise(doubles))
