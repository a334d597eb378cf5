"""What an article names besides persons: organisations, states, groups and places."""

from collections.abc import Sequence

from spacy.tokens import Span as DocSpan

from onrecord import lexicons
from onrecord.folding import fold
from onrecord.reading.cast.countries import (
    capital_of,
    country_name,
    country_of,
    described_country,
    is_country,
    is_literal,
    seat,
)
from onrecord.reading.cast.member import Member
from onrecord.records import EntityType

NOUNS = lexicons.mapping("source_nouns.tsv")
"""The type of entity that a common noun stands for; a noun that is not listed stands for a person or a group."""

_TYPES: dict[str, EntityType] = {
    "ORG": "organisation",
    "GPE": "place",
    "NORP": "group",
    "LOC": "place",
    "FAC": "place",
}
_ACRONYM_LENGTHS = range(2, 7)


def groups(spans: Sequence[DocSpan]) -> list[Member]:
    """Return the members among the named entities `spans` that are no persons.

    One for each name, an acronym joined to the name it abbreviates, a capital that stands for a government to the
    state it governs.
    """
    members: dict[tuple[EntityType, str], Member] = {}
    acronyms: dict[str, Member] = {}
    for span in sorted(spans, key=lambda span: (span.label_ == "ORG" and len(span) == 1, span.start)):
        if span.label_ not in _TYPES:
            continue
        kind, name, country = _identity(span)
        key = (kind, country or fold(name)) if kind == "state" else (kind, fold(name))
        home = members.get(key)
        if home is None and kind == "organisation" and name.isupper() and len(name) in _ACRONYM_LENGTHS:
            home = acronyms.get(name)
        if home is None:
            home = members[key] = Member(kind, name, country=country)
            if len(span) > 1:
                acronyms.setdefault("".join(t.text[0] for t in span if t.text[:1].isupper()), home)
        home.mentions.append(span)
    for member in members.values():
        if member.type == "state":
            member.name = _printed(member)
    return list(members.values())


def _identity(span: DocSpan) -> tuple[EntityType, str, str | None]:
    """Return the type, name and country of what is named at `span`."""
    kind, name = _TYPES[span.label_], span.text
    governed = seat(name)
    if governed is not None:
        return "organisation", name, governed
    capital = capital_of(name)
    if capital is not None:
        return ("place", name, capital) if is_literal(span) else ("state", name, capital)
    said = NOUNS.get(span.doc[span.start - 1].lemma_.casefold()) if span.start else None
    if said == "organisation":
        # "The mining company Lanta": the tagger takes it for a place.
        return "organisation", name, None
    if span.label_ == "GPE":
        country = country_of(name)
        return ("state" if is_country(name) else "place"), name, country
    return kind, name, described_country(name) if kind in {"organisation", "group"} else None


def _printed(member: Member) -> str:
    """Return the fullest name of a state that the article prints, its usual name if only its capital is printed."""
    printed = [mention.text for mention in member.mentions if capital_of(mention.text) is None]
    if printed:
        return max(printed, key=len)
    return country_name(member.country) if member.country else member.name
