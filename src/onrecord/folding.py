"""Names without what two spellings of one differ in."""

import unicodedata
from functools import lru_cache

# The words of an article are folded again and again.
_KEPT = 20_000


@lru_cache(_KEPT)
def fold(text: str) -> str:
    """Return `text` without case and diacritics, in single spaces: "Zoë  O’NÚÑEZ" and "Zoe O'Nunez" are one."""
    if text.isascii():
        # Nothing to decompose, as in most words.
        return " ".join(text.casefold().split())
    decomposed = unicodedata.normalize("NFKD", text.replace("’", "'"))
    return " ".join("".join(c for c in decomposed if not unicodedata.combining(c)).casefold().split())
