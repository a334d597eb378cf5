"""Pages: their bytes, and of each reading its text, the digests of its rows, and every span into the text."""

import hashlib
from collections.abc import Iterator

import zstandard
from sqlalchemy import Connection

from onrecord.ledger.digests import read_tree
from onrecord.ledger.store import unpacked
from onrecord.ledger.verify.problem import Problem, guarded

_PAGES = "SELECT key, sha256, path, body FROM pages ORDER BY key"
_READINGS = "SELECT key, text, text_sha256 FROM readings WHERE page = ? ORDER BY key"
_SPANS = """
    SELECT spans.part, spans.start, spans."end", spans.text, articles.id, articles.title, articles.byline,
        articles.outlet, statements.id, quantities.id, events.id
    FROM spans JOIN articles ON articles.key = spans.article
    LEFT JOIN statements ON statements.key = spans.statement
    LEFT JOIN quantities ON quantities.key = spans.quantity
    LEFT JOIN events ON events.key = spans.event
    WHERE articles.reading = ?
"""


class PageProof:
    """Goes through the pages and proves each; keeps what digest each reading has now, and which differ, for the chain.

    Args:
        connection: one that reads the ledger.
        fast: whether digests are all that is compared, and not every span with the text.
    """

    def __init__(self, connection: Connection, *, fast: bool) -> None:
        self._connection, self._fast = connection, fast
        self.digests: dict[int, str] = {}
        self.differing: set[int] = set()

    def problems(self) -> Iterator[list[Problem]]:
        """Yield the problems of each page in turn."""
        for key, sha256, path, body in self._connection.exec_driver_sql(_PAGES):
            name = str(path or sha256)
            yield list(guarded(name, "page", self._page(key, sha256, name, body)))

    def _page(self, key: int, sha256: str, name: str, body: object) -> Iterator[Problem]:
        if _digest(_undamaged(body)) != sha256:
            yield Problem(name, "page", "its stored bytes are not those of its sha256")
        for reading, blob, text_sha256 in self._connection.exec_driver_sql(_READINGS, (key,)).all():
            text = _undamaged(blob)
            if _digest(text) != text_sha256:
                yield Problem(name, f"reading {reading}", "its stored text is not the one it was read from")
            tree = read_tree(self._connection, reading)
            self.digests[reading] = tree.digest
            for row, reason in tree.differences:
                self.differing.add(reading)
                yield Problem(name, row, reason)
            if text is not None and not self._fast:
                yield from self._spans(reading, name, text.decode("utf-8", "replace"))

    def _spans(self, reading: int, name: str, text: str) -> Iterator[Problem]:
        """Yield the problems of the spans of a reading of `text`, and of titles, bylines and outlets printed there."""
        for part, start, end, printed, article, title, byline, outlet, *owners in self._connection.exec_driver_sql(
            _SPANS, (reading,)
        ):
            row = f"article {article}"
            for kind, identifier in zip(("statement", "quantity", "event"), owners, strict=True):
                row = f"{kind} {identifier}" if identifier else row
            label = {"title": title, "byline": byline, "outlet": outlet}.get(part, printed)
            if not (isinstance(start, int) and isinstance(end, int) and 0 <= start < end):
                yield Problem(name, row, f"{part} at {start}-{end} is no stretch of text")
            elif text[start:end] != printed:
                yield Problem(name, row, f"{part} at {start}-{end} is not what the page says there")
            elif label != printed:
                yield Problem(name, row, f"its {part} is not what the page says at {start}-{end}")


def _undamaged(blob: object) -> bytes | None:
    try:
        return unpacked(blob) if isinstance(blob, bytes) else None
    except zstandard.ZstdError:
        return None


def _digest(content: bytes | None) -> str | None:
    return None if content is None else hashlib.sha256(content).hexdigest()
