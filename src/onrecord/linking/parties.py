"""Who speaks in a statement or is named beside it, and whether those of two statements are one.

In one article that is what reading has resolved. Of two articles on one affair the registry joins only what it can be
sure of among all articles there are; here a part of a name is enough: who is called "Dube" in one is "Simphiwe Dube" in
the other.
"""

from dataclasses import dataclass
from functools import cached_property, lru_cache

from onrecord.linking.words import WORD, stem
from onrecord.vocabulary import EntityType

_KNOWN = 50_000
# Words of the names of bodies that tell nothing of them.
_SMALL = frozenset({"the", "of", "for", "and", "in", "a"})
# A body is called by all words of its name but one, if these are so many.
_LEAST = 2


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody who speaks or is spoken of: the key of the registered entity, its name as shown, what it is.

    `named` is False for one that the article only describes; `role` is a title or office as the article prints it.
    """

    key: int
    name: str
    type: EntityType
    country: str | None = None
    role: str | None = None
    named: bool = True

    @property
    def is_named_person(self) -> bool:
        """Whether it is a person with a name, who is another than any that is not registered as the same."""
        return self.named and self.type == "person"


@dataclass(frozen=True)
class Parties:
    """Some parties of a statement."""

    told: tuple[Party, ...]

    @cached_property
    def keys(self) -> frozenset[int]:
        """The keys of them."""
        return frozenset(party.key for party in self.told)

    @cached_property
    def words(self) -> frozenset[str]:
        """The words of their names."""
        return frozenset(word for party in self.told for word in _words(party.name))

    def share(self, other: "Parties", *, within: bool) -> bool:
        """Say whether somebody is among both; `within` tells whether they are of one article."""
        if not self.keys.isdisjoint(other.keys):
            return True
        if within or self.words.isdisjoint(other.words):
            return False
        return any(_are_one(one, two) for one in self.told for two in other.told)

    @cached_property
    def each(self) -> "tuple[Parties, ...]":
        """Them one by one."""
        return tuple(Parties((party,)) for party in self.told)


def _are_one(one: Party, other: Party) -> bool:
    """Say whether two parties of two articles on one affair, which are registered as two, are one."""
    if (one.type == "person") != (other.type == "person"):
        return False
    if one.country and other.country and one.country != other.country:
        return False
    shorter, longer = sorted((_words(one.name), _words(other.name)), key=len)
    if not shorter <= longer:
        return False
    if one.type == "person":
        return one.named and other.named and bool(shorter)
    return shorter == longer or (len(shorter) >= _LEAST and len(longer) - len(shorter) == 1)


@lru_cache(_KNOWN)
def _words(name: str) -> frozenset[str]:
    return frozenset(found for word in WORD.findall(name) if (found := stem(word)) not in _SMALL)
