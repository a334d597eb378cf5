"""Statements as a person reads them."""

from onrecord.cli.render.tables import print_answer, print_table
from onrecord.cli.render.terminal import err
from onrecord.cli.render.text import Text
from onrecord.ledger import StatementRow, Statements, local_day

_COLUMNS = ("statement", "day", "speaker", "act", "said")


def print_statements(found: Statements, *, json: bool) -> None:
    """Print statements as a table, a line each, or as JSON."""
    print_answer(found, _COLUMNS, _row, flexible="said", json=json)


def print_hidden(count: int) -> None:
    """Say on standard error how many statements are left out because they are thoughts or uncertain, if any are."""
    if count:
        err.print(f"{count:,} more with --all: of what is thought, or read with less confidence.")


def print_statement(statement: StatementRow) -> None:
    """Print all that is known of a statement, a line for each field."""
    page, article, cue = statement["page"], statement["article"], statement["cue"]
    rows: list[list[str | Text]] = [
        ["speaker", ", ".join(speaker["name"] for speaker in statement["speakers"]) or "?"],
        ["said", _words(statement)],
        ["kind", f"{statement['kind']}, {statement['medium']}"],
        ["act", statement["act"]],
        ["cue", cue["text"] if cue else ""],
        ["source", statement["source"]["text"] if statement["source"] else ""],
        ["confidence", f"{statement['confidence']:.2f}"],
        ["article", f"{article['id']}  {article['title'] or ''}"],
        ["said on", f"{statement['said_on']} ({statement['said_on_basis']})" if statement["said_on"] else "unknown"],
        ["published", article["published"] or "unknown"],
        ["page", page["url"] or page["path"] or page["sha256"]],
        ["characters", ", ".join(f"{span['start']}-{span['end']}" for span in statement["content"])],
    ]
    if page["canonical"]:
        rows.insert(-1, ["it claims", page["canonical"]])
    print_table(["statement", statement["id"]], rows, flexible=statement["id"])


def _row(statement: StatementRow) -> list[str | Text]:
    # An interval of days is broken at the blank where the column is narrow.
    day = (statement["said_on"] or "").replace("/", " to ") or _in_brackets(
        local_day(statement["article"]["published"])
    )
    # What does nothing but say that something is so needs no word.
    act = statement["act"] if statement["act"] != "assert" else ""
    return [statement["id"], day, _speakers(statement), act, _words(statement)]


def _speakers(statement: StatementRow) -> str:
    """Return the names of the speakers, and in brackets the words that stand for them, where these do not name them."""
    source = " ".join(statement["source"]["text"].split()) if statement["source"] else None
    names = [speaker["name"] for speaker in statement["speakers"]]
    if not names:
        return _in_brackets(source) or "?"
    named = source is None or any(word in source.split() for name in names for word in name.split())
    return ", ".join(names) + ("" if named else f" ({source})")


def _in_brackets(text: str | None) -> str:
    return f"({text})" if text else ""


def _words(statement: StatementRow) -> Text:
    words = " ... ".join(" ".join(span["text"].split()) for span in statement["content"])
    text = Text(words, style="" if statement["kind"] == "direct" else "italic")
    if statement["modality"] != "said":
        text.append(f" ({statement['modality']})", style="dim not italic")
    return text
