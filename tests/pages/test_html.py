import datetime

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
    page = "<html><body>" + one.format("Bridge is closed", lead, more) + one.format("Ferry fares rise", more, lead)
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
