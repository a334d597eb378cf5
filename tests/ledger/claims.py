"""Claims of figures made by hand, in articles on one affair."""

import datetime
from dataclasses import replace

from sqlalchemy import insert, select

from onrecord import Ledger, Quantity
from onrecord.ledger.store import articles, linked, matters
from tests.ledger.records import make_page, read, span

FIRST = datetime.date(2031, 3, 1)


def claim(
    ledger: Ledger,
    name: str,
    number: float,
    thing: str,
    day: int | None,
    *,
    hedge: str = "",
    affair: tuple[int, ...] = (1, 2),
    narrated: bool = False,
    host: str = "herald",
) -> str:
    """Store an article in which somebody says how many there are, and return the id of the statement.

    `affair` are the characteristic words of the article, as linking notes them.
    """
    words = f"{hedge} {number:g} {thing} were lost".strip()
    text = f"{name} said {words} on day {day}."
    page = make_page(text, url=f"https://{host}.example/{number:g}-{day}")
    [article] = read(page, (name, words), day=None if day is None else FIRST + datetime.timedelta(days=day))
    [statement] = article.statements
    quantity = Quantity(
        f"q{page.sha256[:6]}", span(text, f"{number:g}"), number, None, None, None, span(text, thing),
        span(text, hedge) if hedge else None, None, None, None, None if narrated else statement.speakers[0], narrated,
        None if narrated else statement.id, span(text, text),
    )  # fmt: skip
    assert ledger.add_page(page, [replace(article, quantities=(quantity,))], reader="r1")
    with ledger._store.write() as connection:
        [key] = connection.execute(select(articles.c.key).where(articles.c.id == article.id)).scalars()
        connection.execute(insert(linked).values(article=key, position=f"{day or 0:03}", source=True))
        for word in affair:
            connection.execute(
                insert(matters).values(word=word, day=FIRST.toordinal() + day if day is not None else 0, article=key)
            )
    return statement.id
