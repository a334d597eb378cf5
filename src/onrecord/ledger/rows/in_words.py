"""What rows say, in a few words for a person: how much, who claims it, on which day, what was decided and is asked."""

from typing import Any

from onrecord.ledger.rows.days import local_day
from onrecord.ledger.rows.judgements import JudgementRow, ReviewRow
from onrecord.ledger.rows.tables import EventRow, LinkRow, QuantityRow, StatementRow

_CURRENCY_CODE = 3
# Numbers from here on are told without a fraction; above that by their power of ten, since floats are not that exact.
_WHOLE, _TOO_MANY_DIGITS = 1e9, 1e15
_VERBS = {
    "repeats": "repeat",
    "denies": "deny",
    "rejects": "reject",
    "answers": "answer",
    "supports": "support",
    "contradicts": "contradict",
    "revises": "revise",
}

# How the earlier statement of a link stands to the later one.
_TURNED = {
    "repeats": "repeated by",
    "denies": "denied by",
    "rejects": "rejected by",
    "answers": "answered by",
    "supports": "supported by",
    "contradicts": "contradicted by",
    "revises": "revised by",
}


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


def link_text(link: LinkRow, *, replies: bool) -> str:
    """Return how a statement stands to the other of a link: "denies" if it replies, else "denied by"; "denies?"."""
    how = link["kind"] if replies else _TURNED[link["kind"]]
    return how if link["asserted"] else f"{how}?"


def judgement_text(judgement: JudgementRow) -> str:
    """Return what a judgement says: "Teodor Vash said: the quay is shut", "wrong: “...” denies “...”"."""
    kind, says = judgement["kind"], judgement["says"]
    if kind == "merge":
        return f"{says['names'][1]} is {says['names'][0]}"
    if kind == "keep_apart":
        return f"{says['names'][1]} is not {says['names'][0]}"
    if kind == "split":
        parts = [*says["called"], *(place["article"] for place in says["articles"])]
        return f"{', '.join(parts)} of {says['name']} is somebody else: {says['other']}"
    if kind == "rename":
        return f"{says['instead_of']} is shown as {says['name']}"
    if kind == "link":
        return f"{says['name']} is {says['wikidata']} in Wikidata"
    if kind == "confirm_name":
        return f"{says['called']} is {says['name']}"
    if kind in {"confirm_link", "reject_link"}:
        verb = "is a copy of" if says["kind"] == "copy" else says["kind"]
        return f"{'right' if kind == 'confirm_link' else 'wrong'}: {_end(says['later'])} {verb} {_end(says['earlier'])}"
    words = " ".join(says["exact"].split())
    if kind == "reattribute":
        return f"{says['name']} said: {words}"
    return f"{'not a statement' if kind == 'dismiss' else 'rightly read'}: {words}"


def question_text(review: ReviewRow) -> str:
    """Return what a review asks: "Did Teodor Vash say this?", "Does the first deny the second?"."""
    one, other, called, link = review["one"], review["other"], review["called"], review["link"]
    if link is not None:
        verb = _VERBS.get(link["kind"])
        return f"Does the first {verb} the second?" if verb else "Is the first a copy of the second?"
    if one is not None and review["statement"] is not None:
        return f"Did {one['name']} say this?"
    if called is not None and other is not None:
        return f"Is {called} here the same as {other['name']}?"
    return "Are these the same?"


def _end(told: dict[str, Any]) -> str:
    """Return what a judgement calls an end of a link: an article by its id, a statement by its words."""
    return str(told["article"]) if "article" in told else f"“{' '.join(told['exact'].split())}”"


def _numbers(quantity: QuantityRow) -> tuple[float | None, float | None, float | None]:
    return quantity["value"], quantity["low"], quantity["high"]


def _number(value: float) -> str:
    if _WHOLE <= abs(value) < _TOO_MANY_DIGITS:
        return f"{value:,.0f}"
    return f"{float(f'{value:.6g}') if abs(value) < 1 else round(value, 2):,.10g}"
