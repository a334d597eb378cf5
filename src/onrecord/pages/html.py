"""The visible text of an HTML page, block by block, and which of it is the story.

trafilatura says what is main content and reads the metadata (`main_text`). What it leaves out is boilerplate.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any, NamedTuple

from lxml import etree

from onrecord.errors import PageError
from onrecord.pages import boilerplate
from onrecord.pages.blocks import text_blocks
from onrecord.pages.class_names import names_caption
from onrecord.pages.limits import check_blocks, check_characters
from onrecord.pages.main_text import DEEPEST, said_of
from onrecord.pages.markup import parsed
from onrecord.pages.story_roles import MARKUP, Piece, keep_one_title, story_roles
from onrecord.pages.teasers import teasers
from onrecord.pages.unshown import UNSHOWN, is_hidden
from onrecord.records import Block, Metadata
from onrecord.vocabulary import BlockRole

_HIDDEN = {"script", "style", "noscript", "template", "head", "svg", "iframe", "object", "canvas", "select", "option"}
# Its lines are lines, as those of plain text.
_PREFORMATTED = "pre"
_INLINE = {
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins",
    "kbd", "label", "mark", "q", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
}  # fmt: skip
_BOLD = {"b", "strong"}
_EMPHASIS = {*_BOLD, "em", "i"}
# A question in bold of so many words, with a capital behind it, is a block of its own.
_LEAST_ASKED = 3
_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
_APART = {"nav", "footer", "aside", "button", "dialog", "menu", "input", "textarea"}
_APART_ROLES = {"navigation", "banner", "contentinfo", "complementary", "dialog", "search", "alert"}
# What holds a page or a story is no caption, whatever its class.
_NO_CAPTION = {"html", "body", "main", "article"}
# A form that holds more of the page's text than this share wraps the page, and is no box to fill in.
_WRAPPING = 0.5
# An <article> with less running text is a teaser.
_LEAST_STORY = 150
# A heading with fewer words names a site or a section.
_LEAST_TITLE = 4
# What holds as many different paragraphs of as many characters, or more characters or elements, tells a story.
_STORY_PARAGRAPHS = 2
_STORY_PARAGRAPH = 80
_LONGEST_CAPTION = 2_000
_MOST_PARTS = 400
_SPACE = re.compile(r"\s+")


class Extracted(NamedTuple):
    """The visible text of a page, its blocks with their roles, its metadata, and what told the story from the rest."""

    text: str
    blocks: tuple[Block, ...]
    metadata: Metadata
    extractor: str


def extract(markup: str, subject: str) -> Extracted:
    """Return what is read from a page.

    Raises:
        PageError: there is no visible text or too much, or the markup cannot be read or has too many elements.
    """
    tree = parsed(markup, subject)
    shown = _extracted(tree, subject)
    told = shown is not None and _tells_story(shown)
    if shown is None or not told or shown.extractor == MARKUP:
        for name, show in UNSHOWN.items():
            found = _extracted(tree, subject) if show(tree) else None
            if found is not None and _tells_story(found) and (not told or found.extractor != MARKUP):
                return found._replace(extractor=f"{name}, {found.extractor}")
    if shown is None:
        raise PageError(subject, "shows no text", "save the page as text once it has loaded")
    return shown


def _tells_story(found: Extracted) -> bool:
    """Say whether a page has running text of a story."""
    texts = (found.text[block.start : block.end] for block in found.blocks if block.role == "text")
    return any(boilerplate.prose(text) and not boilerplate.title_like(text) for text in texts)


def _extracted(tree: Any, subject: str) -> Extracted | None:  # noqa: ANN401
    """Return what is read from a tree, None where it shows no text."""
    stories = _stories(tree)
    pieces = list(_Blocks(tree, stories).pieces())
    if not pieces:
        return None
    check_blocks(len(pieces), subject)
    text = "\n".join(piece.text for piece in pieces)
    check_characters(len(text), subject)
    _strip_caption_names(tree)
    found, metadata = said_of(tree, stories, len(pieces))
    if not stories:
        keep_one_title(pieces, metadata, tree.findtext(".//title") or "")
    roles, extractor = story_roles(pieces, found)
    blocks: list[Block] = []
    at = 0
    for piece, role in zip(pieces, roles, strict=True):
        blocks.append(Block(at, at + len(piece.text), role, piece.emphasised, piece.quotation))
        at += len(piece.text) + 1
    return Extracted(text, tuple(blocks), metadata, extractor)


def _stories(tree: Any) -> list[Any]:  # noqa: ANN401 -- lxml has no types
    """Return the elements that each hold a story, where the page holds several: no teasers, no parts of a live blog."""
    stories = [
        article
        for article in tree.iter("article")
        if next(article.iterancestors("article"), None) is None
        and len(paragraphs := list(article.iter("p"))) > 1
        and sum(len(paragraph.text_content()) for paragraph in paragraphs) >= _LEAST_STORY
    ]
    if len(stories) < 2 or any(_stands_over_all(heading) for heading in tree.iter("h1")):
        return []
    return stories


def _stands_over_all(heading: Any) -> bool:  # noqa: ANN401
    """Say whether a heading is the one title over all of a page's stories."""
    words = " ".join(islice(heading.itertext(), _MOST_PARTS)).split()
    return (
        len(words) >= _LEAST_TITLE and next(heading.iterancestors("article", "header", "nav", "footer"), None) is None
    )


