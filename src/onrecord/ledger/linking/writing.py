"""What was found for an article, as rows of the ledger."""

import json
from collections.abc import Sequence

from sqlalchemy import Connection, insert

from onrecord.ledger.rows import LINKS_NEWEST_FIRST, link_id
from onrecord.ledger.store import links
from onrecord.linking import Copy, FoundLink, Narration, Story

_COPY = """
    INSERT INTO links (id, kind, found_with, later_article, earlier_article, confidence, asserted, evidence, reason)
    VALUES (:id, 'copy', :later, :later, :earlier, :confidence, :asserted, '[]', :reason)
"""

_RANK = f"UPDATE links SET rank = {LINKS_NEWEST_FIRST} WHERE found_with = ?"


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
    row = {
        "id": link_id("copy", copy.narration.id, original.id),
        "later": copy.narration.key,
        "earlier": original.key,
        "confidence": copy.confidence,
        "asserted": copy.sure,
        "reason": f"{copy.reason}{through}",
    }
    connection.exec_driver_sql(_COPY, row)


def write_links(connection: Connection, story: Story, found: Sequence[tuple[FoundLink, int, int]]) -> None:
    """Write links between statements, each with the keys of the articles of its later and its earlier end."""
    rows = [
        {
            "id": link_id(one.kind, one.later.id, one.earlier.id),
            "kind": one.kind,
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
        connection.exec_driver_sql(_RANK, (story.key,))
