from typing import Any

from onrecord.web.views.titles import title_of

PAGE = {"url": "https://news.example/bridge", "path": "bridge.html"}


def test_title_else_address_else_file() -> None:
    row: dict[str, Any] = {"page": PAGE, "title": {"text": "The bridge"}}
    assert title_of(row) == "The bridge"
    assert title_of(row | {"title": None}) == "https://news.example/bridge"
    assert title_of({"page": PAGE | {"url": None}, "title": None}) == "bridge.html"
    assert title_of({"page": {"url": None, "path": None}, "title": None}) == "Untitled"


def test_article_that_a_row_is_in() -> None:
    row = {"page": PAGE, "article": {"title": "The bridge"}}
    assert title_of(row) == "The bridge"
    assert title_of({"page": PAGE, "article": {"title": None}}) == "https://news.example/bridge"


def test_what_is_very_long_is_cut() -> None:
    cut = title_of({"page": PAGE, "article": {"title": "a" * 5000}})
    assert cut == "a" * 200 + "…"
