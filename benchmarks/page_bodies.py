"""How much of the story of real pages is kept, and how much beside it, by onrecord and by trafilatura alone.

The measure is that of the article-extraction-benchmark: runs of four words that story and extracted text share; of each
page its share of what is right, of what is kept (precision) and of what should be (recall), and the mean over pages.
"""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from functools import partial

import numpy as np
import trafilatura
from rich.console import Console
from rich.table import Table

from corpora.gold_bodies import HtmlPage, html_pages
from onrecord import pages
from onrecord.errors import PageError

_RUN = 4
_SEVERAL = 2
_WORD = re.compile(r"\w+")

type Shares = tuple[float, float, bool]
"""Of a page: precision, recall, and whether nothing is missing and nothing too much."""


def main(*, shown: bool) -> None:
    """Print the shares of each extractor on the pages with a gold body, and how all pages are cut.

    Pages that onrecord refuses, since they are not in English, are measured by their blocks before they are cut.

    Args:
        shown: print the worst pages, too.
    """
    console = Console(width=120)
    gold = [page for page in html_pages() if page.story is not None]
    english = [page for page in gold if stories(page)]
    extractors: dict[str, Callable[[HtmlPage], str]] = {
        "onrecord": extracted,
        "trafilatura": _trafilatura,
        "trafilatura, favor_recall": partial(_trafilatura, favor_recall=True),
        "trafilatura, favor_precision": partial(_trafilatura, favor_precision=True),
    }
    for title, some in ((f"{len(gold)} pages", gold), (f"{len(english)} of them that are read", english)):
        table = Table("extractor", "precision", "recall", "F1", "perfect", title=title)
        for name, extract in extractors.items():
            told = [shares(page.story or "", extract(page)) for page in some]
            table.add_row(name, *(f"{value:.3f}" for value in summary(told)))
        console.print(table)
    cut = Counter(min(len(stories(page)), _SEVERAL) for page in html_pages())
    console.print(f"of {cut.total()} pages {cut[0]} are refused, {cut[1]} are one story, {cut[_SEVERAL]} several")
    if shown:
        worst = sorted((shares(page.story or "", "\n".join(stories(page)))[:2], page.name) for page in english)
        for (precision, recall), name in sorted(worst, key=lambda one: min(one[0])):
            console.print(f"{name[:40]} precision {precision:.3f} recall {recall:.3f}")


def stories(page: HtmlPage) -> list[str]:
    """Return the text of each story that onrecord cuts from a page, title and captions apart; none where it refuses."""
    try:
        articles = pages.cut(pages.parse(page.body, "text/html"))
    except PageError:
        return []
    parts = (sorted((*one.paragraphs, *one.headings), key=lambda span: span.start) for one in articles)
    return ["\n".join(span.text for span in spans) for spans in parts]


def extracted(page: HtmlPage) -> str:
    """Return the text of all stories of a page; where it is refused, that of its blocks that markup lets stand."""
    told = "\n".join(stories(page))
    if told:
        return told
    parsed = pages.parse(page.body, "text/html")
    return "\n".join(parsed.text[one.start : one.end] for one in parsed.blocks if one.role in {"text", "heading"})


def _trafilatura(page: HtmlPage, *, favor_recall: bool = False, favor_precision: bool = False) -> str:
    found = trafilatura.extract(
        page.body, favor_recall=favor_recall, favor_precision=favor_precision, include_comments=False
    )
    return found or ""


def summary(told: Sequence[Shares]) -> tuple[float, float, float, float]:
    """Return mean precision and recall, their F1, and the share of pages that are perfect."""
    precision, recall, perfect = (float(np.mean(values)) for values in zip(*told, strict=True))
    return precision, recall, 2 * precision * recall / max(precision + recall, 1e-9), perfect


def shares(story: str, extracted: str) -> Shares:
    """Return the shares of one page."""
    asked, given = _runs(story), _runs(extracted)
    right = (asked & given).total()
    if asked == given:
        return 1.0, 1.0, True
    return right / max(given.total(), 1), right / max(asked.total(), 1), False


def _runs(text: str) -> Counter[tuple[str, ...]]:
    words = _WORD.findall(text)
    return Counter(tuple(words[at : at + _RUN]) for at in range(max(1, len(words) - _RUN + 1)))
