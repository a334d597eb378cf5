"""Events as a person reads them."""

from collections.abc import Sequence

from onrecord.cli.render.tables import print_answer
from onrecord.cli.render.text import Text
from onrecord.ledger import EventRow, Events, ParticipantRow, local_day, who_asserts

_COLUMNS = ("when", "type", "who", "how", "where printed")


def print_events(found: Events, *, json: bool) -> None:
    """Print events as a table, a line each, or as JSON."""
    print_answer(found, _COLUMNS, _row, flexible="where printed", json=json)


def _row(event: EventRow) -> list[str | Text]:
    """Return the cells of an event: of the parties "A, B → C", the modality with who asserts it if not the narrator."""
    # An interval of days is broken at the blank where the column is narrow.
    when = (event["date"] or local_day(event["article"]["published"])).replace("/", " to ")
    who = _names(event["actors"]) + (f" → {_names(event['recipients'])}" if event["recipients"] else "")
    by = who_asserts(event)
    how = event["modality"] if event["narrated"] else f"{event['modality']}, says {by}"
    return [when, event["type"], who, how, _printed(event)]


def _names(parties: Sequence[ParticipantRow]) -> str:
    return ", ".join(one["name"] for one in parties) or "?"


def _printed(event: EventRow) -> Text:
    """Return the words of an event, and the article and the title or page where they stand."""
    article, page = event["article"], event["page"]
    where = Text(" ... ".join(" ".join(span["text"].split()) for span in event["spans"]), style="bold")
    title = article["title"] or page["url"] or page["path"] or ""
    return where.append(f"  {article['id']}  {title}".rstrip(), style="not bold dim")
