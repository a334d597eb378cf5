"""Teasers: cards that each lead to another story, by a linked line and some words of it, several alike side by side."""

from collections import defaultdict
from itertools import islice
from typing import Any

# So many alike are a list of teasers.
_LEAST = 3
# A card has no more characters, nor more elements.
_LONGEST = 600
_MOST_PARTS = 60
# "" where nothing follows.
_MARKS = {"", "“", '"', "‘", "'"}
_CARDS = {"div", "li", "article", "section"}


def teasers(tree: Any) -> set[Any]:  # noqa: ANN401 -- lxml has no types
    """Return the elements of a page that are teasers."""
    alike: dict[tuple[Any, str, str], list[Any]] = defaultdict(list)
    for element in tree.iter(*_CARDS):
        classes = element.get("class")
        if classes:
            alike[element.getparent(), element.tag, classes].append(element)
    lists = ([one for one in some if _leads_elsewhere(one)] for some in alike.values() if len(some) >= _LEAST)
    return {element for cards in lists if len(cards) >= _LEAST for element in cards}


def _leads_elsewhere(element: Any) -> bool:  # noqa: ANN401
    """Say whether the first words of an element are all of a link, and words follow that are none."""
    parts = list(islice(element.iter(), _MOST_PARTS + 1))
    if len(parts) > _MOST_PARTS:
        return False
    link = next((part for part in parts if part.tag == "a"), None)
    if link is None or (link.get("href") or "#").startswith("#"):
        return False
    linked, text = _words(link), _words(element)
    block = link.getparent()
    alone = block is not element and _words(block) == linked
    behind = text[len(linked) :].strip()
    # Readers and experts whose words follow their names are no teasers.
    return alone and bool(linked) and text.startswith(linked) and behind[:1] not in _MARKS and len(text) <= _LONGEST


def _words(element: Any) -> str:  # noqa: ANN401
    return " ".join("".join(islice(element.itertext(), 3 * _MOST_PARTS)).split())
