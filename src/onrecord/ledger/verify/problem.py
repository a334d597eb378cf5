"""What is found wrong."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is not as it was written: the page, the row of it, and what is wrong."""

    page: str
    row: str
    reason: str
