"""When a page declares its story to be published or changed, in the elements made for that.

Those are JSON-LD of schema.org, metadata, and what is marked up in the page. A day that a picture, a comment, another
story or the site's analytics has is another's.
"""

import datetime
import json
import re
from collections.abc import Iterable, Iterator, Set
from itertools import islice
from typing import Any, Literal

from onrecord.pages.marked_times import folded, times_at_title, times_of_property
from onrecord.pages.printed_dates import possible, written_day
from onrecord.pages.zoned_times import with_time
from onrecord.records import Moment

type Which = Literal["published", "updated"]

_ARTICLES = {"report", "blogposting", "liveblogposting", "socialmediaposting", "newspage"}
_FIELDS: dict[Which, str] = {"published": "datePublished", "updated": "dateModified"}
# The names of metadata, folded: the one that is made for it, and those that are used as well. What has the name of a
# service in it is the analytics' ("parsely-pub-date", "sailthru.date").
_NAMES: dict[Which, str] = {"published": "articlepublishedtime", "updated": "articlemodifiedtime"}
_OTHER_NAMES: dict[Which, set[str]] = {
    "published": {
        "articlepublished", "citationpublicationdate", "date", "datepublished", "dcdate", "dcdateissued",
        "dctermscreated", "dctermsdate", "dctermsissued", "ogpublishedtime", "pubdate", "publicationdate", "published",
        "publisheddate", "publishedtime", "publishdate", "releasedate",
    },
    "updated": {
        "articlemodified", "articleupdated", "datemodified", "dcdatemodified", "dctermsmodified", "lastmod",
        "modifieddate", "ogupdatedtime",
    },
}  # fmt: skip
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT")
_MOST_TITLES, _MOST_OBJECTS = 20, 1_000


def declared_moment(tree: Any, which: Which) -> Moment | None:  # noqa: ANN401 -- lxml has no types
    """Return when a page declares to be published or last changed, None where it declares nothing of that.

    First counts an article of the JSON-LD that has one of the page's titles as headline, then the page's metadata, then
    a lone article of the JSON-LD, then what is marked up in the page, at last metadata of less common names.

    What counts first tells the day. Its time may be told by another of the same day. What is told in UTC is taken as
    another tells it in a zone of its own, if it is the same instant.
    """
    found = [moment for written in _declared(tree, which) if written and (moment := _moment(written)) is not None]
    if not found:
        return None
    timed = (one for one in found if one.time is not None and one.day == found[0].day)
    first = found[0] if found[0].time is not None else next(timed, found[0])
    return next((one for one in found if _is_local(one) and one.is_same_instant(first)), first)


def _declared(tree: Any, which: Which) -> Iterator[str]:  # noqa: ANN401
    stories = list(told_stories(tree))
    titles = set(_titles(tree))
    own = [story for story in stories if folded(story.get("headline") or story.get("name")) in titles]
    field = _FIELDS[which]
    yield from _strings(story.get(field) for story in own)
    yield from _metadata(tree, {_NAMES[which]})
    yield from _strings(story.get(field) for story in stories if len(stories) == 1)
    yield from times_of_property(tree, field)
    yield from _metadata(tree, _OTHER_NAMES[which])
    yield from times_at_title(tree, titles, changed=which == "updated")


def _strings(values: Iterable[object]) -> Iterator[str]:
    return (value for value in values if isinstance(value, str))


def _metadata(tree: Any, names: Set[str]) -> Iterator[str]:  # noqa: ANN401
    """Yield what the metadata of a page has under any of these names."""
    for meta in tree.iter("meta"):
        name = meta.get("property") or meta.get("name")
        if meta.get("content") and folded(name) in names:
            yield meta.get("content")


def _is_local(moment: Moment) -> bool:
    return moment.time is not None and bool(moment.time.utcoffset())


def told_stories(tree: Any) -> Iterator[dict[str, Any]]:  # noqa: ANN401
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
        yield folded("".join(islice(heading.itertext(), _MOST_TITLES)))
    for meta in tree.iter("meta"):
        if meta.get("property") == "og:title":
            yield folded(meta.get("content"))


def _moment(written: str) -> Moment | None:
    """Return the moment that ISO 8601 or another complete date tells, in its own time zone."""
    try:
        day: datetime.date | None = datetime.datetime.fromisoformat(written.strip()).date()
    except ValueError:
        day = None if _MOMENT.match(written.strip()) else written_day(written)
    return with_time(day, written) if day is not None and possible(day) else None
