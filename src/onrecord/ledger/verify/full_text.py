"""The full-text indices: that they hold the words of their rows, and find them."""

from collections.abc import Iterator
from contextlib import closing
from itertools import zip_longest

from sqlalchemy import Connection, func, select

from onrecord.folding import fold
from onrecord.ledger.rows import NEWEST_FIRST, OLDEST_FIRST
from onrecord.ledger.store import FULL_TEXT, articles, quantities, registry, statements
from onrecord.ledger.verify.problem import Problem

_SAID = """
    SELECT statements.id, said.words, (
        SELECT group_concat(text, char(10)) FROM (
            SELECT text FROM spans WHERE spans.statement = statements.key AND part = 'content' ORDER BY number
        )
    )
    FROM statements LEFT JOIN said ON said.rowid = {rank}
""".format(rank=NEWEST_FIRST.format(table="statements"))
_COUNTED = f"""
    SELECT quantities.id FROM quantities
    LEFT JOIN counted ON counted.rowid = {OLDEST_FIRST.format(table="quantities")}
    LEFT JOIN spans AS thing ON thing.quantity = quantities.key AND thing.part = 'counted'
    LEFT JOIN spans AS sentence ON sentence.quantity = quantities.key AND sentence.part = 'sentence'
    WHERE counted.words IS NOT
    coalesce(unit, '') || char(10) || coalesce(thing.text, '') || char(10) || sentence.text
"""
_TITLED = """
    SELECT articles.id, articles.title, titled.title FROM articles LEFT JOIN titled ON titled.rowid = articles.key
"""
# Each word of an index, how often it stands there, and a sum over its places: the rows and the positions in them.
_WORDS = """
    SELECT term, count(*), sum(doc % 2147483629), sum((doc % 2147483629 * 1009 + offset) % 2147483647)
    FROM temp.{} GROUP BY term
"""


def verify_full_text(connection: Connection) -> Iterator[Problem]:
    """Yield the problems of the full-text indices: of what they hold, and of what they find."""
    for identifier, indexed, words in connection.exec_driver_sql(_SAID):
        if indexed != words:
            yield Problem("ledger", f"statement {identifier}", "the full-text index does not hold its words")
    for (identifier,) in connection.exec_driver_sql(_COUNTED):
        yield Problem("ledger", f"quantity {identifier}", "the full-text index does not hold its words")
    for identifier, title, indexed in connection.exec_driver_sql(_TITLED):
        if indexed != (None if title is None else fold(title)):
            yield Problem("ledger", f"article {identifier}", "the full-text index does not hold its title")
    for index, column in (
        ("said", statements.c.key),
        ("named", registry.c.key),
        ("counted", quantities.c.key),
        ("titled", articles.c.title),
    ):
        row = f"full-text index {index}"
        indexed = connection.exec_driver_sql(f"SELECT count(*) FROM {index}").scalar_one()
        if indexed != connection.execute(select(func.count(column))).scalar_one():
            yield Problem("ledger", row, f"does not hold as many rows as there are {column.table.name}")
        if not _indexed_as_written(connection, index):
            yield Problem("ledger", row, "does not find the words that it holds")


def _indexed_as_written(connection: Connection, index: str) -> bool:
    """Index anew what a full-text table holds, and say whether its own index has every word at the same place.

    SQLite's own check of such a table counts as writing: it would make other processes wait, and not work on a ledger
    that may only be read. The copy is a temporary table, outside the ledger's file.
    """
    column, tokenizer = FULL_TEXT[index]
    connection.exec_driver_sql(
        f"CREATE VIRTUAL TABLE temp.anew USING fts5({column}, tokenize = '{tokenizer}', content = '')"
    )
    connection.exec_driver_sql(f"INSERT INTO temp.anew (rowid, {column}) SELECT rowid, {column} FROM {index}")
    connection.exec_driver_sql(f"CREATE VIRTUAL TABLE temp.kept_words USING fts5vocab(main, {index}, instance)")
    connection.exec_driver_sql("CREATE VIRTUAL TABLE temp.anew_words USING fts5vocab(temp, anew, instance)")
    kept = connection.exec_driver_sql(_WORDS.format("kept_words"))
    anew = connection.exec_driver_sql(_WORDS.format("anew_words"))
    with closing(kept), closing(anew):
        same = all(one == other for one, other in zip_longest(kept, anew))
    for table in ("kept_words", "anew_words", "anew"):
        connection.exec_driver_sql(f"DROP TABLE temp.{table}")
    return same
