"""The pages of files as a run takes them: whatever loading does, it is the page's error; got where the user says."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import count, islice

from onrecord import pages
from onrecord.errors import PageError, UsageError, page_errors
from onrecord.pages import InputFile
from onrecord.records import Page
from onrecord.web_address import web_address


def loaded(file: InputFile) -> Iterator[Page | PageError]:
    """Yield the pages of a file, and an error in place of each that cannot be read, or of the rest where all breaks."""
    found = pages.load(file)
    subject = file.path
    for number in count(1):
        try:
            with page_errors(subject, "loading"):
                one = next(found, None)
        except PageError as error:
            yield error
            return
        if one is None:
            return
        subject = f"{file.path}, after page {number}"
        yield one


def loaded_from(url: str, file: InputFile) -> Iterator[Page | PageError]:
    """Yield the only page of a file, which was got at `url`.

    Raises:
        UsageError: there are several, of which each has an address of its own.
    """
    found = list(islice(loaded(file), 2))
    check_url(url, len(found))
    for one in found:
        yield replace(one, metadata=replace(one.metadata, url=url)) if isinstance(one, Page) else one


def check_url(url: str, pages_given: int) -> None:
    """Say whether an address may be that of so many pages: of one, if it has http or https.

    Raises:
        UsageError: it may not.
    """
    if web_address(url) != url:
        raise UsageError(f"url {url!r}", "is no address with http or https", "give the one that the page was got at")
    if pages_given > 1:
        remedy = "add each page with its own, or as lines of JSON that have a `url`"
        raise UsageError(f"url {url}", "is one page's, and there are several", remedy)
