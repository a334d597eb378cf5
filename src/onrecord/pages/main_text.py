"""What trafilatura says of a page, and when the page says it was published: its main text and its metadata.

Barbaresi, "Trafilatura: A Web Scraping Library and Command-Line Tool for Text Discovery and Extraction", ACL 2021
demonstrations. It takes any page apart with hundreds of rules; where it breaks on one, it is read without what it would
have said.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Any, NamedTuple

import trafilatura
from lxml import etree

from onrecord.pages.declared_moments import declared_moment
from onrecord.pages.metadata_elements import prune
from onrecord.records import Metadata

DEEPEST = 200
"""Elements in elements: deeper than any page that a person made."""

# What looking for main text costs grows with the square of the short paragraphs, and of the cells of a row.
_MOST_BLOCKS = 5_000
_SPACE = re.compile(r"\s+")
_ADDRESS = re.compile(r"\b(?:https?|www)\b", re.IGNORECASE)
# Without a place for a day in it nothing is looked for.
_NO_DATE = {"outputformat": "none"}


class MainText(NamedTuple):
    """The main text of a page, with that of its stories where it has several, and which mode found it."""

    texts: tuple[str, ...]
    extractor: str


def said_of(tree: Any, stories: list[Any], blocks: int) -> tuple[Iterator[MainText], Metadata]:  # noqa: ANN401
    """Return the main texts of a page of so many blocks, each mode's when it is asked for, and the page's metadata.

    The tree is pruned of what would take long to ask for metadata (`prune`), nothing of which is shown. One that is
    deeper than any page that a person made is asked for nothing, one of more blocks not for its main text. Of such
    pages, and of those on which trafilatura breaks, there is no main text.
    """
    if _is_deep(tree):
        return iter(()), Metadata()
    prune(tree)
    return _main_texts(tree, stories) if blocks <= _MOST_BLOCKS else iter(()), _metadata(tree)


def _is_deep(tree: Any) -> bool:  # noqa: ANN401
    depth = deepest = 0
    for event, _ in etree.iterwalk(tree, events=("start", "end")):
        depth += 1 if event == "start" else -1
        deepest = max(deepest, depth)
    return deepest > DEEPEST


def _main_texts(tree: Any, stories: list[Any]) -> Iterator[MainText]:  # noqa: ANN401
    told = "\n".join(_SPACE.sub(" ", p.text_content()) for story in stories for p in story.iter("p"))
    for name, extract in _EXTRACTORS.items():
        try:
            found = extract(tree)
        except Exception:
            continue
        if found:
            yield MainText((found, told) if told else (found,), f"trafilatura, {name}")


def _extracted(tree: Any, *, precise: bool) -> str | None:  # noqa: ANN401
    return trafilatura.extract(
        tree, favor_precision=precise, favor_recall=not precise, include_comments=False, include_tables=True
    )


# In the order in which they are asked.
_EXTRACTORS: Mapping[str, Callable[[Any], str | None]] = {
    "precise": partial(_extracted, precise=True),
    "recall": partial(_extracted, precise=False),
    "baseline": lambda tree: trafilatura.baseline(tree)[1],
}


def _names(authors: str | None) -> str | None:
    """Return names without addresses, and each once ("Ana Gill; Ana-Gill; https; Www Herald Com")."""
    names: dict[str, str] = {}
    for name in (authors or "").split("; "):
        if name and not _ADDRESS.search(name):
            names.setdefault("".join(filter(str.isalpha, name.casefold())), name)
    return "; ".join(names.values()) or None


def _metadata(tree: Any) -> Metadata:  # noqa: ANN401
    try:
        document = trafilatura.extract_metadata(tree, date_config=dict(_NO_DATE))
        url = document.url
    except Exception:
        return Metadata(published=declared_moment(tree, "published"), updated=declared_moment(tree, "updated"))
    return Metadata(
        document.title,
        _names(document.author),
        document.sitename,
        declared_moment(tree, "published"),
        declared_moment(tree, "updated"),
        canonical=url,
    )
