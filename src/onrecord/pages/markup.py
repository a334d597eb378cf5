"""The tree of an HTML page, unless it has more elements, or elements with more attributes, than any page needs.

What parsing and asking a tree cost is more than linear in some of these, so they are counted before it is parsed. The
counting goes through the markup once, as the tokenizer of the HTML standard does.
"""

import re
from typing import Any

import lxml.html

from onrecord.errors import PageError

MOST_ELEMENTS = 50_000
"""The most elements of a page; one of news has some thousands."""

MOST_ATTRIBUTES = 2_000
"""The most attributes of an element."""

_OPENING = re.compile(r"<(?:!--|[!?]|/?+(?P<name>[a-z][^\s/>]*+))", re.IGNORECASE | re.ASCII)
_ATTRIBUTE = re.compile(
    r"[\s/]*+[^\s/>][^\s/>=]*+(?:\s*+=\s*+(?:\"[^\"]*+\"?+|'[^']*+'?+|[^\s>]*+))?+",
    re.ASCII,
)
_COMMENT_END = re.compile(r"--!?>")
_EMPTY_COMMENT = re.compile(r"-?>")
# Elements whose content is no markup: they end with their own end tag only.
_RAW_END = {
    name: re.compile(rf"</{name}\b", re.IGNORECASE)
    for name in ("script", "style", "title", "textarea", "xmp", "iframe")
}


def parsed(markup: str, subject: str) -> Any:  # noqa: ANN401 -- lxml has no types
    """Return the root of a page's tree, without its comments.

    Raises:
        PageError: the markup has too many elements or attributes, is nested too deep, or cannot be read. `subject`
            names the page.
    """
    _check_size(markup, subject)
    parser = lxml.html.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        tree = lxml.html.document_fromstring(markup.encode("utf-8", "replace"), parser=parser)
    except Exception as error:
        reason = f"is not HTML that can be read ({' '.join(str(error).split())[:80]})"
        raise PageError(subject, reason, "save the page again, or as text") from error
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        raise PageError(subject, "has elements nested deeper than can be read", "save the page as text")
    return tree


def _check_size(markup: str, subject: str) -> None:
    elements = at = 0
    while (opening := _OPENING.search(markup, at)) is not None:
        at = opening.end()
        name = (opening["name"] or "").casefold()
        if opening.group() == "<!--":
            at = _after_comment(markup, at)
        elif not name:
            at = _after(markup, ">", at)
        else:
            elements += markup[opening.start() + 1] != "/"
            at = _after_attributes(markup, at, subject)
            if name in _RAW_END and markup[opening.start() + 1] != "/":
                end = _RAW_END[name].search(markup, at)
                at = end.start() if end else len(markup)
        if elements > MOST_ELEMENTS:
            reason = f"has more than {MOST_ELEMENTS:,} elements, the most of a page"
            raise PageError(subject, reason, "split it into its pages, or save it as text")


def _after_attributes(markup: str, at: int, subject: str) -> int:
    for _ in range(MOST_ATTRIBUTES):
        attribute = _ATTRIBUTE.match(markup, at)
        if attribute is None:
            return at
        at = attribute.end()
    reason = f"has an element with more than {MOST_ATTRIBUTES:,} attributes"
    raise PageError(subject, reason, "save the page as text")


def _after_comment(markup: str, at: int) -> int:
    end = _EMPTY_COMMENT.match(markup, at) or _COMMENT_END.search(markup, at)
    return end.end() if end else len(markup)


def _after(markup: str, sign: str, at: int) -> int:
    found = markup.find(sign, at)
    return found + 1 if found >= 0 else len(markup)
