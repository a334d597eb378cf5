"""Articles in which somebody says something, told in a line."""

import datetime
from dataclasses import replace

from onrecord import Entity, Ledger
from tests.ledger.records import make_page, read, span

FIRST = datetime.date(2031, 3, 1)


def said(
    ledger: Ledger, name: str, words: str, day: int | None, *, host: str = "herald", against: str | None = None
) -> str:
    """Store an article in which somebody says something so many days after the first; return the statement's id.

    It accuses whoever it is `against`, who is named in the words.
    """
    text = f"“{words},” {name} told the {host}."
    place = "".join(letter for letter in words if letter.isalnum())
    page = make_page(text, url=f"https://{host}.example/{place}-{day}")
    when = None if day is None else FIRST + datetime.timedelta(days=day)
    [article] = read(page, (name, words), day=when)
    if against is not None:
        target = Entity(f"t{page.sha256[:6]}", against, "person", mentions=(span(text, against),))
        [made] = article.statements
        accusation = replace(made, act="accuse", targets=(target,))
        article = replace(article, entities=(*article.entities, target), statements=(accusation,))
    assert ledger.add_page(page, [article], reader="r1")
    return article.statements[0].id
