"""Blocking keys: what two entities must share one of before they are compared at all.

Comparing all pairs of a ledger takes time with the square of its entities; with the keys it stays near-linear. The
way is that of the field (blocking or indexing of records: Christen, Data Matching, 2012, chapter 4).
"""

from collections.abc import Iterator

from onrecord.entity_linking.organisation_name_parts import OrganisationName, read_organisation_name
from onrecord.entity_linking.person_comparison import consonants, latin
from onrecord.entity_linking.person_name_parts import NameParts, puts_surname_first, read_name
from onrecord.entity_linking.profile import Profile
from onrecord.entity_linking.territories import code_of
from onrecord.names import NamePart, metaphone

# Below this length a letter's difference makes another name.
_TYPO_LENGTH = 5


def blocking_keys(profile: Profile) -> frozenset[str]:
    """Return keys of which two profiles that can be one share at least one.

    Of a person: its surnames by sound and with each letter left out (for a typo in either, the way of SymSpell), and
    surname with given name in either order; never a given name alone. A name in Chinese characters shares none with its
    Japanese reading. Of an organisation: its telling words and its initials. Of states and places: the territory. They
    are for joining and not for showing.
    """
    if profile.type == "person":
        first = puts_surname_first(profile.country)
        return frozenset(
            f"p:{key}"
            for printed in profile.names
            for name in read_name(printed, first, tagged=False)
            for key in _person(name)
        )
    territorial = profile.type in ("state", "place", "group")
    keys: set[str] = set()
    for printed in profile.names:
        code = code_of(printed, profile) if territorial else None
        name = read_organisation_name(printed)
        if code:
            keys.add(f"t:{code}")
        elif name is not None:
            keys |= {f"{'t' if territorial else profile.type[0]}:{key}" for key in _organisation(name)}
    return frozenset(keys)


def _person(name: NameParts) -> Iterator[str]:
    # An initial is no surname; a number can be one.
    surnames = [word for word in name.surnames if len(word.comparable) > 1 or word.comparable.isdigit()]
    texts = [latin(word) for word in surnames]
    together = "".join(name.particles)
    for text in dict.fromkeys([*texts, "".join(texts), *(together + text for text in texts)]):
        if text:
            yield _sound(text)
            yield from _deletions(text)
    if len(name.words) > 1:
        first, last = name.words[:1], name.words[-1:]
        # With the names between them, and without: "Ada Maria Orlen", "Orlen Ada".
        for lead, rest in (first, name.words[1:]), (last, name.words[:-1]), (first, last):
            yield "+".join(sorted((_sound_of(lead), _sound_of(rest))))
        yield f"{consonants(first)}.{consonants(last)}"


def _organisation(name: OrganisationName) -> Iterator[str]:
    yield "".join(name.words)
    yield "".join(sorted(name.words))
    if name.acronym:
        yield f"~{name.acronym}"
    else:
        yield from (f"~{initials}" for initials in name.initials)
    # Too many have a "bank" or a "ministry" in their names.
    for word in name.telling:
        yield word
        yield from _deletions(word)


def _sound_of(words: tuple[NamePart, ...]) -> str:
    return _sound("".join(latin(word) for word in words))


def _sound(text: str) -> str:
    return metaphone(text) or text


def _deletions(text: str) -> Iterator[str]:
    """Yield `text` and what is left of it without each of its letters: words one edit apart share one of these."""
    if len(text) >= _TYPO_LENGTH:
        yield f"-{text}"
        yield from (f"-{text[:i]}{text[i + 1 :]}" for i in range(len(text)))
