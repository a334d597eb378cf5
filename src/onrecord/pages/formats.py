"""From input files to pages: plain text, HTML, and JSON Lines with a page on each line."""

import hashlib
import re
from collections.abc import Iterator
from typing import IO

from onrecord.errors import PageError
from onrecord.pages.blocks import text_blocks
from onrecord.pages.charset import decode_bytes
from onrecord.pages.files import InputFile, as_written, open_input, read_limited, skip_line
from onrecord.pages.front_matter import front_matter
from onrecord.pages.json_line import content, holds_page, metadata, read_fields
from onrecord.pages.limits import check_blocks, check_characters
from onrecord.records import Metadata, Page
from onrecord.web_address import web_address

TEXT, HTML, JSON = "text/plain", "text/html", "application/json"

_HTML_START = re.compile(
    rb"\s*(?:\xef\xbb\xbf)?\s*<(?:!doctype html|html|head|body|article|main|div|p|!--|\?xml)\b", re.I
)


def load(file: InputFile) -> Iterator[Page | PageError]:
    """Yield the pages of a file, and an error in place of each that cannot be read; the others are not affected.

    Text and HTML are one page; JSON Lines have a page on each line, whose path is `FILE#LINE`.
    """
    path, name = as_written(file.path), file.name or file.path
    try:
        with open_input(file) as stream:
            if _suffix(name) in {"jsonl", "ndjson"}:
                yield from _lines(stream, path)
                return
            body = read_limited(stream, path)
        if _is_json_lines(body):
            for number, line in enumerate(body.splitlines(keepends=True), start=1):
                if line.strip():
                    yield _line(line, f"{path}#{number}")
        else:
            yield parse(body, _media_type(body, name), path=path)
    except PageError as error:
        yield error


def _lines(stream: IO[bytes], path: str) -> Iterator[Page | PageError]:
    """Yield the pages of JSON Lines; a line that is too long costs only itself."""
    number = 0
    line = b"..."
    while line:
        number += 1
        subject = f"{path}#{number}"
        try:
            line = read_limited(stream, subject, line=True)
        except PageError as error:
            yield error
            if not skip_line(stream):
                return
            continue
        if line.strip():
            yield _line(line, subject)
    if number == 1:
        raise PageError(path, "is empty", "fetch it again, or leave it out")


def parse(body: bytes, media_type: str, *, path: str | None = None) -> Page:
    """Return the page of these bytes; the same bytes and media type always give the same page.

    Args:
        body: the bytes: of a text, an HTML page, or a line of JSON Lines.
        media_type: "text/plain", "text/html" or "application/json".
        path: where the page was read from.

    Raises:
        PageError: the bytes are empty, binary, damaged, too many, or no such page.
    """
    subject = path or "text"
    if not body.strip():
        raise PageError(subject, "is empty", "fetch it again, or leave it out")
    if media_type == JSON:
        fields = read_fields(decode_bytes(body, subject), subject)
        given = metadata(fields, subject)
        text, markup = content(fields)
        if markup:
            return _html_page(text, body, JSON, path, given)
        return _text_page(text, body, JSON, path, given)
    text = decode_bytes(body, subject, markup=media_type == HTML)
    if media_type == HTML:
        return _html_page(text, body, HTML, path, Metadata())
    return _text_page(text, body, TEXT, path, Metadata())


def from_text(text: str) -> Page:
    """Return the page of a text or HTML document that a program has in hand.

    Raises:
        PageError: as `parse`.
    """
    body = text.encode("utf-8", "replace")
    return parse(body, _media_type(body, "text"))


def _text_page(text: str, body: bytes, media_type: str, path: str | None, metadata: Metadata) -> Page:
    subject = path or "text"
    check_characters(len(text), subject)
    front = front_matter(text)
    blocks = tuple(text_blocks(text, front))
    check_blocks(len(blocks), subject)
    if front is not None:
        metadata = _completed(metadata, front.metadata)
    digest = hashlib.sha256(body).hexdigest()
    return Page(digest, media_type, body, text, blocks, path=path, metadata=metadata)


def _html_page(markup: str, body: bytes, media_type: str, path: str | None, given: Metadata) -> Page:
    # Imported here, since it takes long to import and plain text does not need it.
    from onrecord.pages.html import extract  # noqa: PLC0415

    found = extract(markup, path or "text")
    digest = hashlib.sha256(body).hexdigest()
    told = _completed(given, found.metadata)
    return Page(digest, media_type, body, found.text, found.blocks, path=path, metadata=told, extractor=found.extractor)


def _completed(given: Metadata, found: Metadata) -> Metadata:
    """Return what is told of a page from without, and where nothing is what the page tells itself."""
    return Metadata(
        title=given.title or found.title,
        byline=given.byline or found.byline,
        outlet=given.outlet or found.outlet,
        published=given.published or found.published,
        updated=given.updated or found.updated,
        url=given.url,
        canonical=web_address(found.canonical),
    )


def _line(line: bytes, path: str) -> Page | PageError:
    try:
        return parse(line.rstrip(b"\r\n"), JSON, path=path)
    except PageError as error:
        return error


def _suffix(path: str) -> str:
    return path.casefold().removesuffix(".gz").rpartition(".")[2]


def _media_type(body: bytes, name: str) -> str:
    if _suffix(name) in {"html", "htm", "xhtml"} or _HTML_START.match(body[:1024]):
        return HTML
    return TEXT


def _is_json_lines(body: bytes) -> bool:
    stripped = body.lstrip()
    return stripped[:1] == b"{" and holds_page(stripped.splitlines()[0])
