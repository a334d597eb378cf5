"""A story that its page does not show is read where nothing else is."""

import json

import pytest

from onrecord import Article, PageError
from onrecord.pages import cut, from_text
from tests.pages.page_parts import LEAD, SECOND

TITLE = "Bridge closed for the summer in Dalbruck"
STORY = f"<article><h1>{TITLE}</h1><p>{LEAD}</p><p>{SECOND}</p></article>"
NOTICE = "<footer><p>Imprint of the Herald</p></footer>"


def read(body: str, head: str = "") -> Article:
    [article] = cut(from_text(f"<html><head><title>{TITLE}</title>{head}</head><body>{body}{NOTICE}</body></html>"))
    return article


def told(**fields: object) -> str:
    article = {"@type": "NewsArticle", "headline": TITLE, "articleBody": f"{LEAD}\n\n{SECOND}", **fields}
    return f'<script type="application/ld+json">{json.dumps(article)}</script>'


@pytest.mark.parametrize(
    "page",
    [
        f"<noscript>{STORY}</noscript>",
        f"<main><noscript><p>{LEAD}</p><p>{SECOND}</p></noscript></main>",
        f'<div style="display: none" id="story">{STORY}</div>',
        f"<div hidden><div hidden>{STORY}</div></div>",
        f'<news-page><template shadowrootmode="open">{STORY}</template></news-page>',
    ],
)
def test_a_hidden_story_is_read(page: str) -> None:
    article = read(page)
    assert [span.text for span in article.paragraphs] == [LEAD, SECOND]
    assert article.title is not None
    assert article.title.text == TITLE
    assert article.page.extractor.startswith("hidden text, ")


@pytest.mark.parametrize("body", ["<div id=app></div>", "<p>Loading.</p>", f"<h1>{TITLE}</h1>"])
def test_a_story_in_json_ld_is_read(body: str) -> None:
    article = read(body, told())
    assert [span.text for span in article.paragraphs] == [LEAD, SECOND]
    assert article.title is not None
    assert article.title.text == TITLE
    assert article.page.extractor.startswith("JSON-LD, ")


def test_markup_in_json_ld_is_none_of_its_words() -> None:
    body = f"<p>{LEAD}</p>\n<p><b>{SECOND}</b> 3 &lt; 4.\x00\ud800</p>"
    assert [span.text for span in read("", told(articleBody=body)).paragraphs] == [LEAD, f"{SECOND} 3 < 4."]


def test_what_is_shown_is_read_alone_where_it_tells_a_story() -> None:
    hidden = f"<main><div hidden><p>{SECOND} Not shown.</p><p>{LEAD} Nor is this.</p></div></main>"
    article = read(STORY + hidden, told(articleBody="Something else."))
    assert [span.text for span in article.paragraphs] == [LEAD, SECOND]
    assert "Not shown" not in article.page.text
    assert "Something else" not in article.page.text


@pytest.mark.parametrize(
    "page",
    [
        f'<div class="dialog" style="display:none"><p>{LEAD}</p><p>{SECOND}</p></div>',
        f"<noscript><h1>Sorry</h1><p>{LEAD}</p></noscript>",
    ],
)
def test_a_hidden_box_is_no_story(page: str) -> None:
    with pytest.raises(PageError, match="no text of a story"):
        read(page)


def test_two_stories_in_json_ld_are_not_taken_for_one() -> None:
    with pytest.raises(PageError, match="no text of a story"):
        read("", told() + told(headline="Ferries"))
