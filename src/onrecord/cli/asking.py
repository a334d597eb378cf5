"""Commands that ask the ledger: who, said, figures, events, show, list, stats."""

from pathlib import Path
from typing import Annotated, get_args

import typer
from rich.text import Text

from onrecord.cli.amounts import amount, asserting
from onrecord.cli.colouring import coloured_article, in_context
from onrecord.cli.happenings import COLUMNS, event_row
from onrecord.cli.options import (
    DEFAULT_LEDGER,
    SHOWN,
    HappenedSince,
    HappenedUntil,
    HoldsSince,
    HoldsUntil,
    Json,
    KindOption,
    LedgerFile,
    Limit,
    MediumOption,
    Since,
    Until,
    limited,
    media,
)
from onrecord.cli.terminal import err, out, print_answer, print_json, print_rest, print_table
from onrecord.ledger import Ledger, QuantityRow, StatementRow, Statements
from onrecord.records import Root


def who(
    name: Annotated[str, typer.Argument(help="A speaker's name, or a part of it: whole words.")],
    since: Since = None,
    until: Until = None,
    kind: KindOption = None,
    medium: MediumOption = "said",
    limit: Limit = None,
    ledger: LedgerFile = DEFAULT_LEDGER,
    json: Json = False,
) -> None:
    """Show what a person or organisation said."""
    with Ledger(ledger, create=False) as book:
        found = book.statements(
            speaker=name, since=since, until=until, kind=kind, media=media(medium), limit=limited(limit, json=json)
        )
        _print_statements(found, json=json)


def said(
    words: Annotated[str, typer.Argument(help='Words that were said; "a phrase" in quotes, a beginning with *.')],
    since: Since = None,
    until: Until = None,
    kind: KindOption = None,
    medium: MediumOption = "said",
    limit: Limit = None,
    ledger: LedgerFile = DEFAULT_LEDGER,
    json: Json = False,
) -> None:
    """Show who said these words."""
    with Ledger(ledger, create=False) as book:
        found = book.statements(
            words=words, since=since, until=until, kind=kind, media=media(medium), limit=limited(limit, json=json)
        )
        _print_statements(found, json=json)


def figures(
    words: Annotated[
        str,
        typer.Argument(help='Words of what is counted, its unit or its sentence; "a phrase" in quotes, beginnings*.'),
    ],
    since: HoldsSince = None,
    until: HoldsUntil = None,
    plot: Annotated[
        Path | None, typer.Option(metavar="FILE.svg|png", help="Also draw them over time, whose each is by colour.")
    ] = None,
    limit: Limit = None,
    ledger: LedgerFile = DEFAULT_LEDGER,
    json: Json = False,
) -> None:
    """Show what figures were claimed of something, over time: how many, who says so, and where it is printed."""
    with Ledger(ledger, create=False) as book:
        found = book.quantities(words, since=since, until=until, limit=limited(limit, json=json or plot is not None))
    if plot is not None:
        # Imported here, since drawing takes long to import and is seldom asked for.
        from onrecord.cli.plotting import plot_figures  # noqa: PLC0415

        undated = plot_figures(found, words, plot)
        err.print(f"{len(found) - undated:,} figures drawn in {plot}, {undated:,} of no known day left out.")
    print_answer(
        found, ["when", "figure", "hedge", "who", "where printed"], _figure_row, flexible="where printed", json=json
    )


def events(
    actor: Annotated[str | None, typer.Option(metavar="NAME", help="Who acts: a name, words of it, or an id.")] = None,
    recipient: Annotated[
        str | None, typer.Option(metavar="NAME", help="Who is acted upon: a name, words of it, or an id.")
    ] = None,
    type: Annotated[
        Root | None,
        typer.Option(metavar="ROOT", help=f"One of {', '.join(get_args(Root.__value__))}."),
    ] = None,
    since: HappenedSince = None,
    until: HappenedUntil = None,
    plot: Annotated[
        Path | None, typer.Option(metavar="FILE.svg|png", help="Also draw them over time, a row for each type.")
    ] = None,
    limit: Limit = None,
    ledger: LedgerFile = DEFAULT_LEDGER,
    json: Json = False,
) -> None:
    """Show who did what to whom, when, whether it happened or is only said to have, and where it is printed."""
    with Ledger(ledger, create=False) as book:
        found = book.events(
            actor=actor,
            recipient=recipient,
            type=type,
            since=since,
            until=until,
            limit=limited(limit, json=json or plot is not None),
        )
    if plot is not None:
        from onrecord.cli.plotting import plot_events  # noqa: PLC0415 -- as in `figures`

        undated = plot_events(found, plot)
        err.print(f"{len(found) - undated:,} events drawn in {plot}, {undated:,} of no known day left out.")
    print_answer(found, COLUMNS, event_row, flexible=COLUMNS[-1], json=json)


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
                _print_fields(statement)
                out.print(in_context(statement, article, book.article_text(article["id"])))
        else:
            article = book.article(id)
            statements = book.statements(article=article["id"], media=media(medium))
            if json:
                print_json(article | {"statements": list(statements)})
            else:
                out.print(coloured_article(article, statements, book.article_text(article["id"])))


