"""What was found for an article, as rows of the ledger."""

import json
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, insert

from onrecord.ledger.rows import link_id
from onrecord.ledger.store import links
from onrecord.linking import Copy, FoundLink, Narration, Story


def take_away(connection: Connection, article: int) -> None:
    """Take away the links that were found when an article was compared."""
    connection.exec_driver_sql("DELETE FROM links WHERE found_with = ?", (article,))


def take_away_all(connection: Connection, article: int) -> None:
    """Take away all links of an article, whichever was compared when they were found."""
    for column in ("found_with", "later_article", "earlier_article"):
        connection.exec_driver_sql(f"DELETE FROM links WHERE {column} = ?", (article,))


def write_copy(connection: Connection, copy: Copy, original: Narration) -> None:
    """Write that an article is, or may be, a copy of another: of its original, or of what that is a copy of."""
    through = "" if copy.original.key == original.key else f", {copy.original.id}, a copy of this"
    row = _row("copy", copy.narration.id, original.id) | {
        "found_with": copy.narration.key,
        "later_article": copy.narration.key,
        "earlier_article": original.key,
        "later": None,
        "earlier": None,
        "confidence": copy.confidence,
        "asserted": copy.sure,
        "evidence": "[]",
        "reason": f"{copy.reason}{through}",
    }
    connection.execute(insert(links).values(row))


def write_links(connection: Connection, story: Story, found: Sequence[tuple[FoundLink, int, int]]) -> None:
    """Write links between statements, each with the keys of the articles of its later and its earlier end."""
    rows = [
        _row(one.kind, one.later.id, one.earlier.id)
        | {
            "found_with": story.key,
            "later_article": later,
            "earlier_article": earlier,
            "later": one.later.key,
            "earlier": one.earlier.key,
            "confidence": round(one.confidence, 3),
            "asserted": one.sure,
            "evidence": json.dumps(
                [[word.claim.key, word.span.start, word.span.end, word.span.text] for word in one.evidence]
            ),
            "reason": one.reason,
        }
        for one, later, earlier in found
    ]
    if rows:
        connection.execute(insert(links), rows)


def _row(kind: str, later: str, earlier: str) -> dict[str, Any]:
    """Return the kind of a link, and its id."""
    return {"id": link_id(kind, later, earlier), "kind": kind}
