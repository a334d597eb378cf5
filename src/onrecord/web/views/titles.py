"""What an article is called where it stands in a row of a list."""

from collections.abc import Mapping
from typing import Any

# Some pages have no end of a headline, and a browser takes seconds to break a word of many thousand characters.
_LONGEST = 200


def title_of(row: Mapping[str, Any]) -> str:
    """Return by what the article of a row, or the one that a row is, can be known among others.

    That is its title, else the address or the file of its page, else "Untitled". What is very long is cut, with "…".
    """
    page = row["page"]
    # Where a row tells of its article, it has the title itself; an article has where that is printed, too.
    title = row["article"]["title"] if "article" in row else (row["title"] or {}).get("text")
    called: str = title or page["url"] or page["path"] or "Untitled"
    return called if len(called) <= _LONGEST else f"{called[:_LONGEST].rstrip()}…"
