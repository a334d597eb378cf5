"""Which words of two persons' names are one name by what Wikidata knows of them: "Sasha" and "Alexander".

The idea of pairing words by the names they share, whatever their spelling or script, is rigour's (OpenSanctions,
`pair_symbols`); which pairings there are is worked out here.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from onrecord.names import Name, NamePart, Symbol

# Names of many words that are alike can be paired in more ways than there is time for, and are no names of persons.
_MOST, _WORDS = 16, 12


@dataclass(frozen=True, slots=True)
class Pair:
    """Words of the one name and of the other that share a `name` of Wikidata, or a nickname (`nick`), or both."""

    left: tuple[NamePart, ...]
    right: tuple[NamePart, ...]
    name: bool
    nick: bool

    def clashes(self, other: "Pair") -> bool:
        """Say whether a word is in both pairs."""
        return not (set(self.left).isdisjoint(other.left) and set(self.right).isdisjoint(other.right))

    def within(self, other: "Pair") -> bool:
        """Say whether all the words are in the `other` pair, which has more, and pairs them for the same reasons."""
        return (
            len(self.left) + len(self.right) < len(other.left) + len(other.right)
            and self.name <= other.name
            and self.nick <= other.nick
            and set(self.left) <= set(other.left)
            and set(self.right) <= set(other.right)
        )


def pairings(one: Name, other: Name) -> Iterator[tuple[Pair, ...]]:
    """Yield the ways in which words of two names can be paired, each word once and as many as possible.

    At least one, which has no pair where the names share nothing; at most 16, of the first twelve words of each name.
    """
    pairs = _pairs(one, other)
    return islice(_chosen([pair for pair in pairs if not any(map(pair.within, pairs))], ()), _MOST)


def joined(parts: Sequence[NamePart]) -> str:
    """Return words written together, in Latin letters if they can be."""
    return "".join(part.comparable for part in parts)


def _pairs(one: Name, other: Name) -> list[Pair]:
    right: dict[Symbol, list[tuple[NamePart, ...]]] = {}
    for span in other.spans:
        if span.symbol.category in ("NAME", "NICK") and span.parts[-1].index < _WORDS:
            right.setdefault(span.symbol, []).append(span.parts)
    shared: dict[tuple[tuple[NamePart, ...], tuple[NamePart, ...]], set[str]] = {}
    for span in (span for span in one.spans if span.parts[-1].index < _WORDS):
        for parts in right.get(span.symbol, ()):
            shared.setdefault((span.parts, parts), set()).add(span.symbol.category)
    return [Pair(*parts, "NAME" in kinds, "NICK" in kinds) for parts, kinds in shared.items()]


def _chosen(rest: Sequence[Pair], chosen: tuple[Pair, ...]) -> Iterator[tuple[Pair, ...]]:
    """Yield the ways to go on from `chosen` with pairs of the `rest`, to which none can be added."""
    if not rest:
        yield chosen
        return
    # Each way has the first of the rest, or one that clashes with it.
    for pair in (one for one in rest if one is rest[0] or one.clashes(rest[0])):
        yield from _chosen([one for one in rest if one is not pair and not one.clashes(pair)], (*chosen, pair))
