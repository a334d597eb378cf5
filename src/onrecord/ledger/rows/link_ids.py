"""The id of a link: made of its kind and its ends, so that it is the same whenever the link is found."""

import hashlib

# Characters of an id that tell the links of a ledger apart.
_DIGITS = 16


def link_id(kind: str, later: str, earlier: str) -> str:
    """Return the id of the link of a kind between two statements, or two articles, of these ids."""
    digest = hashlib.sha256(f"{kind} {later} {earlier}".encode()).hexdigest()
    return f"l{digest[:_DIGITS]}"
