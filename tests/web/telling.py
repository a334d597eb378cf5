"""Articles in which somebody says something, told in a line."""

import datetime
from dataclasses import replace

from onrecord import Ledger, Statement
from tests.ledger.records import make_page, read

FIRST = datetime.date(2031, 3, 1)


def said(ledger: Ledger, name: str, words: str, day: int | None, *, host: str = "herald", **changed: object) -> str:
    """Store an article in which somebody says something so many days after the first; return the statement's id.

    `changed` are fields of the statement.
    """
    text = f"“{words},” {name} told the {host}."
    place = "".join(letter for letter in words if letter.isalnum())
    page = make_page(text, url=f"https://{host}.example/{place}-{day}")
    when = None if day is None else FIRST + datetime.timedelta(days=day)
    [article] = read(page, (name, words), day=when)
    statements: list[Statement] = [replace(one, **changed) for one in article.statements]  # type: ignore[arg-type]
    assert ledger.add_page(page, [replace(article, statements=tuple(statements))], reader="r1")
    return article.statements[0].id
