"""Which country a place, a demonym or a description belongs to, and which places stand for a government."""

from functools import cache, lru_cache

from spacy.tokens import Span as DocSpan

from onrecord import lexicons
from onrecord.extraction.syntax import CLAUSAL_COMPLEMENTS, has_dependent
from onrecord.gazetteers import Territory, get_territory, is_city, lookup_territory

_CAPITALS, _SEATS = (
    {name: country for name, kind, country in lexicons.rows("metonyms.tsv") if kind == wanted}
    for wanted in ("capital", "seat")
)
# Prepositions after which a city is the place and not its government.
_WHERE = lexicons.words("place_contexts.tsv", "inside")
# After these it depends on what they hang from: "a visit to Beijing", "relations with Beijing".
_MOVING = lexicons.words("place_contexts.tsv", "moving")
_TOWARDS = {"to", "from", "of"}
_CODE = 3
# Names and descriptions that are remembered, since an article has its own again and again.
_REMEMBERED = 5_000
_ABBREVIATIONS = {"US", "UK", "USA", "UAE", "DRC"}
# What is done to a city.
_REACHING = {"reach", "hit", "strike", "bomb", "shell"}
# What a city does; a government does other things.
_OF_PLACES = {"lie", "stand", "sit", "wake", "suffer", "sprawl", "host"}


def seat(name: str) -> str | None:
    """Return the country or union whose power sits in the place `name` ("Kremlin"), None if it is no such place."""
    return _SEATS.get(name.removeprefix("the ").removeprefix("The "))


def capital_of(name: str) -> str | None:
    """Return the country (ISO 3166 alpha-3) whose capital `name` is, None if it is none's."""
    # In datelines it stands in capitals.
    return _CAPITALS.get(name) or _CAPITALS.get(name.title())


@lru_cache(_REMEMBERED)
def country_of(name: str) -> str | None:
    """Return the country (ISO 3166 alpha-3) of the name or demonym of a territory, None if it is of none."""
    found = _territory(name)
    while found is not None and not found.is_country and found.parent is not None:
        found = get_territory(found.parent)
    return found.alpha3.upper() if found is not None and found.is_country and found.alpha3 else None


@lru_cache(_REMEMBERED)
def is_country(name: str) -> bool:
    """Say whether `name` names a country, not a part or a city of one."""
    found = _territory(name)
    return found is not None and found.is_country and not is_city(_bare(name))


@cache
def country_name(alpha3: str) -> str:
    """Return the usual English name of a country (ISO 3166 alpha-3)."""
    found = lookup_territory(alpha3)
    return found.name if found is not None else alpha3


@lru_cache(_REMEMBERED)
def described_country(description: str) -> str | None:
    """Return the one country that a role or description names ("Kenyan Finance Minister"), None if none or several."""
    words = description.replace("’s", " ").replace("'s", " ").replace(",", " ").split()
    found = {
        country
        for size in (2, 1)
        for i in range(len(words) - size + 1)
        if words[i][:1].isupper() and (country := country_of(" ".join(words[i : i + size])) or capital_of(words[i]))
    }
    return found.pop() if len(found) == 1 else None


def is_literal(mention: DocSpan) -> bool:
    """Say whether the capital at `mention` is the city itself and not the government that sits there."""
    relation, head = mention.root.dep_, mention.root.head
    while relation == "conj":
        relation, head = head.dep_, head.head
    doing = head.lemma_.casefold()
    if relation == "pobj":
        word = head.lower_
        if word in _WHERE:
            return True
        return word in _TOWARDS and (word == "from" or head.head.lemma_.casefold() in _MOVING)
    if relation == "nsubj":
        if head.lemma_ == "be":
            # "Kyiv is a city", "is in the north"; "Kyiv is aware".
            return has_dependent(head, "attr", "prep")
        return doing in _OF_PLACES
    if relation == "nsubjpass":
        return not has_dependent(head, *CLAUSAL_COMPLEMENTS)
    if relation == "dobj":
        return doing in _MOVING | _REACHING
    if relation == "poss":
        return mention.root.head.lemma_.casefold() in _MOVING
    # A dateline, a caption's "Moscow, 4 May", an apposition, "the Moscow metro".
    return relation in {"npadvmod", "appos", "ROOT", "dep", "nmod", "compound"}


def _territory(name: str) -> Territory | None:
    plain = _bare(name)
    # A short word ("de", "Sen") is also some territory's code.
    return lookup_territory(plain) if len(plain) > _CODE or plain in _ABBREVIATIONS else None


def _bare(name: str) -> str:
    return name.removeprefix("the ").removeprefix("The ")
