import datetime

import pytest

from onrecord import Article
from onrecord.pages import cut, from_text

STORY = """
<html><head><title>Bridge closed | The Herald</title>
<meta property="og:title" content="Bridge closed for the summer">
<meta property="og:site_name" content="The Herald">
<meta property="article:published_time" content="2025-03-04T08:00:00+01:00">
<script>var secret = "never shown";</script></head><body>
<nav><a href="/">Home</a> <a href="/town">Town</a></nav>
<article><h1>Bridge closed for the <em>summer</em></h1>
<figure><img src="b.jpg"><figcaption>The old bridge on Monday, March 3, 2025. Photo: Ida Falk/Wire</figcaption></figure>
<p>The town council voted on Tuesday to <b>close</b> the old bridge for the summer, the mayor of Dalbruck said.</p>
<p hidden>Hidden words that nobody sees.</p>
<h2>A long wait</h2>
<p>Engineers had found cracks in two of its arches, and nobody wanted to wait for a third one to show.</p>
<p style="display: none">More hidden words.</p></article>
<aside><p>Sign up for our newsletter</p></aside>
<footer><p>Imprint</p></footer></body></html>
"""


def read(html: str) -> tuple[Article, ...]:
    return cut(from_text(html))


def test_the_story_its_furniture_and_its_metadata() -> None:
    [article] = read(STORY)
    assert article.title is not None
    assert article.title.text == "Bridge closed for the summer"
    assert article.title.span is not None
    assert (article.published.day, article.published.basis) == (datetime.date(2025, 3, 4), "metadata")
    assert article.outlet is not None
    assert article.outlet.text == "The Herald"
    assert [span.text for span in article.headings] == ["A long wait"]
    assert len(article.paragraphs) == 2
    assert "to close the old bridge" in article.paragraphs[0].text
    [caption] = article.captions
    assert caption.credit is not None
    assert caption.credit.text == "Photo: Ida Falk/Wire"


def test_what_is_not_the_story_is_debris_and_what_is_not_shown_is_nowhere() -> None:
    [article] = read(STORY)
    debris = " ".join(span.text for span in article.debris)
    assert "Home" in debris
    assert "newsletter" in debris
    assert "Imprint" in debris
    assert "secret" not in article.page.text
    assert "idden words" not in article.page.text


def test_two_article_elements_are_two_articles() -> None:
    one = "<article><h2>{}</h2><p>{}</p><p>{}</p></article>"
    lead = "The town council voted on Tuesday to close the old bridge for the summer, the mayor of Dalbruck said."
    more = "Engineers had found cracks in two of its arches, and nobody wanted to wait for a third one to show."
    fares = "A seat on the ferry will cost three crowns from Monday on, half a crown more than it has since the war."
    season = "The company blames the price of coal, and says that it has lost money in each of the last four winters."
    page = "<html><body>" + one.format("Bridge is closed", lead, more) + one.format("Ferry fares rise", fares, season)
    found = read(page + "</body></html>")
    assert [a.title and a.title.text for a in found] == ["Bridge is closed", "Ferry fares rise"]
    assert [len(a.paragraphs) for a in found] == [2, 2]


def test_nothing_of_the_visible_text_is_lost() -> None:
    [article] = read(STORY)
    parts = [*article.paragraphs, *article.headings, *article.debris, *(c.span for c in article.captions)]
    for label in (article.title, article.byline):
        if label and label.span:
            parts.append(label.span)
    kept = sorted((span.start, span.end) for span in parts)
    assert [(b.start, b.end) for b in article.page.blocks] == kept


LEAD = "The town council voted on Tuesday to close the old bridge for the summer, the mayor of Dalbruck said."
MORE = "Engineers had found cracks in two of its arches, and nobody wanted to wait for a third one to show."
TITLE = "<h1>Bridge closed for the summer in Dalbruck</h1>"


def test_the_entries_of_a_live_blog_are_one_article() -> None:
    entry = "<article><time>{}</time><h2>{}</h2><p>{}</p><p>{}</p></article>"
    entries = entry.format("17:40", "The bridge is closed", LEAD, MORE) + entry.format(
        "9:05", "Cracks are found", MORE, LEAD
    )
    for page in (f"<article>{TITLE}{entries}</article>", f"<main>{TITLE}{entries}</main>"):
        [article] = read(f"<html><body>{page}</body></html>")
        assert [span.text for span in article.headings] == ["The bridge is closed", "Cracks are found"]
        assert len(article.paragraphs) == 4


