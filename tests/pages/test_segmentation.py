import datetime
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord import PageError
from onrecord.pages import cut, from_text
from tests.pages.page_parts import CAPTION, LEAD, SECOND, articles, texts


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


def test_another_language_is_named() -> None:
    german = "Der Bürgermeister sagte am Montag, die Brücke werde geschlossen, weil sie nicht mehr sicher sei. "
    with pytest.raises(PageError, match="German"):
        articles(german * 4)


def test_a_page_of_widgets_alone_has_no_story() -> None:
    with pytest.raises(PageError, match="no text of a story"):
        articles("Share", "TT", "20")


def test_a_date_and_a_section_before_a_title_belong_to_its_story() -> None:
    one, two = articles(
        "Council Closes the Old Bridge", "3 March 2025", LEAD, SECOND, "Share",
        "World", "4 March 2025", "Ferry fares to rise in May", "By Tove Lind", LEAD,
    )  # fmt: skip
    assert [str(article.published.day) for article in (one, two)] == ["2025-03-03", "2025-03-04"]
    assert texts(two, "debris") == ["World"]


def test_a_title_with_a_picture_of_another_day_is_a_seam_and_a_heading_with_one_of_the_same_day_is_none() -> None:
    title = "Ferry fares to rise in May"
    other = "The ferry leaves Ostrel, Friday, March 7, 2025. (Meridian Wire/Ida Falk)"
    same = "Arches of the bridge, Monday, March 3, 2025. (Meridian Wire/Ida Falk)"
    assert len(articles("Council Closes the Old Bridge", CAPTION, LEAD, SECOND, title, other, SECOND)) == 2
    assert len(articles("Council Closes the Old Bridge", CAPTION, LEAD, SECOND, title, same, SECOND)) == 1


def test_a_live_blog_with_signed_entries_is_one_article() -> None:
    entries = [
        part
        for time in ("17:40", "16:05", "12:00")
        for part in (time, "A storm reaches the town", "By Tove Lind", LEAD)
    ]
    [article] = articles("Storm over Dalbruck: latest updates", *entries)
    assert texts(article, "headings") == ["A storm reaches the town"] * 3
    assert len(article.paragraphs) == 3


@pytest.mark.parametrize(
    ("front", "name"),
    [
        (["By TOVE LIND and Ida Falk | The Herald"], "TOVE LIND and Ida Falk"),
        (["Tove Lind in Dalbruck", "Tue 4 Mar 2025 10.20 GMT"], "Tove Lind"),
        (["4 March 2025", "Tove Lind"], "Tove Lind"),
        (["Tove Lind", "Dalbruck", "Tuesday, 4 March 2025"], "Tove Lind"),
        (["By Herald staff"], "Herald staff"),
    ],
)
def test_bylines(front: list[str], name: str) -> None:
    [article] = articles("Council Closes the Old Bridge", *front, LEAD, SECOND)
    assert article.byline is not None
    assert article.byline.text == name
    assert article.headings == ()


def test_names_without_a_date_are_no_byline() -> None:
    [article] = articles("Council Closes the Old Bridge", "Tove Lind", LEAD)
    assert article.byline is None


def test_a_place_and_an_outlet_after_the_title_give_the_outlet() -> None:
    [article] = articles("Council Closes the Old Bridge for the Summer", "Dalbruck: The Herald", LEAD)
    assert article.outlet is not None
    assert article.outlet.text == "The Herald"
    assert article.headings == ()


def test_entries_of_a_list_within_a_story_are_kept() -> None:
    [article] = articles(
        "Council Closes the Old Bridge", LEAD, "The town also decided:", "A new crane", "Two boats", SECOND
    )
    kept = [*texts(article, "paragraphs"), *texts(article, "headings")]
    assert {"A new crane", "Two boats"} <= set(kept)
    assert article.debris == ()


def test_a_page_of_many_titles_takes_no_more_than_its_share_of_time() -> None:
    started = time.process_time()
    cut(from_text("Council Closes the Old Bridge\n" * 20_000 + LEAD))
    assert time.process_time() - started < 15


