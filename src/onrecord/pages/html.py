"""The visible text of an HTML page, block by block, and which of it is the story.

trafilatura says what is main content and reads the metadata (Barbaresi, "Trafilatura: A Web Scraping Library and
Command-Line Tool for Text Discovery and Extraction", ACL 2021 demonstrations). What it leaves out is boilerplate.
"""

import datetime
import re
from collections.abc import Iterator
from typing import Any

import htmldate
import lxml.html
import trafilatura
from lxml import etree

from onrecord.errors import PageError
from onrecord.records import Block, Metadata
from onrecord.vocabulary import BlockRole

_HIDDEN = {"script", "style", "noscript", "template", "head", "svg", "iframe", "object", "canvas", "select", "option"}
_INLINE = {
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins",
    "kbd", "label", "mark", "q", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
}  # fmt: skip
_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
_APART = {"nav", "footer", "aside", "form", "button", "dialog", "menu", "input", "textarea"}
_APART_ROLES = {"navigation", "banner", "contentinfo", "complementary", "dialog", "search", "alert"}
# Deeper than any page that a person made.
_DEEPEST = 200
# Less main text than this share of the page's prose, and the blocks' own roles are believed instead.
_LEAST_MAIN = 0.3
# An <article> with less running text is a teaser.
_LEAST_STORY = 150
# A heading with fewer words names a site or a section.
_LEAST_TITLE = 4
_SPACE = re.compile(r"\s+")


def extract(markup: str, subject: str) -> tuple[str, tuple[Block, ...], Metadata]:
    """Return the visible text of a page, its blocks with their roles, and its metadata.

    Raises:
        PageError: there is no visible text, or the markup cannot be read.
    """
    try:
        parser = lxml.html.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
        tree = lxml.html.document_fromstring(markup.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise PageError(
            subject, f"is not HTML that can be read ({error})", "save the page again, or as text"
        ) from error
    stories = _stories(tree)
    pieces = list(_blocks(tree, stories))
    if not pieces:
        raise PageError(subject, "shows no text", "save the page as text once it has loaded")
    main, metadata = _main_text(tree, stories, pieces)
    blocks: list[Block] = []
    at = 0
    for (piece, _), role in zip(pieces, _kept_roles(pieces, main), strict=True):
        blocks.append(Block(at, at + len(piece), role))
        at += len(piece) + 1
    return "\n".join(piece for piece, _ in pieces), tuple(blocks), metadata


def _kept_roles(pieces: list[tuple[str, BlockRole]], main: str | None) -> list[BlockRole]:
    """Return the role of each block: boilerplate if the main text lacks it, and a heading with what it heads."""
    roles: list[BlockRole] = []
    after: BlockRole = "boilerplate"
    for piece, role in reversed(pieces):
        kept = role
        if main is not None and role in {"text", "heading"} and _squeezed(piece) not in main:
            kept = "boilerplate" if role == "text" or after == "boilerplate" else role
        roles.append(kept)
        after = kept
    return roles[::-1]


def _stories(tree: Any) -> list[Any]:  # noqa: ANN401 -- lxml has no types
    """Return the elements that each hold a story, where the page holds several: no teasers, no parts of a live blog."""
    stories = [
        article
        for article in tree.iter("article")
        if next(article.iterancestors("article"), None) is None
        and len(paragraphs := list(article.iter("p"))) > 1
        and sum(len(paragraph.text_content()) for paragraph in paragraphs) >= _LEAST_STORY
    ]
    for heading in tree.iter("h1"):
        inside = {element.tag for element in heading.iterancestors()}
        if len(heading.text_content().split()) >= _LEAST_TITLE and not inside & {"article", "header", "nav", "footer"}:
            # One title stands over them all.
            return []
    return stories if len(stories) > 1 else []


def _blocks(tree: Any, stories: list[Any]) -> Iterator[tuple[str, BlockRole]]:  # noqa: ANN401 -- lxml has no types
    """Yield the text of each block in document order with the role its markup gives it."""
    titles = [next(story.iter("h1", "h2"), None) for story in stories]
    roles: list[BlockRole] = []
    pending: list[str] = []

    def flush() -> Iterator[tuple[str, BlockRole]]:
        joined = _SPACE.sub(" ", "".join(pending)).strip()
        pending.clear()
        if joined:
            yield joined, roles[-1] if roles else "text"

    walk = etree.iterwalk(tree, events=("start", "end"))
    for event, element in walk:
        tag = element.tag if isinstance(element.tag, str) else ""
        if event == "start":
            if tag in _HIDDEN or _is_hidden(element):
                # A skipped element still ends; its end only adds its tail.
                walk.skip_subtree()
                continue
            if tag not in _INLINE:
                yield from flush()
                roles.append(_role(element, tag, roles, titles))
            pending.append(element.text or "")
        else:
            hidden = tag in _HIDDEN or _is_hidden(element)
            if not hidden and tag not in _INLINE:
                yield from flush()
                roles.pop()
            pending.append(element.tail or "")
    yield from flush()


def _role(element: Any, tag: str, roles: list[BlockRole], titles: list[Any]) -> BlockRole:  # noqa: ANN401
    above = roles[-1] if roles else "text"
    if tag in _APART or (element.get("role") or "").casefold() in _APART_ROLES or len(roles) > _DEEPEST:
        return "boilerplate"
    if above == "boilerplate":
        return above
    if tag == "h1" or any(element is title for title in titles):
        return "title"
    if tag in _HEADINGS:
        return "heading"
    if tag == "figcaption" or (above == "text" and "caption" in (element.get("class") or "").casefold()):
        return "caption"
    return above


def _is_hidden(element: Any) -> bool:  # noqa: ANN401
    style = (element.get("style") or "").replace(" ", "").casefold()
    return element.get("hidden") is not None or "display:none" in style or "visibility:hidden" in style


def _main_text(tree: Any, stories: list[Any], pieces: list[tuple[str, BlockRole]]) -> tuple[str | None, Metadata]:  # noqa: ANN401
    """Return the main text, squeezed, as trafilatura sees it (None if it sees too little), and the metadata."""
    try:
        found = trafilatura.extract(tree, favor_recall=True, include_comments=False, include_tables=True) or ""
        for story in stories:
            found += "\n" + " ".join(_SPACE.sub(" ", p.text_content()) for p in story.iter("p"))
        metadata = _metadata(tree)
    except RecursionError:
        return None, Metadata()
    prose = sum(len(piece) for piece, role in pieces if role == "text")
    if len(found) < _LEAST_MAIN * prose:
        return None, metadata
    return _squeezed(found), metadata


def _metadata(tree: Any) -> Metadata:  # noqa: ANN401
    dates = {"extensive_search": False, "original_date": True, "outputformat": "%Y-%m-%d"}
    document = trafilatura.extract_metadata(tree, date_config=dates)
    if document is None:
        return Metadata()
    updated = htmldate.find_date(tree, extensive_search=False, original_date=False)
    return Metadata(
        document.title,
        document.author,
        document.sitename,
        _day(document.date),
        _day(updated),
        canonical=document.url,
    )


def _day(written: str | None) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(written) if written else None
    except ValueError:
        return None


def _squeezed(text: str) -> str:
    """Return only the letters and digits of `text`: trafilatura changes white space and punctuation."""
    return "".join(c for c in text if c.isalnum())
