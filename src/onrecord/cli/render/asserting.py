"""Who asserts a quantity or an event, as a person reads it."""

from onrecord.ledger import EventRow, QuantityRow


def who_asserts(claim: QuantityRow | EventRow) -> str:
    """Return the name of whoever asserts a quantity or an event, "narrator" or "?" where it is nobody or unknown."""
    if claim["narrated"]:
        return "narrator"
    return claim["asserted_by"]["name"] if claim["asserted_by"] else "?"
