"""Queries as text that a person could have typed."""

import calendar
import datetime
import re

from onrecord.web.queries.fields import ALL, FIELDS
from onrecord.web.queries.query import MEDIA, Query

# What a bare value has none of.
_SPECIAL = re.compile(r'[\s"“”„‟\\]')
_ESCAPED = re.compile(r'["“”„‟\\]')


def query_text(query: Query) -> str:
    """Return a query as text, which `parse_query` understands as the same.

    A query for words of Teodor Vash is "harbour speaker:"Teodor Vash"".
    """
    parts = [query.words] if query.words else []
    for name in FIELDS:
        if name == "medium":
            media = (ALL,) if query.medium == MEDIA else query.medium or ()
            parts += [f"medium:{one}" for one in media]
        else:
            value = getattr(query, name)
            if value is not None:
                parts.append(f"{name}:{_written(name, value)}")
    return " ".join(parts)


def _written(name: str, value: object) -> str:
    return _day(value, last=name == "until") if isinstance(value, datetime.date) else _value(str(value))


def _day(day: datetime.date, *, last: bool) -> str:
    """Return a day, or the month or year of which it is the first or last one."""
    edge = calendar.monthrange(day.year, day.month)[1] if last else 1
    if day.day != edge:
        return day.isoformat()
    return day.isoformat()[: 4 if day.month == (12 if last else 1) else 7]


def _value(value: str) -> str:
    if not _SPECIAL.search(value):
        return value
    return '"' + _ESCAPED.sub(r"\\\g<0>", value) + '"'
