"""One page at a time, for `onrecord.read`."""

import os
from pathlib import Path

from onrecord import pages
from onrecord.errors import PageError, page_errors
from onrecord.extraction import load_reader
from onrecord.records import Article, Page

# Longer than any path; asking the file system about a longer string is an error rather than a no.
_LONGEST_PATH = 4096


def read_page(path_or_text: str | Path) -> list[Article]:
    """Return the articles of the page at a path, or of a text, with their statements; see `onrecord.read`."""
    articles: list[Article] = []
    for page in _pages(path_or_text):
        subject = page.path or "text"
        with page_errors(subject, "cutting"):
            cut = pages.cut(page)
        reader = load_reader()
        with page_errors(subject, "reading"):
            articles += reader.read(cut)
    return articles


def _pages(path_or_text: str | Path) -> list[Page]:
    if isinstance(path_or_text, str) and not _is_path(path_or_text):
        with page_errors("text", "loading"):
            return [pages.from_text(path_or_text)]
    files, errors = pages.find([path_or_text])
    found: list[Page] = []
    with page_errors(str(path_or_text), "loading"):
        for page in (page for file in files for page in pages.load(file)):
            if isinstance(page, PageError):
                errors.append(page)
            else:
                found.append(page)
    if errors:
        raise errors[0]
    return found


def _is_path(text: str) -> bool:
    if len(text) > _LONGEST_PATH or "\n" in text or "\0" in text:
        return False
    # Unlike `Path.exists` it says no where a name is too long for a file.
    return " " not in text or os.path.exists(text)  # noqa: PTH110
