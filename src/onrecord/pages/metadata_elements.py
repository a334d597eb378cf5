"""The elements of a page that hold metadata, pruned of those that would take long to ask.

trafilatura puts together the names of authors at a cost that grows with their cube, and searches JSON that is broken by
patterns whose cost grows with the square of its length. Pages that people made have a handful of the one and little
of the other.
"""

import json
import re
from collections.abc import Iterator
from typing import Any

# In characters, each over a whole page: of the names of authors; of scripts, and of those that are not shown to be
# harmless; of all other metadata, and of one element of these.
_AUTHORS = 3_000
_SCRIPTS = 1_000_000
_UNPROVEN = 10_000
_CONTENT = 100_000
_LONGEST_CONTENT = 5_000
# Characters looked at to take the tags out of a script: those that open and do not close, by its length.
_MOST_STEPS = 20_000_000
_OF_AUTHORS = re.compile(r"auth|creator|byl", re.IGNORECASE)


def prune(tree: Any) -> None:  # noqa: ANN401 -- lxml has no types
    """Empty the scripts and metadata of a tree beyond what a page needs; nothing of them is shown.

    Two hundred characters of authors stay, a list of a thousand authors goes; a story of 100,000 characters in valid
    JSON-LD stays, as much that is no JSON goes.
    """
    authors = _AUTHORS
    unproven = _UNPROVEN
    content = _CONTENT
    scripts = _SCRIPTS
    for meta in tree.iter("meta"):
        length = len(meta.get("content") or "")
        if any(_OF_AUTHORS.search(meta.get(name) or "") for name in ("name", "property", "itemprop")):
            authors -= length
            kept = authors >= 0
        else:
            content -= length
            kept = length <= _LONGEST_CONTENT and content >= 0
        if not kept:
            meta.attrib.pop("content", None)
    for script in tree.iter("script"):
        text = script.text or ""
        if "json" not in (script.get("type") or "").casefold():
            continue
        scripts -= len(text)
        names = _names(text) if scripts >= 0 and _steps(text) <= _MOST_STEPS else None
        if names is not None and names <= authors:
            authors -= names
        else:
            unproven -= len(text)
            if unproven < 0:
                script.text = ""


def _steps(text: str) -> int:
    """Return how many characters are looked at for the ends of tags and comments that have none."""
    return len(text) * (text.count("<!--") + text.count("<", text.rfind(">") + 1))


def _names(text: str) -> int | None:
    """Return the characters of the authors and persons in a script; None where it is no JSON."""
    names: set[str] = set()

    def look(fields: dict[str, Any]) -> dict[str, Any]:
        names.update(_strings(fields.get("author")))
        if "person" in str(fields.get("@type"))[:100].casefold():
            names.update(_strings(fields))
        return fields

    try:
        json.loads(text, strict=False, object_hook=look)
    except (ValueError, RecursionError):
        return None
    return sum(map(len, names))


def _strings(value: object) -> Iterator[str]:
    """Yield the strings in lists, and in the names of objects, at any depth."""
    waiting = [value]
    while waiting:
        found = waiting.pop()
        if isinstance(found, str):
            yield found
        elif isinstance(found, list):
            waiting += found
        elif isinstance(found, dict):
            waiting += (part for key, part in found.items() if "name" in key.casefold())
