"""What a run over pages did."""

from dataclasses import dataclass, field

from onrecord.errors import PageError


@dataclass(slots=True)
class Added:
    """What a run did: pages, articles and statements recorded, pages unchanged, and the pages that failed.

    `left_out` are links that were not followed out of the folder they are in, which is no failure.
    """

    pages: int = 0
    articles: int = 0
    statements: int = 0
    unchanged: int = 0
    failures: list[PageError] = field(default_factory=list)
    left_out: list[PageError] = field(default_factory=list)
