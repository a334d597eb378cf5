"""Quantities as a person reads them."""

from onrecord.cli.render.tables import print_answer
from onrecord.cli.render.text import Text
from onrecord.ledger import Quantities, QuantityRow, local_day, value_text, who_asserts

_COLUMNS = ("when", "quantity", "hedge", "who", "where printed")


def print_quantities(found: Quantities, *, json: bool) -> None:
    """Print quantities as a table, a line each, or as JSON."""
    print_answer(found, _COLUMNS, _row, flexible="where printed", json=json)


def _row(quantity: QuantityRow) -> list[str | Text]:
    when = (quantity["as_of"] or local_day(quantity["article"]["published"])).replace("/", " to ")
    hedge = quantity["hedge"]["text"] if quantity["hedge"] else ""
    counted = f" {' '.join(quantity['counted']['text'].split())}" if quantity["counted"] else ""
    return [when, f"{value_text(quantity)}{counted}", hedge, who_asserts(quantity), _marked(quantity)]


def _marked(quantity: QuantityRow) -> Text:
    """Return the article and the sentence of a quantity, which is in bold there."""
    span, sentence = quantity["span"], quantity["sentence"]
    start, end = span["start"] - sentence["start"], span["end"] - sentence["start"]
    where = Text(f"{quantity['article']['id']}  ", style="dim")
    parts = (sentence["text"][:start], span["text"], sentence["text"][end:])
    for words, style in zip(parts, ("", "bold", ""), strict=True):
        where.append(" ".join(words.split(" ")).replace("\n", " "), style=style)
    return where