BLOCK = st.sampled_from(
    [LEAD, SECOND, CAPTION, CAPTION + " Share", "Share", "TT", "20", "By Tove Lind", "4 March 2025", "A LONG WAIT",
     "Council Closes the Old Bridge", "Ferry Fares Rise by a Tenth", "Related", "* * *", "“Nobody came,” she said.",
     "DALBRUCK, March 4 (Meridian Wire) - " + LEAD, "CLERK: Did you sign it?", "Photo: Ida Falk/Meridian Wire",
     "World", "Tove Lind in Dalbruck", "Dalbruck: The Herald", "Published: 5 March 2025", "17:40", "16:05",
     "A new crane", "FILE PHOTO: The bridge, March 5, 2024. REUTERS/Ida Falk", "By Ida Falk, 6 March 2025"]
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


def test_a_quotation_that_a_blank_line_breaks_is_one_paragraph() -> None:
    broken = "“The council has looked at all the bridges of the town and found that the weather"
    [article] = articles(
        "A Bridge Is Closed", broken, "spoils them,” Mayor Ada Orlen said on Monday in the town hall.", LEAD
    )
    assert [span.text.split()[0] for span in article.paragraphs] == ["“The", LEAD.split()[0]]
    assert article.paragraphs[0].text.endswith("in the town hall.")
    [article] = articles(
        "A Bridge Is Closed", broken.replace("“", ""), "spoils them, Mayor Ada Orlen said on Monday.", LEAD
    )
    assert len(article.paragraphs) == 3


# Transcripts


def test_the_lines_of_a_transcript_are_paragraphs_whatever_their_form() -> None:
    lines = (
        "MS. HOLT: Good morning",
        "Q  Why is the quay shut?",
        "By Mara Voss",
        "MS. HOLT: It is rotten",
        "Thank you.",
    )
    (article,) = articles("Briefing by Anna Holt on the quay", *lines, "MS. HOLT: Goodbye.")
    assert texts(article, "paragraphs") == [*lines, "MS. HOLT: Goodbye."]
    assert article.title is not None
    assert article.title.text == "Briefing by Anna Holt on the quay"


@pytest.mark.parametrize(("line", "title"), [("Bridge closes", True), ("Mara Voss", False), ("Dalbruck", False)])
def test_two_words_that_tell_something_are_a_title_alone_over_a_story(line: str, *, title: bool) -> None:
    (article,) = articles(line, LEAD, SECOND)
    assert (article.title is not None and article.title.text == line) is title


def test_a_post_and_its_signature_are_paragraphs_of_the_story() -> None:
    post = ("No boats will leave today pic.example/7IJYBk", "— Ada Orlen (@orlen) March 3, 2025")
    (article,) = articles("Boats stay in the harbour of Sarn", LEAD, *post, SECOND)
    assert texts(article, "paragraphs") == [LEAD, *post, SECOND]


@pytest.mark.parametrize("between", [["By Ada Orlen"], ["By Ada Orlen", "March 12, 2025"], ["March 12, 2025"]])
def test_a_short_title_may_stand_over_a_byline_if_the_lead_says_it_again(between: list[str]) -> None:
    lead = "The blaze near Dalbruck spread on Tuesday, the mayor of the town said."
    [article] = articles("Blaze spreads", *between, lead, SECOND)
    assert article.title is not None
    assert article.title.text == "Blaze spreads"
    [article] = articles("Local news", *between, lead, SECOND)
    assert article.title is None


@pytest.mark.parametrize(
    "front",
    [
        ["By Tove Lind | March 4, 2025"],
        ["March 4, 2025 - By Tove Lind"],
        ["Posted by Tove Lind on March 4, 2025"],
        ["Published 4 March 2025, 10:20 GMT by Tove Lind"],
        ["Written by Tove Lind", "March 4, 2025"],
        ["Author: Tove Lind", "March 4, 2025"],
        ["Tove Lind, harbour correspondent", "March 4, 2025"],
        ["Tove Lind, Harbour Correspondent", "March 4, 2025"],
        ["Tove Lind | Meridian Wire", "March 4, 2025"],
        ["March 4, 2025", "Reported by Tove Lind", "Photos by Ida Falk"],
    ],
)
def test_a_byline_is_found_on_either_side_of_the_date_and_on_its_line(front: list[str]) -> None:
    [article] = articles("The old bridge of Dalbruck is shut", *front, LEAD, SECOND)
    assert article.byline is not None
    assert article.byline.text == "Tove Lind"
    assert article.byline.span is not None
    assert article.byline.span.text in front
    assert article.published.day == datetime.date(2025, 3, 4)
    assert article.outlet is None
    assert (article.headings, len(article.paragraphs)) == ((), 2)


def test_what_is_beside_a_date_without_by_is_no_byline() -> None:
    [article] = articles("The old bridge of Dalbruck is shut", "Dalbruck | March 4, 2025", LEAD, SECOND)
    assert article.byline is None


@pytest.mark.parametrize("front", [[], ["By Tove Lind", "March 4, 2025"]])
@pytest.mark.parametrize(
    ("title", "lead"),
    [
        ("Quake", "A quake shook the harbour of Dalbruck on Tuesday, the mayor said."),
        ("War", "The war in the north went on for another day, the minister said on Tuesday."),
        ("Mayor Resigns", "The mayor of Dalbruck resigned on Tuesday after a vote of the council."),
        ("DALBRUCK VOTES", "The people of Dalbruck vote on Tuesday on the old bridge, the council said."),
    ],
)
def test_a_title_of_one_word_or_in_capitals_is_one_if_the_lead_says_it_again(
    title: str, lead: str, front: list[str]
) -> None:
    [article] = articles(title, *front, lead, SECOND)
    assert article.title is not None
    assert article.title.text == title


@pytest.mark.parametrize(
    ("section", "lead"),
    [
        ("Sport", "The rowers of Dalbruck won by three lengths on Tuesday."),
        ("Dalbruck", "The harbour of Dalbruck is shut for the winter, the mayor said."),
        ("Tove Lind", "Tove Lind, the mayor of Dalbruck, said on Tuesday that she would go."),
        ("Local News", "The local council of Dalbruck voted on Tuesday to shut the old bridge."),
    ],
)
def test_a_section_a_place_or_a_name_is_no_title(section: str, lead: str) -> None:
    [article] = articles(section, lead, SECOND)
    assert article.title is None


def test_a_party_behind_the_label_of_a_speaker_is_no_outlet() -> None:
    talk = ["SEN. TOVE LIND (R-VL): Why is it shut?", "REP. ADA ORLEN (D-OS): It is old, and you know it."]
    [article] = articles("The old bridge of Dalbruck is shut", *talk, "SEN. TOVE LIND (R-VL): Thank you.")
    assert article.outlet is None
    [article] = articles("The old bridge of Dalbruck is shut", f"DALBRUCK (MW) - {LEAD}", SECOND)
    assert article.outlet is not None
