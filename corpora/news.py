"""News and press briefings without annotations, which training has a language pipeline label.

Looked for in `../shared/news`. "fnc": 2,587 news articles of 2014-15, from FNC-1 (the Fake News Challenge);
"worldwide": 995 articles of 60 countries outside the West, from en-worldwide-newswire (Shan et al., EMNLP 2023), whose
gold names `corpora.worldwide` has; "transcripts": 40 press briefings and gaggles (wh-briefings). Licences: news text,
for measurement and training only, none stated for "worldwide"; briefings are public record.

Besides, in `../shared/pages`: a scraped page as it came, with two agency stories; news text, for measurement only.
"""

import random
from collections.abc import Iterator
from contextlib import suppress
from itertools import chain
from pathlib import Path

from corpora.location import located
from corpora.real_pages import names_of
from onrecord import pages
from onrecord.errors import PageError
from onrecord.records import Article, Page

COLLECTIONS = {"fnc": "news/fnc.jsonl.gz", "worldwide": "news/worldwide.jsonl.gz", "transcripts": "news/transcripts"}
"""Where each collection is."""

_EVERY = 20


def articles(collection: str) -> Iterator[Article]:
    """Yield the articles of one of `COLLECTIONS` as reading cuts pages; pages that it refuses (not in English) are not.

    Raises:
        FileNotFoundError: the collection is not there.
        PageError: it cannot be read.
    """
    for page in _loaded(collection):
        with suppress(PageError):
            yield from pages.cut(page)


def sampled(number: int, seed: int) -> Iterator[Article]:
    """Yield the articles of so many pages of "worldwide" and "fnc", drawn at random but by one `seed` always the same.

    The sealed pages of `corpora.real_pages`, which nobody looks at, are not among them. Of pages that reading refuses
    (not in English) there are no articles.

    Raises:
        FileNotFoundError: a collection is not there.
        PageError: it cannot be read.
    """
    sealed = {name.removeprefix("fnc_") for _, name in names_of("sealed")}
    loaded = chain.from_iterable(map(_loaded, ("worldwide", "fnc")))
    there = [page for page in loaded if (page.metadata.url or "").rpartition("/")[2] not in sealed]
    for page in random.Random(seed).sample(there, min(number, len(there))):
        with suppress(PageError):
            yield from pages.cut(page)


def is_held_out(number: int) -> bool:
    """Say whether the article of this number (from 0) in its collection is held out from training: one in twenty."""
    return number % _EVERY == _EVERY - 1


def scraped_pages() -> Path:
    """Return the folder of the scraped page.

    Raises:
        FileNotFoundError: it is not there.
    """
    return located("pages")


def _loaded(collection: str) -> Iterator[Page]:
    """Yield the pages of one of `COLLECTIONS` that can be loaded."""
    files, errors = pages.find([located(COLLECTIONS[collection])])
    if errors:
        raise errors[0]
    for page in chain.from_iterable(pages.load(file) for file in files):
        if not isinstance(page, PageError):
            yield page
