"""How much a page may be: counted, so that the same page is refused on every machine."""

from onrecord.errors import PageError

LONGEST = 1_000_000
"""The most characters of a page's text; a page of news has some thousands."""

MOST_BLOCKS = 100_000
"""The most lines or block elements of a page; one of news has some hundreds."""


def check_characters(number: int, subject: str) -> None:
    """Refuse a page with a text of so many characters if they are too many; `subject` names it.

    Raises:
        PageError: they are.
    """
    _check(number, LONGEST, "characters", subject)


def check_blocks(number: int, subject: str) -> None:
    """Refuse a page with so many lines or block elements if they are too many; `subject` names it.

    Raises:
        PageError: they are.
    """
    _check(number, MOST_BLOCKS, "lines", subject)


def _check(number: int, most: int, what: str, subject: str) -> None:
    if number > most:
        reason = f"has {number:,} {what}, more than the {most:,} of the longest page"
        raise PageError(subject, reason, "split it into its pages")
