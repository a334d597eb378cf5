"""Links: what the user decided of them, and that their ends and the words that show them are what is stored."""

import json
from collections.abc import Iterator
from functools import lru_cache

from sqlalchemy import Connection

from onrecord.ledger.judgements import HeldLink, holding_for_links, kept_link
from onrecord.ledger.rows import LINKS_NEWEST_FIRST, link_id
from onrecord.ledger.store import unpacked_text
from onrecord.ledger.verify.problem import Problem, guarded

_NOTED = """
    SELECT judgement, later_page, earlier_page, link, later_article, earlier_article, later, earlier, evidence
    FROM judged_links
"""
# Links that are not as judgements make them, or are judged and not between the ends of the judgement, or not ranked so.
_JUDGED = f"""
    SELECT links.id, 'is not as it was judged' FROM links
    LEFT JOIN judged_links ON judged_links.link = links.id
    LEFT JOIN judgements ON judgements.key = judged_links.judgement
    WHERE confirmed IS NOT (judgements.kind = 'confirm_link')
    OR (confirmed IS NOT NULL AND asserted != confirmed) OR (confirmed IS NULL AND found IS NOT NULL)
    UNION ALL SELECT links.id, 'is judged and has other ends' FROM links
    JOIN judged_links ON judged_links.link = links.id
    WHERE (links.later_article, links.earlier_article, links.later, links.earlier)
    IS NOT (judged_links.later_article, judged_links.earlier_article, judged_links.later, judged_links.earlier)
    UNION ALL SELECT id, 'is not ranked by the day of its later statement' FROM links
    WHERE rank IS NOT {LINKS_NEWEST_FIRST}
    UNION ALL SELECT link, 'is confirmed and not there' FROM judged_links
    JOIN judgements ON judgements.key = judgement
    WHERE kind = 'confirm_link' AND link IS NOT NULL AND link NOT IN (SELECT id FROM links)
"""
_KEPT = "SELECT * FROM links WHERE confirmed IS NOT NULL AND found IS NULL"
_ENDS = """
    SELECT links.id, links.kind, evidence, found_with, later_article, earlier_article,
        coalesce(one.id, later_article.id) AS later_id, coalesce(other.id, earlier_article.id) AS earlier_id,
        one.article AS one_article, other.article AS other_article
    FROM links
    LEFT JOIN statements AS one ON one.key = links.later LEFT JOIN statements AS other ON other.key = links.earlier
    LEFT JOIN articles AS later_article ON later_article.key = links.later_article
    LEFT JOIN articles AS earlier_article ON earlier_article.key = links.earlier_article
    ORDER BY links.later_article, links.key
"""
_READING = "SELECT reading FROM articles JOIN statements ON statements.article = articles.key WHERE statements.key = ?"
# Texts of pages that are kept at hand: links of one article are to the same few.
_AT_HAND = 100


def verify_links(connection: Connection) -> Iterator[Problem]:
    """Yield the problems of links and of what was decided of them."""
    for part in (_noted, _judged, _kept, _ends):
        yield from guarded("ledger", "links", part(connection))


def _noted(connection: Connection) -> Iterator[Problem]:
    """Yield the judgements that are not noted for the links that they hold for."""
    noted = {HeldLink(*row) for row in connection.exec_driver_sql(_NOTED)}
    for judgement in sorted({one.judgement for one in noted ^ set(holding_for_links(connection))}):
        yield Problem("ledger", f"judgement j{judgement}", "is not noted rightly for the link that it holds for")


def _judged(connection: Connection) -> Iterator[Problem]:
    for link, reason in connection.exec_driver_sql(_JUDGED):
        yield Problem("ledger", f"link {link}", reason)


def _kept(connection: Connection) -> Iterator[Problem]:
    """Yield the links that linking does not find and that are not as the judgement tells which keeps them."""
    held = {one.link: one for one in holding_for_links(connection)}
    for row in connection.exec_driver_sql(_KEPT):
        if row.id not in held:
            continue
        for name, value in kept_link(connection, held[row.id]).items():
            if getattr(row, name) != value:
                yield Problem("ledger", f"link {row.id}", f"its {name} is not what was confirmed")


def _ends(connection: Connection) -> Iterator[Problem]:
    """Yield the links whose id, articles or evidence are not those of their ends."""

    @lru_cache(_AT_HAND)
    def text_of(reading: int) -> str:
        blob = connection.exec_driver_sql("SELECT text FROM readings WHERE key = ?", (reading,)).scalar_one()
        return unpacked_text(blob)

    for row in connection.exec_driver_sql(_ENDS):
        name = f"link {row.id}"
        if row.id != link_id(row.kind, row.later_id, row.earlier_id):
            yield Problem("ledger", name, "is not between the ends that its id was made of")
        own = (None, None) if row.kind == "copy" else (row.later_article, row.earlier_article)
        if own != (row.one_article, row.other_article) or row.found_with not in {
            row.later_article,
            row.earlier_article,
        }:
            yield Problem("ledger", name, "is not between the articles of its ends")
        for statement, start, end, words in json.loads(row.evidence):
            reading = connection.exec_driver_sql(_READING, (statement,)).scalar_one()
            if text_of(reading)[start:end] != words:
                yield Problem("ledger", name, f"its evidence at {start}-{end} is not what the page says there")
