"""Commands about articles: list, and show for one of them or for a statement."""

from typing import Annotated

import typer

from onrecord.cli.options import DEFAULT_LEDGER, SHOWN, Json, LedgerFile, Limit, MediumOption, media
from onrecord.cli.render import coloured_article, in_context, out, print_articles, print_json, print_statement
from onrecord.ledger import Ledger


def list_(limit: Limit = None, ledger: LedgerFile = DEFAULT_LEDGER, json: Json = False) -> None:
    """List the articles in the ledger."""
    with Ledger(ledger, create=False) as book:
        articles = book.articles(limit=limit)
    if json:
        print_json(articles)
    else:
        print_articles(articles if limit else articles[:SHOWN], total=len(articles))


def show(
    id: Annotated[str, typer.Argument(metavar="STATEMENT|ARTICLE", help="An id, or its first characters.")],
    medium: MediumOption = "said",
    ledger: LedgerFile = DEFAULT_LEDGER,
    json: Json = False,
) -> None:
    """Show a statement with its place on the page, or an article with its statements coloured by speaker."""
    with Ledger(ledger, create=False) as book:
        if id.startswith("s"):
            statement = book.statement(id)
            article = book.article(statement["article"]["id"])
            if json:
                print_json(statement)
            else:
                print_statement(statement)
                out.print(in_context(statement, article, book.article_text(article["id"])))
        else:
            article = book.article(id)
            statements = book.statements(article=article["id"], media=media(medium))
            if json:
                print_json(article | {"statements": list(statements)})
            else:
                out.print(coloured_article(article, statements, book.article_text(article["id"])))
