"""Statements as a person reads them."""

from onrecord.cli.render.tables import print_answer, print_table
from onrecord.cli.render.terminal import err
from onrecord.cli.render.text import Text
from onrecord.ledger import StatementRow, Statements

_COLUMNS = ("statement", "day", "speaker", "said")


def print_statements(found: Statements, *, json: bool) -> None:
    """Print statements as a table, a line each, or as JSON."""
    print_answer(found, _COLUMNS, _row, flexible="said", json=json)


def print_hidden(count: int) -> None:
    """Say on standard error that so many statements would be found if all were looked at, if any."""
    if count:
        err.print(f"{count:,} would be with --all: of what is thought, or read with less confidence.")


def print_statement(statement: StatementRow) -> None:
    """Print all that is known of a statement, a line for each field."""
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
    if page["canonical"]:
        rows.insert(-1, ["it claims", page["canonical"]])
    print_table(["statement", statement["id"]], rows, flexible=statement["id"])


def _row(statement: StatementRow) -> list[str | Text]:
    day = statement["said_on"] or statement["article"]["published"] or ""
    return [statement["id"], day, _speakers(statement), _words(statement)]


def _speakers(statement: StatementRow) -> str:
    names = ", ".join(speaker["name"] for speaker in statement["speakers"])
    return names or (f"({statement['source']['text']})" if statement["source"] else "?")


def _words(statement: StatementRow) -> Text:
    words = " ... ".join(" ".join(span["text"].split()) for span in statement["content"])
    text = Text(words, style="" if statement["kind"] == "direct" else "italic")
    if statement["modality"] != "said":
        text.append(f" ({statement['modality']})", style="dim not italic")
    return text
