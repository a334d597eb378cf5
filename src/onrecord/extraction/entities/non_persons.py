"""What an article names besides persons: organisations, states, groups and places."""

from collections.abc import Iterator, Sequence
from itertools import takewhile

from spacy.tokens import Span as DocSpan

from onrecord import lexicons
from onrecord.extraction.encoder import is_word
from onrecord.extraction.entities.countries import (
    capital_of,
    country_name,
    country_of,
    described_country,
    is_country,
    is_literal,
    seat,
)
from onrecord.extraction.entities.discourse import DiscourseEntity
from onrecord.folding import fold
from onrecord.gazetteers import without_legal_forms
from onrecord.vocabulary import EntityType

TYPE_OF_NOUN = lexicons.mapping("source_nouns.tsv")
"""The type of entity that a common noun stands for; a noun that is not listed stands for a person or a group."""

_TYPES: dict[str, EntityType] = {
    "ORG": "organisation",
    "GPE": "place",
    "NORP": "group",
    "LOC": "place",
    "FAC": "place",
}
_ACRONYM_LENGTHS = range(2, 7)
_TWO = 2
_BRACKETED = 3
# Of so many organisations at most that begin or end alike it is asked whether a short name is theirs, and a short form
# that is an ending has so many words.
_MOST, _LONGEST_SHORT = 200, 12
# Behind these a name goes on with what is another name ("Bank of Lanta", "Lanta").
_BINDING = {"of", "for", "and", "on", "in", "at", "the", "&", "de", "to"}
# Words for kinds of bodies ("times", "university").
_OF_BODIES = {word for kinds in lexicons.mapping("organisation_kinds.tsv").values() for word in kinds.split()}
# What the short form of a broadcaster's or a company's name leaves out, besides legal forms.
_LEFT_OUT = {"news", "media", "television", "radio", "network", "magazine", "newspaper", "company", "group", "motor"}


def non_persons(spans: Sequence[DocSpan]) -> list[DiscourseEntity]:
    """Return the entities among the named entities `spans` that are no persons.

    One for each name, an acronym joined to the name it abbreviates, a capital that stands for a government to the
    state it governs.
    """
    entities: dict[tuple[EntityType, str], DiscourseEntity] = {}
    acronyms: dict[str, DiscourseEntity] = {}
    bracketed: dict[str, DiscourseEntity] = {}
    for span in sorted(spans, key=lambda span: (span.label_ == "ORG" and len(span) == 1, span.start)):
        if span.label_ not in _TYPES:
            continue
        kind, name, country = _identity(span)
        key = (kind, country or fold(name)) if kind == "state" else (kind, fold(name))
        home = entities.get(key)
        letters = name.replace(".", "")
        if home is None and kind == "organisation":
            acronym = letters.isupper() and len(letters) in _ACRONYM_LENGTHS
            home = acronyms.get(letters) if acronym else None
        if home is None and len(span) == 1 and kind == "organisation":
            home = bracketed.get(name)
        if home is None:
            home = entities[key] = DiscourseEntity(kind, name, country=country)
            if len(span) > 1:
                for part in (span, list(takewhile(lambda token: token.lower_ != "for", span))):
                    acronyms.setdefault("".join(t.text[0] for t in part if t.text[:1].isupper()), home)
                short = _bracketed(span) if kind == "organisation" else ""
                acronyms.setdefault(short, home)
                if short:
                    bracketed.setdefault(short, home)
        home.mentions.append(span)
    for entity in entities.values():
        if entity.type == "state":
            entity.name = _printed(entity)
    return _joined(list(entities.values()))


def is_short_for(short: str, full: str) -> bool:
    """Say whether `short` may be the short form of the name `full` of an organisation.

    "The Post" of "Lanta Post", "Velo" of "Velo Corp." or "Velo News"; not "House" of "White House".
    """
    part, whole = _words(short), _words(full)
    left = len(whole) - len(part)
    if left <= 0 or seat(full) is not None:
        return False
    if whole[left:] == part or (left < len(whole) - 1 and _singular(whole[left:]) == _singular(part)):
        return whole[left - 1] not in _BINDING
    if len(part) > 1 and whole[0] == part[0] and whole[-1] == part[-1]:
        # "Holocaust Museum" of "Holocaust Memorial Museum".
        rest = iter(whole)
        return all(word in rest for word in part)
    if len(part) > 1 and whole[: len(part)] == part and whole[len(part)] in {"for", "of"}:
        # "Brennan Center" of "Brennan Center for Justice".
        return True
    behind = {word.strip(".,") for word in whole[len(part) :]}
    return whole[: len(part)] == part and (
        behind <= _LEFT_OUT or fold(without_legal_forms(full.casefold())).split() == part
    )


