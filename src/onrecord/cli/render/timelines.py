"""What was said and done day by day, as a person reads it."""

from onrecord.cli.render.links import speakers_of
from onrecord.cli.render.tables import print_answer
from onrecord.cli.render.text import Text
from onrecord.cli.render.wording import words_of
from onrecord.ledger import EventRow, StatementRow, Timeline, TimelineRow, who_asserts

_COLUMNS = ("day", "what", "who, and the words", "id")
# Outlets that are named of a statement.
_OUTLETS = 2


def print_timeline(found: Timeline, *, json: bool) -> None:
    """Print a timeline as a table, a line each, or as JSON."""
    print_answer(found, _COLUMNS, _row, flexible="who, and the words", json=json)


def _row(row: TimelineRow) -> list[str | Text]:
    day = (row["day"] or "no date")[:10]
    if row["statement"] is not None:
        return [day, row["statement"]["act"], _said(row, row["statement"]), row["statement"]["id"]]
    event = row["event"]
    assert event is not None
    return [day, event["type"], _done(event), event["id"]]


def _said(row: TimelineRow, statement: StatementRow) -> Text:
    """Return who said it, the words, and the first outlets that print them."""
    text = Text().append(speakers_of(statement), style="bold").append(": ")
    text.append(words_of(statement), style="" if statement["kind"] == "direct" else "italic")
    named = ", ".join(row["outlets"][:_OUTLETS])
    more = f"{row['printings']:,} printings" if row["printings"] > 1 else ""
    where = "; ".join(part for part in (named, more) if part)
    return text.append(f"  {where}", style="dim") if where else text


def _done(event: EventRow) -> Text:
    """Return who did it to whom, the words, and whether it happened or who says so."""
    actors, recipients = (", ".join(one["name"] for one in event[part]) for part in ("actors", "recipients"))
    who = (actors or "?") + (f" → {recipients}" if recipients else "")
    words = " ... ".join(" ".join(span["text"].split()) for span in event["spans"])
    how = event["modality"] if event["narrated"] else f"{event['modality']}, says {who_asserts(event)}"
    return Text().append(who, style="bold").append(f": {words}").append(f"  {how}", style="dim")
