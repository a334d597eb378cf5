"""The times that are marked up in the body of a page and are the story's: by `itemprop`, or beside its title.

What a comment, a box, a link to another story or the foot of the page has is another's.
"""

import re
from collections.abc import Iterator, Set
from itertools import islice
from typing import Any

_APART = {"aside", "nav", "footer"}
_COMMENTS = {"comment", "comments", "comment-list", "commentlist"}
_CHANGED = re.compile(r"\b(?:updated|modified)\b", re.IGNORECASE)
# How far up the elements around one are looked at, and how many texts of one are.
_HIGHEST, _MOST_TEXTS = 1_000, 20
# A paragraph of as many characters is the story's, and what comes behind it no longer beside the title.
_STORY = 80
_LONGEST_REMARK = 60
_SHORTEST_TITLE = 10


def times_of_property(tree: Any, field: str) -> Iterator[str]:  # noqa: ANN401 -- lxml has no types
    """Yield what elements say whose `itemprop` is a field of schema.org ("datePublished"), in their order."""
    for element in tree.xpath("//*[@itemprop=$field]", field=field):
        if not _is_apart(element):
            yield _written(element)


def times_at_title(tree: Any, titles: Set[str], *, changed: bool) -> Iterator[str]:  # noqa: ANN401
    """Yield what `<time>` and `<abbr>` elements say between the title of a page and the first paragraph of its story.

    Args:
        tree: the page.
        titles: the titles in its metadata, folded.
        changed: whether those are asked for that say "updated", or the others.
    """
    beside = False
    for element in tree.iter("h1", "h2", "time", "abbr", "p"):
        if element.tag in {"h1", "h2"}:
            beside = beside or is_title(element, titles)
        elif beside and element.tag == "p" and len(_text(element)) >= _STORY and not _is_apart(element):
            return
        elif (
            beside
            and element.tag in {"time", "abbr"}
            and _says_changed(element) is changed
            and not _is_apart(element, "a")
        ):
            yield _written(element)


def is_title(heading: Any, titles: Set[str]) -> bool:  # noqa: ANN401
    """Say whether a heading is one of these titles, which may have the name of the site beside it."""
    own = folded(_text(heading))
    return len(own) >= _SHORTEST_TITLE and any(own in title for title in titles)


def folded(title: object) -> str:
    """Return a title as titles are compared: its letters and digits."""
    return "".join(c for c in str(title or "")[:500].casefold() if c.isalnum()) or "-"


def _written(element: Any) -> str:  # noqa: ANN401
    return next(filter(None, map(element.get, ("datetime", "content", "title"))), None) or _text(element)


def _text(element: Any) -> str:  # noqa: ANN401
    return " ".join("".join(islice(element.itertext(), _MOST_TEXTS)).split())


def _says_changed(time: Any) -> bool:  # noqa: ANN401
    """Say whether a time is that of an update: by its property, its own words, or the few words around it."""
    around = _text(time.getparent())
    remark = around if len(around) <= _LONGEST_REMARK else ""
    return time.get("itemprop") == "dateModified" or any(map(_CHANGED.search, (_text(time), remark)))


def _is_apart(element: Any, *more: str) -> bool:  # noqa: ANN401
    """Say whether an element is in a comment or a box, or in one of these elements besides."""
    return any(
        above.tag in _APART
        or above.tag in more
        or "comment" in (above.get("itemtype") or "").casefold()
        or (above.tag not in {"html", "body"} and not _COMMENTS.isdisjoint((above.get("class") or "").split()))
        for above in islice(element.iterancestors(), _HIGHEST)
    )