def _singular(words: Sequence[str]) -> list[str]:
    """Return words without the ending of the plural: titles have "Board of Election" for "Board of Elections"."""
    return [word.removesuffix("s") for word in words]


def _is_first_of_two(short: str, full: str) -> bool:
    """Say whether a name of one word begins one of two ("Velo", "Velo Energy"), as a firm's does from then on.

    The second word must be one for a kind of body: "Velo Maps" is a thing of Velo's.
    """
    words = full.split()
    return len(words) == _TWO and fold(words[0]) == fold(short) and fold(words[1]) in _OF_BODIES and seat(full) is None


def _is_first(full: DiscourseEntity, short: DiscourseEntity) -> bool:
    """Say whether the full name stands first, as news has it: "Velo Mail", named after Velo, is a thing of Velo's."""
    return full.mentions[0].start < short.mentions[0].start


def _joined(entities: list[DiscourseEntity]) -> list[DiscourseEntity]:
    """Return `entities`, an organisation with a short name joined to the only one whose name that may stand for."""
    named = [entity for entity in entities if entity.type == "organisation"]
    by_edge: dict[tuple[str, ...], list[int]] = {}
    for number, entity in enumerate(named):
        for edge in _edges(_words(entity.name)):
            by_edge.setdefault(edge, []).append(number)
    gone: set[int] = set()
    for short in sorted(named, key=lambda entity: len(entity.name)):
        words = _words(short.name)
        begun, ended = by_edge.get(tuple(words[:1]), ()), by_edge.get(("", *_singular(words)), ())
        numbers = sorted({*begun[:_MOST], *ended[:_MOST]})
        rest = [full for number in numbers if id(full := named[number]) not in gone and full is not short]
        homes = [full for full in rest if is_short_for(short.name, full.name)]
        homes = homes or [full for full in rest if _is_first_of_two(short.name, full.name) and _is_first(full, short)]
        if len(homes) == 1:
            homes[0].mentions += short.mentions
            gone.add(id(short))
    return [entity for entity in entities if id(entity) not in gone]


def _edges(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Yield how a name begins, and, behind an empty word, each of its endings: a short form has one of them."""
    yield tuple(words[:1])
    yield from (("", *_singular(words[start:])) for start in range(max(len(words) - _LONGEST_SHORT, 1), len(words)))


def _words(name: str) -> list[str]:
    return fold(name).replace("-", " ").split()


def _bracketed(span: DocSpan) -> str:
    """Return the acronym that stands in brackets right behind a name, "" where none does."""
    behind = [token for token in span.doc[span.end : span.end + 5] if not token.is_quote]
    if len(behind) < _BRACKETED or behind[0].text != "(" or behind[2].text != ")":
        return ""
    # "Director of Harbour Dues (NHD)": of what that is part of.
    whole = span.start < 2 or span.doc[span.start - 1].lower_ != "of" or not span.doc[span.start - 2].text.istitle()
    short = behind[1]
    named = short.text.isupper() or (short.text.istitle() and not is_word(short.lower_))
    return short.text if whole and named and country_of(short.text) is None else ""


def _identity(span: DocSpan) -> tuple[EntityType, str, str | None]:
    """Return the type, name and country of what is named at `span`."""
    kind, name = _TYPES[span.label_], span.text
    governed, capital = seat(name), capital_of(name)
    # "Brussels and Amsterdam signed": beside another capital it is a state's.
    joined = any(capital_of(token.text) for token in span.root.conjuncts)
    if governed is not None and (capital is None or not (joined or is_literal(span))):
        return "organisation", name, governed
    if capital is not None:
        return ("place", name, capital) if is_literal(span) else ("state", name, capital)
    said = TYPE_OF_NOUN.get(span.doc[span.start - 1].lemma_.casefold()) if span.start else None
    if said == "organisation":
        # "The mining company Lanta": the tagger takes it for a place.
        return "organisation", name, None
    if span.label_ == "GPE":
        country = country_of(name)
        return ("state" if is_country(name) else "place"), name, country
    return kind, name, described_country(name) if kind in {"organisation", "group"} else None


def _printed(entity: DiscourseEntity) -> str:
    """Return the fullest name of a state that the article prints, its usual name if only its capital is printed."""
    printed = [mention.text for mention in entity.mentions if capital_of(mention.text) is None]
    if printed:
        # Datelines and headings shout.
        return max([name for name in printed if not name.isupper()] or printed, key=len)
    return country_name(entity.country) if entity.country else entity.name
