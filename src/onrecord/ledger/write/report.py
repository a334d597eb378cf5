"""What a run over pages did."""

from dataclasses import dataclass, field
from datetime import date

from onrecord.errors import PageError


@dataclass(frozen=True, slots=True)
class Replaced:
    """A page in whose place a newer version was read, which answers are of now; both are kept.

    `page` is the path or the url of the newer version; `sha256`, `title` (of its first article that has one) and
    `read_on` are the replaced one's.
    """

    page: str
    sha256: str
    title: str | None
    read_on: date


@dataclass(frozen=True, slots=True)
class Kept:
    """What of a page's prose is its story, what was set aside, and what is kept without being read (captions).

    `page` is its path or url; `story`, `debris` and `unread` are shares of the characters, which make 1 together;
    `extractor` is what told the story from the rest (`Page.extractor`).
    """

    page: str
    story: float
    debris: float
    unread: float
    extractor: str


@dataclass(slots=True)
class Added:
    """What a run did: pages, articles and statements recorded, pages unchanged or replaced, and pages that failed.

    `left_out` are links that were not followed out of the folder they are in, which is no failure. `kept` tells of each
    page that was recorded how much of its prose is story.
    """

    pages: int = 0
    articles: int = 0
    statements: int = 0
    unchanged: int = 0
    failures: list[PageError] = field(default_factory=list)
    replaced: list[Replaced] = field(default_factory=list)
    left_out: list[PageError] = field(default_factory=list)
    kept: list[Kept] = field(default_factory=list)