def list_(limit: Limit = None, ledger: LedgerFile = DEFAULT_LEDGER, json: Json = False) -> None:
    """List the articles in the ledger."""
    with Ledger(ledger, create=False) as book:
        articles = book.articles(limit=limit)
        if json:
            print_json(articles)
            return
        shown = articles if limit else articles[:SHOWN]
        rows = [
            [a["id"], a["published"] or "", a["title"]["text"] if a["title"] else "", a["page"]["path"] or ""]
            for a in shown
        ]
        print_table(["article", "published", "title", "page"], rows, flexible="title")
        print_rest(len(articles) - len(shown))


def stats(ledger: LedgerFile = DEFAULT_LEDGER, json: Json = False) -> None:
    """Count what is in the ledger."""
    with Ledger(ledger, create=False) as book:
        counted = book.stats()
    if json:
        print_json(counted)
        return
    rows = [[name.replace("_", " "), _plain(value)] for name, value in counted.items()]
    print_table(["what", "in the ledger"], rows, flexible="in the ledger")


def _plain(value: object) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{name} {_plain(count)}" for name, count in value.items())
    if isinstance(value, list):
        return "; ".join(map(_plain, value))
    return f"{value:,}" if isinstance(value, int) else "" if value is None else str(value)


def _print_statements(found: Statements, *, json: bool) -> None:
    print_answer(found, ["statement", "day", "speaker", "said"], _row, flexible="said", json=json)


def _row(statement: StatementRow) -> list[str | Text]:
    day = statement["said_on"] or statement["article"]["published"] or ""
    return [statement["id"], day, _speakers(statement), _words(statement)]


def _figure_row(figure: QuantityRow) -> list[str | Text]:
    when = figure["as_of"] or figure["article"]["published"] or ""
    hedge = figure["hedge"]["text"] if figure["hedge"] else ""
    return [when, amount(figure), hedge, asserting(figure), _marked(figure)]


def _marked(figure: QuantityRow) -> Text:
    """Return the article and the sentence of a figure, which is in bold there."""
    span, sentence = figure["span"], figure["sentence"]
    start, end = span["start"] - sentence["start"], span["end"] - sentence["start"]
    where = Text(f"{figure['article']['id']}  ", style="dim")
    parts = (sentence["text"][:start], span["text"], sentence["text"][end:])
    for words, style in zip(parts, ("", "bold", ""), strict=True):
        where.append(" ".join(words.split(" ")).replace("\n", " "), style=style)
    return where


def _speakers(statement: StatementRow) -> str:
    names = ", ".join(speaker["name"] for speaker in statement["speakers"])
    return names or (f"({statement['source']['text']})" if statement["source"] else "?")


def _words(statement: StatementRow) -> Text:
    words = " ... ".join(" ".join(span["text"].split()) for span in statement["content"])
    text = Text(words, style="" if statement["kind"] == "direct" else "italic")
    if statement["modality"] != "said":
        text.append(f" ({statement['modality']})", style="dim not italic")
    return text


def _print_fields(statement: StatementRow) -> None:
    page, article, cue = statement["page"], statement["article"], statement["cue"]
    rows: list[list[str | Text]] = [
        ["speaker", _speakers(statement)],
        ["said", _words(statement)],
        ["kind", f"{statement['kind']}, {statement['medium']}, {statement['act']}"],
        ["cue", cue["text"] if cue else ""],
        ["source", statement["source"]["text"] if statement["source"] else ""],
        ["confidence", f"{statement['confidence']:.2f}"],
        ["article", f"{article['id']}  {article['title'] or ''}"],
        ["published", article["published"] or "unknown"],
        ["page", page["url"] or page["path"] or page["sha256"]],
        ["characters", ", ".join(f"{span['start']}-{span['end']}" for span in statement["content"])],
    ]
    print_table(["statement", statement["id"]], rows, flexible=statement["id"])
