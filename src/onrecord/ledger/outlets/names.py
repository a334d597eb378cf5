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
    label = outlet_label(printed, url)
    return None if label is None else name_of_label(label)


def outlet_label(printed: str | None, url: str | None) -> str | None:
    """Return what tells the outlet of an article: the name that the page prints, or else the host; else None."""
    own = " ".join((printed or "").split())
    if own:
        return own
    try:
        host = urlsplit(url).hostname if url else None
    except ValueError:
        return None
    return (host or "").removeprefix("www.") or None


def name_of_label(label: str) -> str:
    """Return the name of the outlet that has this label: that of the table, else the label itself."""
    return _names().get(spelling_of(label), label)


def spelling_of(label: str) -> str:
    """Return a label as it is looked up: folded, without "www."."""
    return fold(label).removeprefix("www.")


def spellings_of(name: str) -> frozenset[str]:
    """Return how labels of the outlet that is called so are looked up: all spellings of the table, else its own."""
    wanted = name_of_label(" ".join(name.split()))
    return frozenset({spelling_of(wanted), *(one for one, other in _names().items() if other == wanted)})


@cache
def _names() -> Mapping[str, str]:
    return lexicons.mapping(_NAMES)