class _Blocks:
    """The blocks of a tree, in the order of the document, with the roles that its markup gives them."""

    def __init__(self, tree: Any, stories: list[Any]) -> None:  # noqa: ANN401
        self._tree = tree
        self._teasers = teasers(tree)
        # In how many elements one stands that never hold a story.
        self._firm = 0
        self._titles = {next(story.iter("h1", "h2"), None) for story in stories}
        self._roles: list[BlockRole] = []
        self._pending: list[str] = []
        # In how many elements that set it in bold or italics one stands, and whether anything pending is in none.
        self._emphasis = 0
        self._plain = False
        # In how many block quotations one stands, and how many there were.
        self._quoting = 0
        self._quotations = 0
        # In how many elements one stands whose lines are lines.
        self._preformatted = 0
        # For each form the one around it; of the first, which stands for none, itself.
        self._around = [0]
        self._form = 0

    def pieces(self) -> list[Piece]:
        """Return the blocks; those of forms that do not wrap the page are boilerplate."""
        pieces = list(self._walk())
        apart = self._forms_apart(pieces)
        for piece in pieces:
            if apart[piece.form]:
                piece.role = "boilerplate"
        return pieces

    def _forms_apart(self, pieces: list[Piece]) -> list[bool]:
        """Say of each form whether it is a box: itself, or one around it."""
        held = [0] * len(self._around)
        for piece in pieces:
            if piece.role != "boilerplate":
                held[piece.form] += len(piece.text)
        for form in range(len(held) - 1, 0, -1):
            held[self._around[form]] += held[form]
        apart = [False]
        for form in range(1, len(held)):
            apart.append(apart[self._around[form]] or held[form] <= _WRAPPING * held[0])
        return apart

    def _walk(self) -> Iterator[Piece]:
        walk = etree.iterwalk(self._tree, events=("start", "end"))
        for event, element in walk:
            tag = element.tag if isinstance(element.tag, str) else ""
            hidden = tag in _HIDDEN or is_hidden(element)
            if event == "start" and hidden:
                # A skipped element still ends; its end only adds its tail.
                walk.skip_subtree()
            elif event == "start":
                if tag not in _INLINE:
                    yield from self._flush()
                    self._enter(element, tag)
                self._emphasis += tag in _EMPHASIS
                self._add(element.text)
            else:
                if not hidden and tag not in _INLINE:
                    yield from self._flush()
                    self._leave(element, tag)
                self._emphasis -= tag in _EMPHASIS and not hidden
                if tag in _BOLD and self._has_asked(element.tail or ""):
                    yield from self._flush()
                self._add(element.tail)
        yield from self._flush()

    def _flush(self) -> Iterator[Piece]:
        written = "".join(self._pending)
        emphasised = not self._plain
        self._pending.clear()
        self._plain = False
        lines = [written[one.start : one.end] for one in text_blocks(written)] if self._preformatted else [written]
        role = self._roles[-1] if self._roles else "text"
        quotation = self._quotations if self._quoting else 0
        for joined in (_SPACE.sub(" ", line).strip() for line in lines):
            if joined:
                yield Piece(joined, role, self._form, self._firm > 0, emphasised, quotation)

    def _has_asked(self, behind: str) -> bool:
        """Say whether all that is pending is a question in bold, and what stands behind it may answer it."""
        words = "".join(self._pending).split()
        asked = not self._emphasis and not self._plain and len(words) >= _LEAST_ASKED and words[-1].endswith("?")
        return asked and behind.lstrip()[:1].isupper()

    def _add(self, text: str | None) -> None:
        self._pending.append(text or "")
        self._plain = self._plain or (not self._emphasis and bool(text) and any(map(str.isalnum, text or "")))

    def _enter(self, element: Any, tag: str) -> None:  # noqa: ANN401
        self._roles.append(self._role(element, tag))
        self._firm += self._never_holds_story(element, tag)
        self._preformatted += tag == _PREFORMATTED
        if tag == "blockquote":
            self._quotations += not self._quoting
            self._quoting += 1
        if tag == "form":
            self._around.append(self._form)
            self._form = len(self._around) - 1

    def _leave(self, element: Any, tag: str) -> None:  # noqa: ANN401
        self._roles.pop()
        self._firm -= self._never_holds_story(element, tag)
        self._quoting -= tag == "blockquote"
        self._preformatted -= tag == _PREFORMATTED
        if tag == "form":
            self._form = self._around[self._form]

    def _never_holds_story(self, element: Any, tag: str) -> bool:  # noqa: ANN401
        """Say whether an element is apart for good; an <aside> that nobody closed may hold the story."""
        return element in self._teasers or (_is_apart(element, tag) and tag != "aside")

    def _role(self, element: Any, tag: str) -> BlockRole:  # noqa: ANN401
        above = self._roles[-1] if self._roles else "text"
        if _is_apart(element, tag) or len(self._roles) > DEEPEST:
            return "boilerplate"
        if above == "boilerplate":
            return above
        if tag == "h1" or element in self._titles:
            return "title"
        if tag in _HEADINGS:
            return "heading"
        if tag == "figcaption" or (above == "text" and _is_caption(element, tag)):
            return "caption"
        return above


