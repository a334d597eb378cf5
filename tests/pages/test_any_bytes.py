"""Whatever the bytes, they are a page or one line that says why not."""

import gzip
import json
import tempfile
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from onrecord import PageError
from onrecord.pages import InputFile, cut, from_text, load, parse
from onrecord.records import Article, Page, Span
from tests.fuzz.seeds import paragraphs, pieces

MEDIA_TYPES = ("text/plain", "text/html", "application/json")

_PIECES = some.sampled_from(pieces()) | some.sampled_from(paragraphs()) | some.text(max_size=20)
_TEXTS = some.lists(_PIECES, max_size=12).map("".join)
_TAGS = some.sampled_from(("p", "div", "b", "article", "h1", "form", "table", "td", "figcaption", "time", "meta", "a"))
_ATTRIBUTES = some.sampled_from(
    (
        "",
        " class=caption",
        " hidden",
        " style='display: none'",
        ' datetime="2025-01-01T00:00+99:99"',
        " name=author",
        " a='",
    )
)
_MARKUP = some.lists(
    some.tuples(_TAGS, _ATTRIBUTES, _TEXTS, some.booleans()).map(
        lambda made: f"<{made[0]}{made[1]}>{made[2]}" + (f"</{made[0]}>" if made[3] else "")
    ),
    max_size=8,
).map("".join)
_VALUES = some.recursive(
    some.none() | some.booleans() | some.floats() | some.integers(-(10**30), 10**30) | _TEXTS,
    lambda inner: some.lists(inner, max_size=3) | some.dictionaries(some.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)
_FIELDS = some.dictionaries(
    some.sampled_from(("text", "html", "url", "title", "published", "updated", "outlet", "byline", "x")), _VALUES
)
_JSON = some.builds(lambda fields, text: json.dumps({"text": text} | fields), _FIELDS, _TEXTS)
_BYTES = some.binary(max_size=200) | (_TEXTS | _MARKUP | _JSON).map(lambda text: text.encode("utf-8", "surrogatepass"))

some_bytes = settings(max_examples=100, deadline=None)


def parsed(body: bytes, media_type: str) -> Page | PageError:
    try:
        return parse(body, media_type)
    except PageError as error:
        return error


def spans_of(article: Article) -> list[Span]:
    parts = [*article.paragraphs, *article.headings, *article.debris, *(one.span for one in article.captions)]
    parts += [label.span for label in (article.title, article.byline, article.outlet) if label and label.span]
    return parts


@some_bytes
@given(_BYTES, some.sampled_from(MEDIA_TYPES))
def test_bytes_give_a_page_or_one_line(body: bytes, media_type: str) -> None:
    page = parsed(body, media_type)
    if isinstance(page, PageError):
        assert "\n" not in page.reason
        return
    page.text.encode("utf-8")
    for said in (page.metadata.title, page.metadata.byline, page.metadata.outlet, page.metadata.url):
        (said or "").encode("utf-8")
    assert page == parsed(body, media_type)


@some_bytes
@given(_BYTES, some.sampled_from(MEDIA_TYPES))
def test_blocks_lie_in_the_text_one_after_the_other(body: bytes, media_type: str) -> None:
    page = parsed(body, media_type)
    if isinstance(page, PageError):
        return
    assert all(0 <= block.start < block.end <= len(page.text) for block in page.blocks)
    assert all(one.end <= other.start for one, other in pairwise(page.blocks))
    covered = "".join(page.text[block.start : block.end] for block in page.blocks)
    assert "".join(covered.split()) == "".join(page.text.split())


@some_bytes
@given(_TEXTS | _MARKUP)
def test_articles_are_spans_of_the_page_or_one_line(text: str) -> None:
    try:
        page = from_text(text)
        articles = cut(page)
    except PageError as error:
        assert "\n" not in error.reason
        return
    assert articles
    for article in articles:
        assert all(page.text[span.start : span.end] == span.text for span in spans_of(article))


FILES: dict[str, Callable[[bytes], bytes]] = {
    "a.txt": lambda body: body,
    "a.html": lambda body: body,
    "a.jsonl": lambda body: body + b"\n" + body,
    "a.txt.gz": gzip.compress,
    "a.jsonl.gz": lambda body: gzip.compress(body)[:-5],
    "a": lambda body: b"\x1f\x8b" + body,
}


@pytest.mark.parametrize("name", FILES)
@settings(max_examples=25, deadline=None)
@given(body=_BYTES)
def test_a_file_gives_pages_and_errors(name: str, body: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, name)
        path.write_bytes(FILES[name](body))
        for found in load(InputFile(str(path), path.stat().st_size)):
            assert isinstance(found, Page | PageError)
