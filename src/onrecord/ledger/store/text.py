"""Text as the ledger holds it, and what identifies a page whose bytes may change."""

import zstandard


def storable(text: str) -> str:
    """Return `text` as the database can hold it: a lone surrogate as an escape.

    Lone surrogates stand for undecodable bytes in names of files, and JSON can hold them.
    """
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def packed(data: bytes) -> bytes:
    """Return bytes as a blob of the ledger holds them: compressed."""
    return zstandard.compress(data)


def unpacked(blob: bytes) -> bytes:
    """Return the bytes that a blob holds.

    Raises:
        zstandard.ZstdError: it is damaged.
    """
    return zstandard.decompress(blob)


def text_bytes(text: str) -> bytes:
    """Return the text of a page as bytes; `unpacked_text` returns the same text."""
    return text.encode("utf-8", "surrogatepass")


def unpacked_text(blob: bytes) -> str:
    """Return the text of a reading from its blob."""
    return unpacked(blob).decode("utf-8", "surrogatepass")


def page_identity(url: str | None, path: str | None, sha256: str) -> str:
    """Return what stays of a page when its bytes change: its url, or its path, or else nothing but the bytes."""
    return storable(url or (path if path and path != "-" else sha256))
