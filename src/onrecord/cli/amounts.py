"""Figures, and whose claims are, as a person reads them."""

from onrecord.ledger import EventRow, QuantityRow

_CURRENCY_CODE = 3


def amount(figure: QuantityRow) -> str:
    """Return how much a figure says: "14", "≥ 150", "1-2 months", "80 %", "USD 1,200,000"."""
    unit = figure["unit"]
    value, low, high = ((n * 100 if unit == "share" and n is not None else n) for n in _numbers(figure))
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


def asserting(claim: QuantityRow | EventRow) -> str:
    """Return the name of whoever claims a figure or an event, "?" where that is not known."""
    by = claim["asserted_by"]
    return "?" if by is None else by if isinstance(by, str) else by["name"]


def _numbers(figure: QuantityRow) -> tuple[float | None, float | None, float | None]:
    return figure["value"], figure["low"], figure["high"]


def _number(value: float) -> str:
    return f"{float(f'{value:.6g}') if abs(value) < 1 else round(value, 2):,.10g}"