def test_teasers_of_other_stories_are_debris_with_their_headings() -> None:
    teaser = "<article><h3>{}</h3><p>A ferry.</p><p>Read it.</p></article>"
    story = f"<article>{TITLE}" + f"<p>{LEAD}</p><p>{MORE}</p>" * 3 + "</article>"
    [article] = read(f"<html><body>{story}{teaser.format('Ferry fares rise')}{teaser.format('Bees die')}</body></html>")
    assert len(article.paragraphs) == 6
    assert article.headings == ()
    assert "Ferry fares rise" in [span.text for span in article.debris]


def test_a_printed_byline_and_date_are_found_where_no_metadata_tell_them() -> None:
    front = "<div>By Tove Lind</div><div>4 March 2025</div>"
    [article] = read(f"<html><body><article>{TITLE}{front}<p>{LEAD}</p><p>{MORE}</p></article></body></html>")
    assert article.byline is not None
    assert article.byline.text == "Tove Lind"
    assert article.published.day == datetime.date(2025, 3, 4)


def test_a_credit_without_a_form_is_found_in_a_marked_caption() -> None:
    caption = "<figure><figcaption>The old bridge. <span>Ida Falk/Meridian</span></figcaption></figure>"
    [article] = read(f"<html><body><article>{TITLE}{caption}<p>{LEAD}</p><p>{MORE}</p></article></body></html>")
    assert [c.credit and c.credit.text for c in article.captions] == ["Ida Falk/Meridian"]


def test_inline_elements_do_not_break_a_paragraph_and_a_line_break_does() -> None:
    split = LEAD.replace("close", "<em>cl</em>ose")
    [article] = read(f"<html><body><article>{TITLE}<p>{split}<br>{MORE}</p></article></body></html>")
    assert [span.text for span in article.paragraphs] == [LEAD, MORE]


LAST = "The ferry will carry people across in the meantime, every half hour, and it will cost them nothing until May."
SEASON = "The company blames the price of coal, and says that it has lost money in each of the last four winters."
STORY_OF_PARAGRAPHS = f"{TITLE}<p>{LEAD}</p><p>{MORE}</p><p>{LAST}</p>"


@pytest.mark.parametrize(
    "page",
    [
        '<form id="page" method="post">{}</form>',
        '<form><div><form action="/search"><p>Search the archive</p></form>{}</div></form>',
        '<div class="caption">{}</div>',
        '<div class="wp-caption-text"><div class="caption">{}</div></div>',
        '<main class="caption">{}</main>',
        '<div class="f_caption_muted_videos_on captions-off no-caption">{}</div>',
    ],
)
def test_a_story_in_what_wraps_the_page_is_read(page: str) -> None:
    [article] = read(f"<html><body>{page.format(STORY_OF_PARAGRAPHS)}</body></html>")
    assert [span.text for span in article.paragraphs] == [LEAD, MORE, LAST]
    assert article.captions == ()


def test_a_form_beside_the_story_is_a_box() -> None:
    form = f"<form><p>Tell us what you think of the bridge, and of the ferry.</p><p>{MORE}</p></form>"
    [article] = read(f"<html><body><article>{STORY_OF_PARAGRAPHS}</article>{form}</body></html>")
    assert len(article.paragraphs) == 3
    assert "Tell us" in " ".join(span.text for span in article.debris)


@pytest.mark.parametrize("name", ["captioned-text", "has-captions body", "no-caption"])
def test_a_part_of_the_story_under_a_class_with_the_word_is_read(name: str) -> None:
    part = f'<div class="{name}"><p>{LEAD}</p></div><div class="caption"><p>{MORE}</p><p>{LAST}</p></div>'
    [article] = read(f"<html><body><article>{TITLE}{part}<p>{SEASON}</p></article></body></html>")
    assert [span.text for span in article.paragraphs] == [LEAD, MORE, LAST, SEASON]


@pytest.mark.parametrize("name", ["caption", "wp-caption-text", "imageCaption", "media-caption__text", "caption--wide"])
def test_a_class_that_means_a_caption_makes_one(name: str) -> None:
    caption = f'<div class="photo {name}"><p>The old bridge on Monday</p><p>Ida Falk/Meridian</p></div>'
    [article] = read(f"<html><body><article>{caption}{STORY_OF_PARAGRAPHS}</article></body></html>")
    assert [one.span.text for one in article.captions] == ["The old bridge on Monday", "Ida Falk/Meridian"]


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:published_time" content="2025-01-01T00:00:00+99:99">',
        '<meta name="date" content="9999-12-31">',
        '<meta name="author" content="Mara Voss"><script type="application/ld+json">{"author": [[[</script>',
        f'<script type="application/ld+json">{{"n": {"9" * 4_301}}}</script>',
        '<link rel="canonical" href="http://[::1">',
    ],
)
def test_metadata_that_nobody_can_make_sense_of_cost_themselves_only(head: str) -> None:
    head = f'<title>Bridge closed</title><meta property="og:site_name" content="The Herald">{head}'
    [article] = read(f"<html><head>{head}</head><body><article>{STORY_OF_PARAGRAPHS}</article></body></html>")
    assert len(article.paragraphs) == 3
    assert article.published.day is None
    assert article.outlet is not None
    assert article.outlet.text == "The Herald"


