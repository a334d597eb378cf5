import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord import Article, PageError
from onrecord.pages import cut, from_text

CAPTION = "The old bridge is seen in Dalbruck, Monday, March 3, 2025. (Meridian Wire/Ida Falk)"
LEAD = "The town council of Dalbruck voted on Tuesday to close the old bridge for the summer, the mayor said."
SECOND = "Engineers had found cracks in two of its five arches, and nobody wanted to wait for a third one to show."


def articles(*blocks: str, given: datetime.date | None = None) -> tuple[Article, ...]:
    return cut(from_text("\n\n".join(blocks)), given=given)


def texts(article: Article, part: str) -> list[str]:
    return [span.text for span in getattr(article, part)]


def test_two_stories_with_repeated_front_matter_are_two_articles() -> None:
    front = ["Council Closes the Old Bridge in Dalbruck", CAPTION, CAPTION, "TT", "20"]
    other = ["Ferry Fares Rise by a Tenth in Spring", "Photo: Ida Falk/Meridian Wire", "Share"]
    one, two = articles(*front, *front, LEAD, SECOND, *other, *other, "The fares will rise in May, the owner said.")
    assert one.title is not None
    assert one.title.text == front[0]
    assert two.title is not None
    assert two.title.text == other[0]
    assert texts(one, "paragraphs") == [LEAD, SECOND]
    assert [(c.span.text, c.credit and c.credit.text) for c in one.captions] == [(CAPTION, "(Meridian Wire/Ida Falk)")]
    assert texts(one, "debris").count(CAPTION) == 3


def test_a_copy_of_a_caption_with_a_widget_at_its_end_is_the_same_caption() -> None:
    [article] = articles("Council Closes the Old Bridge", CAPTION + " Share", LEAD, CAPTION, SECOND)
    assert [caption.span.text for caption in article.captions] == [CAPTION]
    assert texts(article, "debris") == ["Share", CAPTION]


def test_a_section_heading_is_no_seam() -> None:
    [article] = articles("Council Closes the Old Bridge", LEAD, "A LONG WAIT", SECOND, "What comes next", SECOND)
    assert texts(article, "headings") == ["A LONG WAIT", "What comes next"]
    assert len(article.paragraphs) == 3


def test_a_title_with_a_byline_after_a_story_is_a_seam() -> None:
    found = articles("Council Closes the Old Bridge", LEAD, SECOND, "Ferry fares to rise in May", "By Tove Lind", LEAD)
    assert [a.title and a.title.text for a in found] == ["Council Closes the Old Bridge", "Ferry fares to rise in May"]
    assert found[1].byline is not None
    assert found[1].byline.text == "Tove Lind"


@pytest.mark.parametrize(
    "widget",
    ["Share", "Read more: How the bridge was built", "We use cookies to improve your experience.", "3 min read",
     "Advertisement", "© 2025 The Herald", "Sign up for our newsletter and get the news", "12", "* * *", "17:40"],
)  # fmt: skip
def test_widgets_are_set_aside_not_thrown_away(widget: str) -> None:
    [article] = articles("Council Closes the Old Bridge", LEAD, widget, SECOND)
    assert texts(article, "debris") == [widget]
    assert texts(article, "paragraphs") == [LEAD, SECOND]


@pytest.mark.parametrize(
    "sentence",
    ["They share the bridge with the railway.", "Read the report, the mayor said.", "Nobody will comment.",
     "“Follow us,” she said, and they did.", "He leads the Harbour Workers' League (HWL)."],
)  # fmt: skip
def test_a_sentence_with_a_widgets_word_is_a_paragraph(sentence: str) -> None:
    [article] = articles("Council Closes the Old Bridge", LEAD, sentence, SECOND)
    assert sentence in texts(article, "paragraphs")


def test_a_list_of_other_stories_is_debris_up_to_the_next_running_text() -> None:
    [article] = articles("Council Closes the Old Bridge", LEAD, "Related", "Ferry fares to rise", "Bees die", SECOND)
    assert texts(article, "debris") == ["Related", "Ferry fares to rise", "Bees die"]
    assert texts(article, "paragraphs") == [LEAD, SECOND]


def test_an_untitled_text_has_no_title() -> None:
    [article] = articles("The mayor said the bridge would stay shut until July.", "He added that nobody was hurt.")
    assert article.title is None
    assert len(article.paragraphs) == 2


def test_a_transcript_keeps_its_turns() -> None:
    [article] = articles("CLERK: Did you sign it?", "MAYOR: I signed what lay in front of me, as I always do here.")
    assert article.title is None
    assert len(article.paragraphs) == 2


