"""Text as the ledger holds it, and how much of it two texts have in common."""

import re
from collections import Counter

import zstandard

# Letters and digits.
_WORD = re.compile(r"[^\W_]+")


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


def words_in_common(one: str, other: str) -> float:
    """Return the share of words that two texts have in common, of all the words in either, from 0 to 1.

    A word counts as often as it stands there: "The bridge is shut" and "The bridge is open, is it?" share 3 of 7.
    """
    words, others = (Counter(_WORD.findall(text.casefold())) for text in (one, other))
    either = (words | others).total()
    return (words & others).total() / either if either else 0.0
