"""Quantities as a person reads them."""

from onrecord.cli.render.asserting import who_asserts
from onrecord.cli.render.tables import print_answer
from onrecord.cli.render.text import Text
from onrecord.ledger import Quantities, QuantityRow, local_day

_COLUMNS = ("when", "quantity", "hedge", "who", "where printed")
_CURRENCY_CODE = 3


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


def value_text(quantity: QuantityRow) -> str:
    """Return how much a quantity says: "14", "≥ 150", "1-2 months", "80 %", "USD 1,200,000"."""
    unit = quantity["unit"]
    value, low, high = ((n * 100 if unit == "share" and n is not None else n) for n in _numbers(quantity))
    if value is not None:
        number = _number(value)
    elif low is not None and high is not None:
        number = f"{_number(low)}-{_number(high)}"
    elif low is not None:
        number = f"≥ {_number(low)}"
    else:
        number = f"≤ {_number(high or 0)}"
    if unit is None:
        return number
    if unit == "share":
        return f"{number} %"
    is_currency = len(unit) == _CURRENCY_CODE and unit.isupper()
    return f"{unit} {number}" if is_currency else f"{number} {unit}"


def _numbers(quantity: QuantityRow) -> tuple[float | None, float | None, float | None]:
    return quantity["value"], quantity["low"], quantity["high"]


def _number(value: float) -> str:
    return f"{float(f'{value:.6g}') if abs(value) < 1 else round(value, 2):,.10g}"
