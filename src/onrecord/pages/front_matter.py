"""Front matter: the YAML between two lines of dashes that opens a stored text, as archives write it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

import yaml

from onrecord.pages.printed_dates import written_day
from onrecord.pages.zoned_times import with_time
from onrecord.records import Metadata, Moment
from onrecord.web_address import web_address

_OPENING = re.compile(r"\s*---[ \t]*\r?\n(?P<fields>(?:.*\r?\n){1,60}?)---[ \t]*(?=\r?\n|\Z)")
# What fields are called, the first that is there counts.
_PRINTED = {None, '"', "'"}
_TITLE, _BYLINE, _OUTLET = ("title", "headline"), ("byline", "author"), ("outlet", "site", "publisher")
_PUBLISHED, _UPDATED = ("published", "date", "published_time"), ("updated", "modified", "modified_time", "lastmod")
_ADDRESS = ("url", "source_url", "canonical", "canonical_url", "link")


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The front matter of a text.

    Attributes:
        end: where it ends.
        title: where in the text its title stands, between the quote marks if it has any; None if it has none.
        metadata: what it tells.
    """

    end: int
    title: tuple[int, int] | None
    metadata: Metadata


def front_matter(text: str) -> FrontMatter | None:
    """Return the front matter that opens a text, None where none does or where it is no mapping of names to values."""
    opening = _OPENING.match(text)
    if opening is None:
        return None
    try:
        root = yaml.compose(opening["fields"], Loader=yaml.SafeLoader)
    except (yaml.YAMLError, RecursionError):
        return None
    if not isinstance(root, yaml.MappingNode):
        return None
    nodes = {
        name.value: value
        for name, value in root.value
        if isinstance(name, yaml.ScalarNode) and isinstance(value, yaml.ScalarNode) and value.value
    }
    title = next((nodes[name] for name in _TITLE if name in nodes), None)
    place = None
    # One in a block ("title: >") or with a tag is not printed as it is meant.
    if (
        title is not None
        and title.style in _PRINTED
        and text[opening.start("fields") + title.start_mark.index] not in "&!"
    ):
        start, end = opening.start("fields") + title.start_mark.index, opening.start("fields") + title.end_mark.index
        quoted = title.style in {'"', "'"}
        place = (start + quoted, end - quoted)
    values = {name: " ".join(str(node.value).split()) for name, node in nodes.items()}
    metadata = Metadata(
        title=_first(values, _TITLE),
        byline=_first(values, _BYLINE),
        outlet=_first(values, _OUTLET),
        published=_moment(_first(values, _PUBLISHED)),
        updated=_moment(_first(values, _UPDATED)),
        canonical=web_address(_first(values, _ADDRESS)),
    )
    return FrontMatter(opening.end(), place, metadata)


def _first(values: Mapping[str, str], names: tuple[str, ...]) -> str | None:
    return next((values[name] for name in names if values.get(name)), None)


def _moment(written: str | None) -> Moment | None:
    day = written_day(written) if written else None
    return with_time(day, written) if written and day else None
