"""The outlet that printed an article, under one name however pages spell it."""

from collections.abc import Mapping
from functools import cache
from urllib.parse import urlsplit

from onrecord import lexicons
from onrecord.folding import fold

_NAMES = "outlet_names.tsv"


def outlet_name(printed: str | None, url: str | None) -> str | None:
    """Return the one name of an outlet: as the page prints it, or else the host it was got from; else None.

    Spellings that a table knows have one name: "AP", "The Associated Press" and "apnews.com" are "AP". Of others
    "Orlen Herald" stays, and "https://www.herald.example/levy" is "herald.example".
    """
    own = " ".join((printed or "").split())
    if own:
        return _names().get(fold(own).removeprefix("www."), own)
    host = (urlsplit(url).hostname or "").removeprefix("www.") if url else ""
    return _names().get(host, host) or None


@cache
def _names() -> Mapping[str, str]:
    return lexicons.mapping(_NAMES)
