"""The text of a case, in which the words of its gold are looked up."""

import re
from typing import Any

type Json = dict[str, Any]


class CaseError(ValueError):
    """A case says something its text or its own lists do not bear out."""


def as_list(value: object) -> list[Any]:
    """One thing or several, as a list; nothing is the empty list."""
    if value is None:
        return []
    return list(value) if isinstance(value, list) else [value]


def null[T](value: T) -> T | None:
    """The word "none" is TOML's missing null."""
    return None if value == "none" else value


class CaseText:
    """The text of one case, in which printed words are looked up."""

    def __init__(self, case_id: str, text: str) -> None:
        self.case_id = case_id
        self.text = text

    def starts(self, words: str) -> list[int]:
        """Where the words stand, whole words only (the "he" of "the" is none)."""
        before = r"(?<!\w)" if re.match(r"\w", words[0]) else ""
        after = r"(?!\w)" if re.match(r"\w", words[-1]) else ""
        return [m.start() for m in re.finditer(rf"(?={before}{re.escape(words)}{after})", self.text)]

    def split(self, printed: str) -> tuple[str, int | None]:
        """The words and the occurrence number written after them, if any."""
        m = re.fullmatch(r"(.+)#(\d+)", printed, re.DOTALL)
        return (m[1], int(m[2])) if m else (printed, None)

    def found(self, printed: str) -> list[Json]:
        """Every place the words stand, or only the numbered one."""
        words, number = self.split(printed)
        at = self.starts(words) if words else []
        if not at:
            raise CaseError(f"{self.case_id}: the words {words!r} do not stand in the text")
        if number is not None:
            if not 1 <= number <= len(at):
                raise CaseError(f"{self.case_id}: {words!r} stands {len(at)} times, there is no occurrence {number}")
            at = [at[number - 1]]
        return [{"start": s, "end": s + len(words), "text": words} for s in at]

    def span(self, printed: str) -> Json:
        """The one place the words stand."""
        spans = self.found(printed)
        if len(spans) > 1:
            raise CaseError(f"{self.case_id}: {printed!r} stands {len(spans)} times: write which (#1...)")
        return spans[0]

    def spans(self, printed: object) -> list[Json]:
        """The place of each of several words."""
        return [self.span(p) for p in as_list(printed)]

    def optional_span(self, printed: str | None) -> Json | None:
        """The one place the words stand, None for None."""
        return None if printed is None else self.span(printed)
