"""Queries as text that a person could have typed."""

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
                parts.append(f"{name}:{_value(str(value))}")
    return " ".join(parts)


def _value(value: str) -> str:
    if not _SPECIAL.search(value):
        return value
    return '"' + _ESCAPED.sub(r"\\\g<0>", value) + '"'
