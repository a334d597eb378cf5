"""An article of plain paragraphs."""

from onrecord.records import Article, Label, Page, Span


def article_of(*paragraphs: str, title: str | None = None) -> Article:
    """Return an article whose page is a title, if any, and paragraphs, a blank line between two."""
    blocks = ([title] if title else []) + list(paragraphs)
    text = "\n\n".join(blocks)
    page = Page(sha256="0" * 64, media_type="text/plain", body=text.encode(), text=text, blocks=())
    spans, at = [], 0
    for block in blocks:
        spans.append(Span(at, at + len(block), block))
        at += len(block) + 2
    label = Label(spans[0].text, spans[0]) if title else None
    return Article("0" * 12 + "-1", page, 1, title=label, paragraphs=tuple(spans[1:] if title else spans))