def _is_apart(element: Any, tag: str) -> bool:  # noqa: ANN401
    return tag in _APART or (element.get("role") or "").casefold() in _APART_ROLES


def _is_caption(element: Any, tag: str) -> bool:  # noqa: ANN401
    """Say whether the class of an element says that it is a caption, and it holds no paragraphs of a story."""
    return tag not in _NO_CAPTION and names_caption(element.get("class") or "") and not _holds_story(element)


def _strip_caption_names(tree: Any) -> None:  # noqa: ANN401
    """Take the word from classes and ids of what is no caption and holds a paragraph, which trafilatura would drop."""
    for element in tree.iter("div", "p", "section", "span"):
        for name in ("class", "id"):
            told = element.get(name) or ""
            if "caption" in told.casefold() and _tells(element) and not _is_caption(element, element.tag):
                element.set(name, " ".join(one for one in told.split() if "caption" not in one.casefold()))


def _tells(element: Any) -> bool:  # noqa: ANN401
    return element.tag == "p" or bool(_paragraphs(list(islice(element.iter(), _MOST_PARTS))))


def _holds_story(element: Any) -> bool:  # noqa: ANN401
    parts = list(islice(element.iter(), _MOST_PARTS))
    shown = sum(len(part.text or "") + len(part.tail or "") for part in parts if part.tag not in _HIDDEN)
    told = len(_paragraphs(parts)) >= _STORY_PARAGRAPHS
    return told or shown > _LONGEST_CAPTION or len(parts) == _MOST_PARTS


def _paragraphs(parts: Iterable[Any]) -> set[str]:
    """Return the different paragraphs among elements that are long enough for a story's."""
    paragraphs = {"".join(islice(part.itertext(), _MOST_PARTS)).strip() for part in parts if part.tag == "p"}
    return {paragraph for paragraph in paragraphs if len(paragraph) >= _STORY_PARAGRAPH}
