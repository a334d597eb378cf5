"""Who asserts a quantity or an event, as a person reads it."""

from onrecord.ledger import EventRow, QuantityRow


def who_asserts(claim: QuantityRow | EventRow) -> str:
    """Return the name of whoever asserts a quantity or an event, "?" where that is not known."""
    by = claim["asserted_by"]
    return "?" if by is None else by if isinstance(by, str) else by["name"]
