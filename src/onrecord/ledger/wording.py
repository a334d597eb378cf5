"""Text as the ledger holds it."""

from collections.abc import Iterator


def storable(text: str) -> str:
    """Return `text` as the database can hold it: a lone surrogate as an escape.

    Lone surrogates stand for undecodable bytes in names of files, and JSON can hold them.
    """
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def words_counted(unit: str | None, counted: str | None, sentence: str) -> str:
    """Return what the full-text index holds of a figure, a line each: its unit, what it counts, its sentence."""
    return "\n".join((unit or "", counted or "", sentence))


def words_of(contents: Iterator[str]) -> str:
    """Return the words of a statement as the full-text index holds them."""
    return "\n".join(contents)
