"""How a name is taken apart, whatever it names: its words, and the runs of them that a table knows."""

import re
from collections.abc import Iterator
from functools import lru_cache

from onrecord import lexicons
from onrecord.names import Name, NamePart, PartTag, Span, Symbol, in_latin, is_spelt, known, tokens
from onrecord.names import SymbolCategory as Category

type Found = tuple[int, int, Symbol]
"""A symbol of the words from the one place on and before the other."""

_CACHED_PHRASES, _CACHED_WORDS = 40_000, 20_000
_STOPWORDS = lexicons.words("name_words.tsv", "stopword")


def beginning(kind: str) -> re.Pattern[str]:
    """Return a pattern of the words before names of a `kind` that are no part of them, with the signs before them."""
    words = "|".join(re.escape(word) for word, listed_for in lexicons.rows("name_words.tsv") if listed_for == kind)
    return re.compile(rf"^\W*(?:(?:{words})\.?\s+)*", re.IGNORECASE)


def forms_of(text: str) -> list[str]:
    """Return the words of a name as they are compared: without case, marks of their own and punctuation."""
    return tokens(text.casefold())


def found_in(forms: list[str], table: str, longest: int) -> Iterator[Found]:
    """Yield the symbols that a table has of runs of words, in the order of their ends and the longest first."""
    for end in range(1, len(forms) + 1):
        for start in range(max(0, end - longest), end):
            yield from ((start, end, symbol) for symbol in _symbols(table, " ".join(forms[start:end])))


def numbers_in(forms: list[str], told: list[Found]) -> Iterator[Found]:
    """Yield what numbers count of which nothing has been told."""
    covered = {i for start, end, symbol in told if symbol.category == "NUMERIC" for i in range(start, end)}
    for i, form in enumerate(forms):
        if i not in covered and (number := _number(form)) is not None:
            yield i, i + 1, Symbol("NUMERIC", number)


def name_of(forms: list[str], told: list[Found]) -> Name:
    """Return the name with these words, of which that is told."""
    legal = {i for start, end, symbol in told if symbol.category == "ORG_CLASS" for i in range(start, end)}
    parts = tuple(_part(i, form, legal=i in legal) for i, form in enumerate(forms))
    return Name(parts, tuple(Span(parts[start:end], symbol) for start, end, symbol in told))


@lru_cache(maxsize=_CACHED_PHRASES)
def _symbols(table: str, phrase: str) -> tuple[Symbol, ...]:
    return tuple(Symbol(*_read(symbol)) for symbol in (known(table, phrase) or "").split())


def _read(symbol: str) -> tuple[Category, str]:
    category, _, identifier = symbol.partition(":")
    return category, identifier  # type: ignore[return-value]


@lru_cache(maxsize=_CACHED_WORDS)
def _part(index: int, form: str, *, legal: bool) -> NamePart:
    return NamePart(index, form, comparable(form), "LEGAL" if legal else _tag(form))


def _tag(form: str) -> PartTag:
    return "STOP" if form in _STOPWORDS else "NUM" if _number(form) is not None else ""


def _number(form: str) -> str | None:
    return str(int(form)) if form.isdecimal() else None


def comparable(form: str) -> str:
    """Return a word in Latin letters, if its script tells its vowels, a number as it is counted, else the word."""
    number = _number(form)
    if number is not None:
        return number
    if form.isascii():
        return form
    spelt = "".join(filter(str.isalnum, in_latin(form))) if is_spelt(form) else ""
    return spelt or form
