"""The days that a page declares for its story, in the elements made for that: JSON-LD of schema.org, and metadata.

A day that a picture, a comment, another story or the site's analytics has is another's. Where a page declares none,
`main_text` asks htmldate, which looks everywhere.
"""

import datetime
import json
import re
from collections.abc import Iterator
from itertools import islice
from typing import Any, Literal

from onrecord.pages.publication_date import parse_date, possible

type Which = Literal["published", "updated"]

_ARTICLES = {"report", "blogposting", "liveblogposting", "socialmediaposting", "newspage"}
_FIELDS: dict[Which, str] = {"published": "datePublished", "updated": "dateModified"}
_PROPERTIES: dict[Which, str] = {"published": "article:published_time", "updated": "article:modified_time"}
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT")
_APART = {"aside", "nav", "footer"}
_MOST_TITLES, _MOST_OBJECTS = 20, 1_000


def declared_day(tree: Any, which: Which) -> datetime.date | None:  # noqa: ANN401 -- lxml has no types
    """Return the local day of publication or of the last change that a page declares, None where it declares none.

    First counts an article of the JSON-LD that has one of the page's titles as headline, then the page's metadata, then
    a lone article of the JSON-LD, then what is marked up in the page.
    """
    stories = list(_stories(tree))
    titles = set(_titles(tree))
    own = [story for story in stories if _folded(story.get("headline") or story.get("name")) in titles]
    field = _FIELDS[which]
    found = [
        *(story.get(field) for story in own),
        *(meta.get("content") for meta in tree.iter("meta") if meta.get("property") == _PROPERTIES[which]),
        *(story.get(field) for story in stories if len(stories) == 1),
        *(one.get("datetime") or one.get("content") for one in tree.iter("time", "meta") if _is_of_story(one, field)),
    ]
    days = (_day(written) for written in found if isinstance(written, str))
    return next((day for day in days if day is not None), None)


def _stories(tree: Any) -> Iterator[dict[str, Any]]:  # noqa: ANN401
    """Yield the objects of articles in the JSON-LD of a page, but for those that are parts of others."""
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or "").casefold():
            continue
        try:
            waiting = [json.loads(script.text or "", strict=False)]
        except (ValueError, RecursionError):
            continue
        for found in islice(waiting, _MOST_OBJECTS):
            if isinstance(found, list):
                waiting += found[:_MOST_OBJECTS]
            elif isinstance(found, dict):
                kinds = found.get("@type")
                if any(_is_article(kind) for kind in (kinds if isinstance(kinds, list) else [kinds])):
                    yield found
                waiting += [found[part] for part in ("@graph", "mainEntity", "mainEntityOfPage") if part in found]


def _is_article(kind: object) -> bool:
    """Say whether a type is an article ("NewsArticle", "https://schema.org/Report"; not "JobPosting")."""
    name = str(kind)[:100].casefold().rpartition("/")[2]
    return name.endswith("article") or name in _ARTICLES


def _titles(tree: Any) -> Iterator[str]:  # noqa: ANN401
    """Yield the titles of a page, folded: its headings of the first level, and that of its metadata."""
    for heading in islice(tree.iter("h1"), _MOST_TITLES):
        yield _folded("".join(islice(heading.itertext(), _MOST_TITLES)))
    for meta in tree.iter("meta"):
        if meta.get("property") == "og:title":
            yield _folded(meta.get("content"))


def _folded(title: object) -> str:
    return "".join(c for c in str(title or "")[:500].casefold() if c.isalnum()) or "-"


def _is_of_story(element: Any, field: str) -> bool:  # noqa: ANN401
    """Say whether an element has the day of the story: neither that of a comment nor one of a box."""
    if element.get("itemprop") != field:
        return False
    return not any(
        above.tag in _APART or "comment" in (above.get("itemtype") or "").casefold()
        for above in islice(element.iterancestors(), _MOST_OBJECTS)
    )


def _day(written: str) -> datetime.date | None:
    """Return the day of a moment as ISO 8601 writes it, in its own time zone, or of another complete date."""
    try:
        day = datetime.datetime.fromisoformat(written.strip()).date()
    except ValueError:
        return None if _MOMENT.match(written.strip()) else parse_date(written)
    return day if possible(day) else None
