"""A name taken apart: its words, and what is known of them.

The terms are those of rigour (OpenSanctions, https://rigour.followthemoney.tech, Names): a name has parts, and symbols
that are told of one part or several in a row.
"""

from dataclasses import dataclass, field
from typing import Literal

type SymbolCategory = Literal["NAME", "NICK", "NUMERIC", "SYMBOL", "INITIAL", "ORG_CLASS", "DOMAIN", "LOCATION"]
"""What a symbol is: a name of Wikidata, a nickname, a number, a word with many spellings ("bin", "Dept."), an initial,
a legal form, what a body is about, a territory."""

type PartTag = Literal["", "STOP", "NUM", "LEGAL"]
"""What a word does in a name: "of" and "von" join others, "7" counts, "Ltd" is a legal form; most do nothing of it."""


@dataclass(frozen=True, slots=True)
class Symbol:
    """A name or a notion that words can stand for: `NAME:Q346047`, `ORG_CLASS:LLC`, `LOCATION:gb`."""

    category: SymbolCategory
    id: str


@dataclass(frozen=True, slots=True)
class NamePart:
    """The word at place `index` of a name.

    `form` is in small letters, `comparable` in Latin letters, too, if it can be. Two are equal if place and form are.
    """

    index: int
    form: str
    comparable: str = field(compare=False)
    tag: PartTag = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Span:
    """Words in a row that stand for a symbol."""

    parts: tuple[NamePart, ...]
    symbol: Symbol


@dataclass(frozen=True, slots=True)
class Name:
    """The words of a name, at least one, and what they stand for, in no order that matters."""

    parts: tuple[NamePart, ...]
    spans: tuple[Span, ...]
