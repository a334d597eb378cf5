"""Which statements each outlet carried, in the order in which they are asked for, and how many are current.

Outlets are kept as their articles label them; which labels are one outlet is told by `names` when they are asked for.
"""

from collections.abc import Iterator, Sequence
from itertools import batched

from sqlalchemy import Connection

from onrecord.ledger.outlets.names import outlet_label, spelling_of
from onrecord.ledger.rows import NEWEST_FIRST

# Articles that are labelled together.
_TOGETHER = 2_000

CARRIED = f"""
    SELECT outlets.key AS outlet, {NEWEST_FIRST.format(table="statements")} AS rank
    FROM {{labelled}} AS labelled JOIN outlets ON outlets.label = labelled.label
    JOIN statements ON statements.article = labelled.article
"""
"""Which outlet carried what, of articles with their labels: a table with the columns `article` and `label`."""

COUNTED = """
    SELECT labelled.label AS label, count(DISTINCT articles.key) AS articles, count(statements.key) AS statements
    FROM temp.labelled AS labelled
    LEFT JOIN (
        SELECT articles.key FROM articles JOIN readings ON readings.key = articles.reading AND readings.current
        JOIN pages ON pages.key = readings.page AND pages.current
    ) AS articles ON articles.key = labelled.article
    LEFT JOIN statements ON statements.article = articles.key
    GROUP BY labelled.label
"""
"""How many current articles there are with each label of `labelled_articles`, and how many statements in them."""

_LABELS = """
    SELECT articles.key, articles.outlet, pages.url FROM articles JOIN readings ON readings.key = articles.reading
    JOIN pages ON pages.key = readings.page WHERE {where}
"""
_KNOW = "INSERT OR IGNORE INTO outlets (label, spelling, articles, statements) VALUES (?, ?, 0, 0)"
_COUNT = """
    UPDATE outlets SET articles = articles + {sign},
        statements = statements + {sign} * (SELECT count(*) FROM statements WHERE article = ?)
    WHERE label = ?
"""


def carry_reading(connection: Connection, reading: int, replaced: int | None, *, current: bool) -> None:
    """Note the outlets of a reading that has just been written, and what they carried.

    `replaced` is the reading whose place it takes, which counts no more. Unless `current`, neither counts.
    """
    found = list(_labels(connection, f"articles.reading = {reading}"))
    if found:
        connection.exec_driver_sql(_KNOW, [(label, spelling_of(label)) for _, label in found])
        carried = CARRIED.format(labelled="(SELECT ? AS article, ? AS label)")
        connection.exec_driver_sql(f"INSERT OR IGNORE INTO carried {carried}", found)
    if current:
        _count(connection, found, 1)
        if replaced is not None:
            _count(connection, list(_labels(connection, f"articles.reading = {replaced}")), -1)


def carry_stored(connection: Connection) -> None:
    """Note the outlets of all that is stored and was not noted, and count anew what is current."""
    label_articles(connection)
    for some in batched(connection.exec_driver_sql("SELECT DISTINCT label FROM temp.labelled").scalars(), _TOGETHER):
        connection.exec_driver_sql(_KNOW, [(label, spelling_of(label)) for label in some])
    connection.exec_driver_sql(f"INSERT OR IGNORE INTO carried {CARRIED.format(labelled='temp.labelled')}")
    connection.exec_driver_sql("UPDATE outlets SET articles = 0, statements = 0")
    connection.exec_driver_sql(
        f"UPDATE outlets SET articles = counted.articles, statements = counted.statements FROM ({COUNTED}) AS counted "
        "WHERE counted.label = outlets.label"
    )
    connection.exec_driver_sql("DROP TABLE temp.labelled")


def label_articles(connection: Connection) -> None:
    """Make the temporary table `labelled` of all articles that tell their outlet, in all versions, with its label."""
    connection.exec_driver_sql("DROP TABLE IF EXISTS temp.labelled")
    connection.exec_driver_sql("CREATE TEMP TABLE labelled (article INTEGER PRIMARY KEY, label TEXT NOT NULL)")
    for some in batched(_labels(connection, "TRUE"), _TOGETHER):
        connection.exec_driver_sql("INSERT INTO temp.labelled VALUES (?, ?)", list(some))


def _labels(connection: Connection, where: str) -> Iterator[tuple[int, str]]:
    """Yield the articles that tell their outlet, each with the label."""
    for key, printed, url in connection.exec_driver_sql(_LABELS.format(where=where)):
        label = outlet_label(printed, url)
        if label is not None:
            yield key, label


def _count(connection: Connection, labelled: Sequence[tuple[int, str]], sign: int) -> None:
    if labelled:
        connection.exec_driver_sql(_COUNT.format(sign=sign), list(labelled))