@pytest.mark.parametrize(
    ("blocks", "day", "basis"),
    [
        (["A Bridge Is Closed", "Published: 4 March 2025, 10.20 GMT", LEAD], "2025-03-04", "dateline"),
        (["A Bridge Is Closed", "The Herald, Tuesday, March 4, 2025", LEAD], "2025-03-04", "dateline"),
        (["DALBRUCK, March 4, 2025 (Meridian Wire) - " + LEAD], "2025-03-04", "dateline"),
        (["DALBRUCK, March 4 (Meridian Wire) - " + LEAD, CAPTION], "2025-03-04", "dateline"),
        (["A Bridge Is Closed", CAPTION, LEAD], "2025-03-04", "inferred"),
        (["A Bridge Is Closed", CAPTION, SECOND], "2025-03-03", "inferred"),
        (["A Bridge Is Closed", LEAD, "The bridge was opened on May 4, 1911."], None, "unknown"),
        (["A Bridge Is Closed", LEAD], None, "unknown"),
    ],
)
def test_the_publication_date_and_its_basis(blocks: list[str], day: str | None, basis: str) -> None:
    [article] = articles(*blocks)
    assert (article.published.day and article.published.day.isoformat(), article.published.basis) == (day, basis)


def test_a_weekday_of_another_week_does_not_move_the_date() -> None:
    lead = "The council, which met last Sunday, will meet again on Friday, and the bridge stays shut until then."
    [article] = articles("A Bridge Is Closed", CAPTION, lead)
    assert article.published.day == datetime.date(2025, 3, 3)


def test_a_given_date_comes_after_a_printed_one_and_before_an_inferred_one() -> None:
    given_day = datetime.date(2025, 3, 7)
    [printed] = articles("A Bridge Is Closed", "4 March 2025", LEAD, given=given_day)
    [captioned] = articles("A Bridge Is Closed", CAPTION, LEAD, given=given_day)
    assert (printed.published.day, printed.published.basis) == (datetime.date(2025, 3, 4), "dateline")
    assert (captioned.published.day, captioned.published.basis) == (given_day, "given")


def test_another_language_is_named() -> None:
    german = "Der Bürgermeister sagte am Montag, die Brücke werde geschlossen, weil sie nicht mehr sicher sei. "
    with pytest.raises(PageError, match="German"):
        articles(german * 4)


def test_a_page_of_widgets_alone_has_no_story() -> None:
    with pytest.raises(PageError, match="no text of a story"):
        articles("Share", "TT", "20")


BLOCK = st.sampled_from(
    [LEAD, SECOND, CAPTION, CAPTION + " Share", "Share", "TT", "20", "By Tove Lind", "4 March 2025", "A LONG WAIT",
     "Council Closes the Old Bridge", "Ferry Fares Rise by a Tenth", "Related", "* * *", "“Nobody came,” she said.",
     "DALBRUCK, March 4 (Meridian Wire) - " + LEAD, "CLERK: Did you sign it?", "Photo: Ida Falk/Meridian Wire"]
)  # fmt: skip


@given(st.lists(BLOCK, max_size=14), st.sampled_from(["\n", "\n\n", "\r\n\r\n\r\n"]))
def test_nothing_of_a_page_is_lost_doubled_or_changed(blocks: list[str], between: str) -> None:
    page = from_text(between.join([*blocks, LEAD]))
    covered = [0] * len(page.text)
    for article in cut(page):
        parts = [*article.paragraphs, *article.headings, *article.debris, *(c.span for c in article.captions)]
        evidence = article.published.evidence
        for label in (article.title, article.byline):
            if label and label.span:
                parts.append(label.span)
        for span in parts:
            assert page.text[span.start : span.end] == span.text
            assert span.text == span.text.strip()
            for at in range(span.start, span.end):
                covered[at] += 1
        if evidence is not None:
            assert page.text[evidence.start : evidence.end] == evidence.text
            for at in range(evidence.start, evidence.end):
                covered[at] = covered[at] or 1
    assert all(count == 1 for count, char in zip(covered, page.text, strict=True) if not char.isspace())


def test_section_names_around_a_story_are_debris() -> None:
    [article] = articles("World", "Council Closes the Old Bridge in Dalbruck", LEAD, SECOND, "Floods", "Bridges")
    assert article.title is not None
    assert article.title.text == "Council Closes the Old Bridge in Dalbruck"
    assert texts(article, "debris") == ["World", "Floods", "Bridges"]
    assert article.headings == ()


def test_a_long_title_is_a_title_and_a_sentence_that_ends_in_a_quotation_is_not() -> None:
    title = "Council of Dalbruck votes to close the old bridge for the summer after cracks are found in two arches"
    quoting = "The mayor called it “a wall made of paper.”"
    one, two = articles("Ferry Fares Rise", LEAD, SECOND, title, CAPTION, "Share", title, quoting, SECOND)
    assert two.title is not None
    assert two.title.text == title
    assert texts(two, "paragraphs") == [quoting, SECOND]
    assert one.headings == ()
