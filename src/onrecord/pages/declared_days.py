"""The days that a page declares for its story, in the elements made for that: JSON-LD of schema.org, and metadata.

A day that a picture, a video or the site's analytics has is another's. Where a page declares none, `main_text` asks
htmldate, which looks everywhere.
"""

import datetime
import json
from collections.abc import Iterator
from typing import Any, Literal

from onrecord.pages.publication_date import parse_date, possible

type Which = Literal["published", "updated"]

_ARTICLES = ("article", "report", "posting", "newspage", "liveblog")
_FIELDS: dict[Which, str] = {"published": "datePublished", "updated": "dateModified"}
_PROPERTIES: dict[Which, str] = {"published": "article:published_time", "updated": "article:modified_time"}


def declared_day(tree: Any, which: Which) -> datetime.date | None:  # noqa: ANN401 -- lxml has no types
    """Return the local day of publication or of the last change that a page declares, None where it declares none."""
    field = _FIELDS[which]
    found = [
        *(story.get(field) for story in _stories(tree)),
        *(meta.get("content") for meta in tree.iter("meta") if meta.get("property") == _PROPERTIES[which]),
        *(
            one.get("datetime") or one.get("content")
            for one in tree.iter("time", "meta")
            if one.get("itemprop") == field
        ),
    ]
    days = (_day(written) for written in found if isinstance(written, str))
    return next((day for day in days if day is not None), None)


def _stories(tree: Any) -> Iterator[dict[str, Any]]:  # noqa: ANN401
    """Yield the objects of articles in the JSON-LD of a page, those that stand alone before parts of others."""
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or "").casefold():
            continue
        try:
            waiting = [json.loads(script.text or "", strict=False)]
        except (ValueError, RecursionError):
            continue
        for found in waiting:
            if isinstance(found, list):
                waiting += found
            elif isinstance(found, dict):
                if any(kind in str(found.get("@type"))[:100].casefold() for kind in _ARTICLES):
                    yield found
                waiting += [found[part] for part in ("@graph", "mainEntity", "mainEntityOfPage") if part in found]


def _day(written: str) -> datetime.date | None:
    """Return the day of a moment as ISO 8601 writes it, in its own time zone, or of another complete date."""
    try:
        day = datetime.datetime.fromisoformat(written.strip()).date()
    except ValueError:
        return None if "T" in written else parse_date(written)
    return day if possible(day) else None
