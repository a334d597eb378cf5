"""Real news pages with the text of their story, from the article-extraction-benchmark (Scrapinghub, MIT).

Looked for in `../shared/news`: 91 pages with a gold body each, and 20 of the parser tests of fundus (MIT) without one.
Licence: news text, for measurement only.
"""

import gzip
import json
from collections.abc import Iterator
from dataclasses import dataclass

from corpora.location import located

_PAGES, _BODIES = "news/pages", "news/pages-bodies.jsonl.gz"


@dataclass(frozen=True, slots=True)
class HtmlPage:
    """A page as it was fetched.

    Attributes:
        name: the name of its file.
        body: its bytes.
        url: where it was got, if that is told.
        story: the text of its story, None where nobody told it.
    """

    name: str
    body: bytes
    url: str | None
    story: str | None


def html_pages() -> Iterator[HtmlPage]:
    """Yield all pages, by name.

    Raises:
        FileNotFoundError: they are not there.
    """
    lines = gzip.decompress(located(_BODIES).read_bytes()).splitlines()
    told = {line["file"]: line for line in map(json.loads, lines)}
    for file in sorted(located(_PAGES).glob("*.html.gz")):
        gold = told.get(file.name, {})
        yield HtmlPage(file.name, gzip.decompress(file.read_bytes()), gold.get("url"), gold.get("body"))
