"""What tests of pages are put together from, and how they look at the articles."""

import datetime

from onrecord import Article
from onrecord.pages import cut, from_text

CAPTION = "The old bridge is seen in Dalbruck, Monday, March 3, 2025. (Meridian Wire/Ida Falk)"
LEAD = "The town council of Dalbruck voted on Tuesday to close the old bridge for the summer, the mayor said."
SECOND = "Engineers had found cracks in two of its five arches, and nobody wanted to wait for a third one to show."


def articles(*blocks: str, given: datetime.date | None = None) -> tuple[Article, ...]:
    return cut(from_text("\n\n".join(blocks)), given=given)


def texts(article: Article, part: str) -> list[str]:
    return [span.text for span in getattr(article, part)]
