"""Why a statement is read as it is, as a person reads it."""

from onrecord.cli.render.tables import print_table
from onrecord.cli.render.terminal import out
from onrecord.cli.render.text import Text
from onrecord.ledger import Explanation, ReasonRow, StatementRow
from onrecord.vocabulary import ReasonedField


def print_explanation(statement: StatementRow, explanation: Explanation) -> None:
    """Print each field of a statement with the rules and scores that gave it; who read it, where nobody kept them."""
    reasons = explanation["reasons"]
    if not reasons:
        out.print(Text(f"read by {explanation['reader']}"))
        return
    values = _values(statement)
    rows: list[list[str | Text]] = []
    before: ReasonedField | None = None
    told: dict[str, ReasonedField] = {}
    for reason in reasons:
        field = reason["field"]
        first = field != before
        # What is said of several fields is said in full of the first; how sure it is is a matter of its own.
        already = told.setdefault(reason["by"], field) if field != "confidence" else field
        because = _because(reason) if already == field else Text(f"as for the {already}", style="dim")
        if not first and already != field and rows[-1][2] == because:
            continue
        rows.append([field if first else "", values[field] if first else "", because, _sure(reason)])
        before = field
    print_table(["field", "is", "because", "sure"], rows, flexible="because")


def _values(statement: StatementRow) -> dict[ReasonedField, str]:
    cue, source = statement["cue"], statement["source"]
    return {
        "content": _shortened(" ... ".join(span["text"] for span in statement["content"])),
        "cue": _shortened(cue["text"] if cue else ""),
        "source": _shortened(source["text"] if source else ""),
        "speaker": ", ".join(one["name"] for one in statement["speakers"]) or "?",
        "act": statement["act"],
        "target": ", ".join(one["name"] for one in statement["targets"]),
        "date": statement["said_on"] or "unknown",
        "confidence": f"{statement['confidence']:.2f}",
    }


_MOST = 60


def _shortened(words: str) -> str:
    """Return words on one line, their end left out where they are many."""
    line = " ".join(words.split())
    return line if len(line) <= _MOST else line[: _MOST - 1].rstrip() + "…"


def _because(reason: ReasonRow) -> Text:
    says, other = reason["says"], reason["other"]
    because = Text(f"{says.removesuffix('.')}: {other}. " if other else f"{says} ")
    because.append(f"[{reason['by']}]", style="dim")
    return because


def _sure(reason: ReasonRow) -> str:
    return f"{reason['score']:.2f}" if reason["score"] is not None else ""
