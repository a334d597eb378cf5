"""From input files to pages: plain text, HTML, and JSON Lines with a page on each line."""

import hashlib
import json
import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from onrecord.errors import PageError
from onrecord.pages.blocks import text_blocks
from onrecord.pages.charset import decode_bytes
from onrecord.pages.files import InputFile, open_input, read_limited
from onrecord.pages.publication_date import date_line, parse_date
from onrecord.records import Metadata, Page
from onrecord.web_address import web_address

TEXT, HTML, JSON = "text/plain", "text/html", "application/json"

# The most characters the language pass takes; a news page has some thousands.
_LONGEST = 1_000_000
_HTML_START = re.compile(
    rb"\s*(?:\xef\xbb\xbf)?\s*<(?:!doctype html|html|head|body|article|main|div|p|!--|\?xml)\b", re.I
)
_JSON_FIELDS = ("text", "html", "url", "title", "published", "updated", "outlet", "byline")


def load(file: InputFile) -> Iterator[Page | PageError]:
    """Yield the pages of a file, and an error in place of each that cannot be read; the others are not affected.

    Text and HTML are one page; JSON Lines have a page on each line, whose path is `FILE#LINE`.
    """
    try:
        with open_input(file) as stream:
            if _suffix(file.path) in {"jsonl", "ndjson"}:
                number = 0
                while line := read_limited(stream, f"{file.path}#{number + 1}", line=True):
                    number += 1
                    if line.strip():
                        yield _line(line, f"{file.path}#{number}")
                if number == 0:
                    raise PageError(file.path, "is empty", "fetch it again, or leave it out")
                return
            body = read_limited(stream, file.path)
        if _is_json_lines(body):
            for number, line in enumerate(body.splitlines(keepends=True), start=1):
                if line.strip():
                    yield _line(line, f"{file.path}#{number}")
        else:
            yield parse(body, _media_type(body, file.path), path=file.path)
    except PageError as error:
        yield error


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
        return _json_page(body, path, subject)
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
    _check_length(text, path)
    digest = hashlib.sha256(body).hexdigest()
    return Page(digest, media_type, body, text, tuple(text_blocks(text)), path=path, metadata=metadata)


def _html_page(markup: str, body: bytes, media_type: str, path: str | None, given: Metadata) -> Page:
    # Imported here, since it takes long to import and plain text does not need it.
    from onrecord.pages.html import extract  # noqa: PLC0415

    text, blocks, found = extract(markup, path or "text")
    _check_length(text, path)
    metadata = Metadata(
        title=given.title or found.title,
        byline=given.byline or found.byline,
        outlet=given.outlet or found.outlet,
        published=given.published or found.published,
        updated=given.updated or found.updated,
        url=given.url,
        canonical=web_address(found.canonical),
    )
    digest = hashlib.sha256(body).hexdigest()
    return Page(digest, media_type, body, text, blocks, path=path, metadata=metadata)


def _check_length(text: str, path: str | None) -> None:
    if len(text) > _LONGEST:
        reason = f"has {len(text):,} characters, more than the {_LONGEST:,} of the longest page"
        raise PageError(path or "text", reason, "split it into its pages")


def _line(line: bytes, path: str) -> Page | PageError:
    try:
        return parse(line.rstrip(b"\r\n"), JSON, path=path)
    except PageError as error:
        return error


def _json_page(body: bytes, path: str | None, subject: str) -> Page:
    try:
        fields = json.loads(decode_bytes(body, subject))
    except json.JSONDecodeError as error:
        reason = f"is not JSON at character {error.pos} ({error.msg})"
        raise PageError(subject, reason, "mend the line; the others are not affected") from error
    except RecursionError as error:
        raise PageError(subject, "is JSON nested too deep", "leave the line out") from error
    if not isinstance(fields, dict) or not isinstance(fields.get("text") or fields.get("html"), str):
        reason = 'has neither a "text" nor a "html" that is a string'
        raise PageError(subject, reason, f"give objects with some of {', '.join(_JSON_FIELDS)}")
    metadata = Metadata(
        title=_string(fields, "title"),
        byline=_string(fields, "byline"),
        outlet=_string(fields, "outlet"),
        published=_day(fields, "published", subject),
        updated=_day(fields, "updated", subject),
        url=web_address(_string(fields, "url")),
    )
    # A lone surrogate, which JSON can hold, is no character.
    text = fields.get("text") or fields["html"]
    text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    if not fields.get("text"):
        return _html_page(text, body, JSON, path, metadata)
    return _text_page(text, body, JSON, path, metadata)


def _string(fields: dict[str, Any], name: str) -> str | None:
    value = fields.get(name)
    return " ".join(value.split()) or None if isinstance(value, str) else None


def _day(fields: dict[str, Any], name: str, subject: str) -> date | None:
    written = fields.get(name)
    if written is None or written == "":
        return None
    line = date_line(written) if isinstance(written, str) else None
    day = line[0] if line else parse_date(str(written))
    if day is None:
        reason = f"has {name!r} that is no date, or more than one: {str(written)[:40]!r}"
        raise PageError(subject, reason, "write it as YYYY-MM-DD")
    return day


def _suffix(path: str) -> str:
    return path.casefold().removesuffix(".gz").rpartition(".")[2]


def _media_type(body: bytes, path: str) -> str:
    if _suffix(path) in {"html", "htm", "xhtml"} or _HTML_START.match(body[:1024]):
        return HTML
    return TEXT


def _is_json_lines(body: bytes) -> bool:
    first = body.lstrip()[:1]
    if first != b"{":
        return False
    try:
        fields = json.loads(body.strip().splitlines()[0])
    except (ValueError, RecursionError):
        return False
    return isinstance(fields, dict) and ("text" in fields or "html" in fields)
