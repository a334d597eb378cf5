"""A story that a page holds and does not show: hidden until a script runs, for browsers without, or in JSON-LD.

It is asked for where nothing that is shown tells a story. Nothing is executed.
"""

import html
import re
from collections.abc import Callable, Iterator, Mapping
from itertools import islice
from typing import Any

from lxml import etree

from onrecord.pages.declared_moments import told_stories

_UNTIL_SCRIPTS = {"noscript", "template"}
_STORY = {"article", "main", "h1"}
# So many paragraphs of so many characters tell a story.
_PARAGRAPHS, _PARAGRAPH = 2, 80
# No more of an element, of a body, and above an element are looked at.
_MOST_PARTS, _MOST_LINES, _HIGHEST = 2_000, 5_000, 200
_TAG = re.compile(r"<[^<>]{1,500}>")


def is_hidden(element: Any) -> bool:  # noqa: ANN401 -- lxml has no types
    """Say whether an element says of itself that it is not shown."""
    style = (element.get("style") or "").replace(" ", "").casefold()
    return element.get("hidden") is not None or "display:none" in style or "visibility:hidden" in style


def _show_hidden(tree: Any) -> bool:  # noqa: ANN401
    """Show what is hidden and tells the story: in an article, or with a title; say whether anything does."""
    outermost = [one for one in _hidden(tree) if _tells(one)]
    hidden = [one for outer in outermost for one in outer.iter() if _is_unshown(one) and _tells(one)]
    for element in hidden:
        if element.tag in _UNTIL_SCRIPTS:
            element.tag = "div"
        for name in ("hidden", "style"):
            element.attrib.pop(name, None)
    return bool(hidden)


def _hidden(tree: Any) -> Iterator[Any]:  # noqa: ANN401
    """Yield what is hidden, the outermost elements."""
    walk = etree.iterwalk(tree, events=("start",))
    for _, element in walk:
        if _is_unshown(element):
            walk.skip_subtree()
            yield element


def _is_unshown(element: Any) -> bool:  # noqa: ANN401
    return element.tag in _UNTIL_SCRIPTS or is_hidden(element)


def _tells(element: Any) -> bool:  # noqa: ANN401
    parts = list(islice(element.iter(), _MOST_PARTS))
    paragraphs = {"".join(islice(one.itertext(), _MOST_PARTS)).strip() for one in parts if one.tag == "p"}
    if sum(len(paragraph) >= _PARAGRAPH for paragraph in paragraphs) < _PARAGRAPHS:
        return False
    return any(one.tag in _STORY for one in (*parts, *islice(element.iterancestors(), _HIGHEST)))


def _show_body(tree: Any) -> bool:  # noqa: ANN401
    """Show the body of the one article that JSON-LD tells, below its headline; say whether it tells one."""
    bodies = [story for story in told_stories(tree) if isinstance(story.get("articleBody"), str)]
    page = tree.find(".//body")
    if len(bodies) != 1 or page is None:
        return False
    article = etree.SubElement(page, "article")
    headline = bodies[0].get("headline")
    if isinstance(headline, str) and next(tree.iter("h1"), None) is None:
        etree.SubElement(article, "h1").text = _plain(headline)
    for line in bodies[0]["articleBody"].splitlines()[:_MOST_LINES]:
        if text := _plain(line):
            etree.SubElement(article, "p").text = text
    return True


def _plain(text: str) -> str:
    """Return text without markup, and without characters that no tree can hold."""
    shown = html.unescape(_TAG.sub(" ", text))
    return " ".join("".join(c for c in shown if c.isprintable() or c.isspace()).split())


UNSHOWN: Mapping[str, Callable[[Any], bool]] = {"hidden text": _show_hidden, "JSON-LD": _show_body}
"""What shows in a tree, for good, what its page does not show, in the order in which they are asked; each says whether
there was anything."""
