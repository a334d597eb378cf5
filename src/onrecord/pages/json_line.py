"""The page that a line of JSON Lines holds: its fields, each checked for what it is to be."""

import json

from onrecord.errors import PageError
from onrecord.pages.printed_dates import written_day
from onrecord.pages.zoned_times import with_time
from onrecord.records import Metadata, Moment
from onrecord.web_address import web_address

_FIELDS = ("text", "html", "url", "title", "published", "updated", "outlet", "byline")
# Python makes no number of more digits; a longer one is kept as it is written.
_MOST_DIGITS = 4_300
_REMEDY = "mend the line; the others are not affected"

type _Object = dict[str, object]


def read_fields(line: str, subject: str) -> _Object:
    """Return the fields of a line of JSON; one that is read stands there once.

    Raises:
        PageError: the line is not JSON, no object, or an object with neither a text nor HTML.
    """
    twice: list[str] = []

    def members(pairs: list[tuple[str, object]]) -> _Object:
        # The object around all others comes last.
        twice[:] = [name for name in _FIELDS if sum(key == name for key, _ in pairs) > 1]
        return dict(pairs)

    try:
        fields = json.loads(line, parse_int=_integer, object_pairs_hook=members)
    except json.JSONDecodeError as error:
        raise PageError(subject, f"is not JSON at character {error.pos} ({error.msg})", _REMEDY) from error
    except RecursionError as error:
        raise PageError(subject, "is JSON nested too deep", "leave the line out") from error
    if not isinstance(fields, dict) or not isinstance(fields.get("text") or fields.get("html"), str):
        reason = 'has neither a "text" nor a "html" that is a string'
        raise PageError(subject, reason, f"give objects with some of {', '.join(_FIELDS)}")
    if twice:
        raise PageError(subject, f'has "{twice[0]}" more than once', "write each field once")
    return fields


def holds_page(line: bytes) -> bool:
    """Say whether a line is a page in JSON: an object with a text or HTML."""
    try:
        fields = json.loads(line, parse_int=_integer)
    except (ValueError, RecursionError):
        return False
    return isinstance(fields, dict) and ("text" in fields or "html" in fields)


def content(fields: _Object) -> tuple[str, bool]:
    """Return the text of a page, or its HTML, and whether it is HTML."""
    given = fields.get("text")
    return (_characters(given), False) if given and isinstance(given, str) else (_characters(str(fields["html"])), True)


def metadata(fields: _Object, subject: str) -> Metadata:
    """Return what a line says beside the page itself; what is no string is left out.

    Raises:
        PageError: a date is none, or may be two.
    """
    return Metadata(
        title=_string(fields, "title"),
        byline=_string(fields, "byline"),
        outlet=_string(fields, "outlet"),
        published=_moment(fields, "published", subject),
        updated=_moment(fields, "updated", subject),
        url=web_address(_string(fields, "url")),
    )


def _integer(digits: str) -> int | str:
    return int(digits) if len(digits) <= _MOST_DIGITS else digits


def _characters(text: str) -> str:
    """Return `text` with a mark for each lone surrogate, which JSON can hold and which is no character."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _string(fields: _Object, name: str) -> str | None:
    value = fields.get(name)
    return " ".join(_characters(value).split()) or None if isinstance(value, str) else None


def _moment(fields: _Object, name: str, subject: str) -> Moment | None:
    written = fields.get(name)
    if written is None or written == "":
        return None
    day = written_day(str(written)) if isinstance(written, str | int) else None
    if day is None:
        shown = repr(_characters(written)[:40]) if isinstance(written, str) else type(written).__name__
        reason = f"has {name!r} that is no date, or more than one: {shown}"
        raise PageError(subject, reason, "write it as YYYY-MM-DD")
    return with_time(day, str(written))