@pytest.mark.parametrize("broken", ["trafilatura.extract", "trafilatura.extract_metadata"])
def test_where_a_library_breaks_the_page_is_read_without_it(broken: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def breaks(*_: object, **__: object) -> None:
        raise OverflowError("date value out of range")

    monkeypatch.setattr(broken, breaks)
    [article] = read(STORY)
    assert "to close the old bridge" in article.paragraphs[0].text


def test_thousands_of_authors_are_not_asked_for() -> None:
    authors = "".join(f'<meta name="author" content="Mara Voss{number}">' for number in range(5_000))
    [article] = read(f"<html><head>{authors}</head><body><article>{STORY_OF_PARAGRAPHS}</article></body></html>")
    assert article.byline is not None
    assert len(article.byline.text) < 4_000


def test_a_block_is_emphasised_if_all_of_it_is() -> None:
    shown = ["<b>Why?</b>", "<strong>Why <em>now</em>?</strong> ", "<i>Who</i>: <b>I</b>", "<b>Who</b> pays?", "We do."]
    page = from_text(
        f"<html><body>{''.join(f'<p>{words}</p>' for words in shown)}<p>Ends.<b>Now<br>See</b>it</p></body></html>"
    )
    told = {page.text[block.start : block.end]: block.emphasised for block in page.blocks}
    assert [words for words, emphasised in told.items() if emphasised] == ["Why?", "Why now?", "Who: I"]


ASKED = (
    "<p>{}</p><p><strong>What did you see?</strong> I saw the quay burn, and I ran.</p><p>Nobody else was there.</p>"
)


def test_a_question_in_bold_is_a_block_apart_from_its_answer() -> None:
    [*_, question, answer, _] = from_text(f"<html><body>{ASKED.format('A harbour master talks.')}</body></html>").blocks
    assert (question.emphasised, answer.emphasised) == (True, False)


@pytest.mark.parametrize(
    "line",
    [
        "<b>Who is it?</b> asked the mayor of Ostrel.",
        "<i>What did you see?</i> She asked it twice.",
        "He said: <b>What did you see?</b> Nobody answered.",
        "<b>Really?</b> Yes.",
        "<b>The quay is shut.</b> It is old.",
    ],
)
def test_no_other_line_with_bold_is_cut(line: str) -> None:
    assert len(from_text(f"<html><body><p>{line}</p></body></html>").blocks) == 1


def test_a_block_knows_its_block_quotation() -> None:
    quoted = "<blockquote><p>{}</p><blockquote>Two.</blockquote>Three.</blockquote>"
    page = from_text(
        f"<html><body><p>None.</p>{quoted.format('One.')}<p>Four.</p>{quoted.format('Five.')}</body></html>"
    )
    assert [block.quotation for block in page.blocks] == [0, 1, 1, 1, 0, 2, 2, 2]


def test_the_lines_of_preformatted_text_are_lines_and_wrapped_ones_are_joined() -> None:
    wrapped = f"{TITLE}<pre>By <b>Tove</b> Lind\n\n{LEAD[:60]}\n{LEAD[60:]}\n\n{MORE[:70]}\n{MORE[70:]}</pre>"
    [article] = read(f"<html><body>{wrapped}<p>{LAST}</p></body></html>")
    assert article.byline is not None
    assert len(article.page.blocks) > 4
    talk = "MS. HOLT: Why is it shut?\nMR. BRITE: It is old.\nMS. HOLT: Thank you for that."
    assert [from_text(f"<html><body><pre>{talk}</pre></body></html>").text] == [talk]


def test_each_author_is_named_once_and_an_address_is_none() -> None:
    told = [
        f'<meta name="author" content="{name}">' for name in ("Tove Lind", "Tove-Lind", "https://www.herald.example")
    ]
    [article] = read(f"<html><head>{''.join(told)}</head><body><article>{STORY_OF_PARAGRAPHS}</article></body></html>")
    assert article.byline is not None
    assert article.byline.text == "Tove Lind"
