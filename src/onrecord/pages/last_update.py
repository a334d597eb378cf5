"""When an article was last changed."""

from collections.abc import Iterator, Sequence

from onrecord.pages.printed_dates import date_line, says_changed
from onrecord.pages.zoned_times import with_time
from onrecord.records import Metadata, Moment, Published, Span


def last_update(metadata: Metadata, lines: Sequence[Span], published: Published) -> Moment | None:
    """Return when an article was last changed, as metadata or its front matter tell; None if that is no later.

    Later is a later instant, or a later day where the time of one of both is not known.

    Args:
        metadata: what accompanies the page.
        lines: the lines of the article's front matter.
        published: when it was published.
    """
    updated = metadata.updated or next(_printed(lines), None)
    if updated is None or published.day is None:
        return None
    # The instant that is declared, where the local day is printed beside it.
    return updated if updated.is_after(metadata.published or Moment(published.day, published.time)) else None


def _printed(lines: Sequence[Span]) -> Iterator[Moment]:
    """Yield the updates that lines tell of; a line may tell of the publication before ("4 May 2025, updated ...")."""
    for line in lines:
        start = says_changed(line.text)
        found = date_line(line.text)
        if start is not None and found is not None:
            told = line.text[start:]
            day, _, _ = date_line(told) or found
            yield with_time(day, told)
