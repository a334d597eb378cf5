"""Commands about one thing or all articles: articles, show."""

import re
from contextlib import suppress
from typing import Annotated

import typer

from onrecord.cli.ledger_file import open_to_read
from onrecord.cli.options import DEFAULT_LEDGER, All, Confidence, Json, LedgerFile, Limit, MediumOption, limited, shown
from onrecord.cli.render import (
    coloured_article,
    in_context,
    other_ends,
    out,
    print_articles,
    print_debris,
    print_entity,
    print_explanation,
    print_json,
    print_links,
    print_statement,
)
from onrecord.errors import NotFoundError, UsageError
from onrecord.ledger import ArticleRow, EntityRow, Ledger, StatementRow

Debris = Annotated[bool, typer.Option("--debris", help="Show what of an article's page was set aside, and why.")]
Why = Annotated[bool, typer.Option("--why", help="Show which rules and scores gave each field of a statement.")]
# The first characters of ids: the digit tells them from a word. What begins with e may be an article's or an entity's.
_STATEMENT_ID = re.compile(r"s(?=[0-9a-f]*[0-9])[0-9a-f]+|s")
_ARTICLE_ID = re.compile(r"(?!e)(?=[0-9a-f]*[0-9])[0-9a-f]+(-[0-9]*)?")
# Characters that are shown before and after a mention.
_AROUND = 60


def articles(limit: Limit = None, path: LedgerFile = DEFAULT_LEDGER, json: Json = False) -> None:
    """List the articles in the ledger."""
    with open_to_read(path) as ledger:
        print_articles(ledger.articles(limit=limited(limit, whole=json)), json=json)


def show(
    id: Annotated[
        str,
        typer.Argument(
            metavar="STATEMENT|ARTICLE|ENTITY", help="An id, or its first characters; a title; a name of an entity."
        ),
    ],
    medium: MediumOption = None,
    confidence: Confidence = None,
    all: All = False,
    why: Why = False,
    debris: Debris = False,
    path: LedgerFile = DEFAULT_LEDGER,
    json: Json = False,
) -> None:
    """Show a statement with its place on the page, an article with its statements coloured by speaker, or an entity.

    Of a statement it is told which others it repeats, denies, answers, ..., and which do so to it, with --all also
    where that is not certain. Which statements of an article are coloured is chosen with --medium, --confidence or
    --all. With --why a statement is shown with the rules and scores that gave each of its fields; with --debris, of an
    article what was set aside of its page, and why.
    """
    with open_to_read(path) as ledger:
        if _STATEMENT_ID.fullmatch(id) and why:
            _show_why(ledger, ledger.statement(id), json=json)
            return
        if why:
            raise UsageError(
                f"--why {id}",
                "is not the id of a statement",
                "list the statements of an article: `onrecord statements --article`",
            )
        if _STATEMENT_ID.fullmatch(id):
            _show_statement(ledger, ledger.statement(id), offered=all, json=json)
            return
        article = _article(ledger, id)
        if debris:
            _show_debris(article, id, json=json)
            return
        if article is None:
            entity = ledger.entity(id)
            if json:
                print_json(entity)
            else:
                print_entity(entity, _first_line(ledger, entity))
            return
        statements = ledger.statements(article=article["id"], **shown(medium, confidence, all=all))
        if json:
            print_json(article | {"statements": list(statements)})
        else:
            out.print(coloured_article(article, statements, ledger.article_text(article["id"])))


def _show_statement(ledger: Ledger, statement: StatementRow, *, offered: bool, json: bool) -> None:
    links = ledger.links(statement["id"], offered=offered, limit=limited(None, whole=json))
    if json:
        print_json(statement | {"links": list(links)})
        return
    article = ledger.article(statement["article"]["id"])
    print_statement(statement)
    out.print(in_context(statement, article, ledger.article_text(article["id"])))
    print_links(statement, links, {id: ledger.statement(id) for id in other_ends(statement["id"], links)})


def _show_debris(article: ArticleRow | None, asked: str, *, json: bool) -> None:
    if article is None:
        raise UsageError(f"--debris {asked}", "is no article", "list them: `onrecord articles`")
    from onrecord.pages import why_debris  # noqa: PLC0415 -- takes long to import, and seldom needed

    told = [{**span, "why": why_debris(span["text"])} for span in article["debris"]]
    if json:
        print_json(told)
    else:
        print_debris(told)


def _show_why(ledger: Ledger, statement: StatementRow, *, json: bool) -> None:
    explanation = ledger.explain(statement["id"])
    if json:
        print_json(explanation)
    else:
        print_explanation(statement, explanation)


def _first_line(ledger: Ledger, entity: EntityRow) -> str:
    """Return the text around the first mention of an entity, on one line; nothing of one that no article names."""
    for appearance in entity["appearances"]:
        for mention in appearance["mentions"]:
            text = ledger.article_text(appearance["article"]["id"])
            before = text[max(mention["start"] - _AROUND, 0) : mention["start"]].split("\n")[-1]
            after = text[mention["end"] : mention["end"] + _AROUND].split("\n")[0]
            return " ".join(f"{before}{mention['text']}{after}".split())
    return ""


def _article(ledger: Ledger, asked: str) -> ArticleRow | None:
    """Return the article that is meant: by its id, or by its title if no entity is called so; None for an entity.

    Raises:
        UsageError: neither is in the ledger, or several may be meant.
    """
    if _ARTICLE_ID.fullmatch(asked):
        with suppress(NotFoundError):
            return ledger.article(asked)
    try:
        ledger.entity(asked)
    except NotFoundError as unknown:
        try:
            return ledger.article(asked)
        except NotFoundError:
            raise unknown from None
    return None
