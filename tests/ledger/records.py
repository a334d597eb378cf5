"""Records and ledgers made by hand, as tests of the ledger need them."""

import datetime
import io
from hashlib import sha256

from onrecord import Article, Entity, Label, Ledger, Metadata, Page, Published, Span, Statement

DAY = datetime.date(2025, 3, 4)


def make_page(text: str, *, url: str | None = None) -> Page:
    body = text.encode()
    return Page(sha256(body).hexdigest(), "text/plain", body, text, (), path="a.txt", metadata=Metadata(url=url))


def span(text: str, part: str) -> Span:
    start = text.index(part)
    return Span(start, start + len(part), part)


def read(
    page: Page, *quotes: tuple[str, str], day: datetime.date | None = DAY, role: str | None = "mayor"
) -> tuple[Article, ...]:
    """An article with a direct statement for each (speaker, words)."""
    text = page.text
    entities, statements = [], []
    for number, (name, words) in enumerate(quotes):
        place = span(text, name)
        entity = Entity(f"e{page.sha256[:6]}{number}", name, "person", role=role, mentions=(place,))
        entities.append(entity)
        content = (span(text, words),)
        identifier = f"s{page.sha256[:6]}{number}"
        statements.append(Statement(identifier, "direct", "speech", "assert", content, None, place, (entity,), 0.9))
    return (
        Article(
            f"{page.sha256[:12]}-1",
            page,
            1,
            title=Label("Bridge closed"),
            published=Published(day, "metadata" if day else "unknown"),
            paragraphs=(Span(0, len(text), text),),
            statements=tuple(statements),
            entities=tuple(entities),
        ),
    )


def store(ledger: Ledger, text: str, *quotes: tuple[str, str], url: str | None = None, **options: object) -> Page:
    page = make_page(text, url=url)
    assert ledger.add_page(page, read(page, *quotes, **options), reader="r1")  # type: ignore[arg-type]
    return page


def exported(ledger: Ledger, table: str, format_: str, *, versions: bool = False) -> bytes:
    stream = io.BytesIO()
    ledger.export(table, format_, stream, versions=versions)
    return stream.getvalue()
