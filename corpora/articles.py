"""Texts of corpora as articles, without the cutting of pages: the text is known to be one article."""

import re

from onrecord.pages import from_text
from onrecord.records import Article, Label, Page, Span

# A line without the white space around it, of two characters or more; what is longer than so many is no paragraph.
_LINE = re.compile(r"\S[^\n]*\S")
_LONGEST = 6_000


def of_lines(text: str) -> Article:
    """Return the article of a text without a title, each of whose lines is a paragraph."""
    page = Page(sha256="", media_type="text/plain", body=text.encode(), text=text, blocks=())
    spans = (Span(*line.span(), line.group()) for line in _LINE.finditer(text))
    return Article("", page, 1, paragraphs=tuple(span for span in spans if len(span.text) < _LONGEST))


def titled(text: str) -> Article:
    """Return the article of a text that has its title on the first line and a paragraph on each other, as PolNeAR."""
    page: Page = from_text(text)
    title, *paragraphs = (Span(b.start, b.end, page.text[b.start : b.end]) for b in page.blocks)
    return Article("", page, 1, title=Label(title.text, title), paragraphs=tuple(paragraphs))
