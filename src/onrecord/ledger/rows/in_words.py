"""What rows say, in a few words for a person: how much, who claims it, on which day."""

from onrecord.ledger.rows.days import local_day
from onrecord.ledger.rows.tables import EventRow, QuantityRow, StatementRow

_CURRENCY_CODE = 3


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


def who_asserts(claim: QuantityRow | EventRow) -> str:
    """Return the name of whoever asserts a quantity or an event, "narrator" or "?" where it is nobody or unknown."""
    if claim["narrated"]:
        return "narrator"
    return claim["asserted_by"]["name"] if claim["asserted_by"] else "?"


def day_of(statement: StatementRow) -> str:
    """Return the first day a statement was made, else that it was published; empty where neither is known."""
    return (statement["said_on"] or local_day(statement["article"]["published"])).partition("/")[0]


def _numbers(quantity: QuantityRow) -> tuple[float | None, float | None, float | None]:
    return quantity["value"], quantity["low"], quantity["high"]


def _number(value: float) -> str:
    return f"{float(f'{value:.6g}') if abs(value) < 1 else round(value, 2):,.10g}"
