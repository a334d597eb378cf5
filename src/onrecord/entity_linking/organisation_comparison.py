"""How the names of two organisations, groups, documents or places stand to each other."""

from collections import Counter

from onrecord.entity_linking.evidence import Feature, feature, log_odds
from onrecord.entity_linking.organisation_name_parts import OrganisationName, read_organisation_name
from onrecord.entity_linking.profile import Profile
from onrecord.gazetteers import get_territory
from onrecord.names import within_edits

# Shorter acronyms stand for too many things.
_ACRONYM_LENGTH = 3
_TYPO_LENGTH = 5


def compare_organisations(one: Profile, other: Profile) -> list[Feature]:
    """Return the features of the two names, one of each, that speak most for their being one.

    An acronym that a profile prints beside its long form counts only where the other side has no long form: two
    bodies called "LPF" whose long forms differ are two.
    """
    left, right = _names(one), _names(other)
    if any(name.acronym is None for name in left) and any(name.acronym is None for name in right):
        left, right = _unabbreviated(left), _unabbreviated(right)
    countries = _code(one), _code(other)
    pairs = [_compare(a, b, countries) for a in left for b in right]
    return max(pairs, key=log_odds, default=[feature("names differ")])


def _names(profile: Profile) -> list[OrganisationName]:
    return [name for printed in profile.names if (name := read_organisation_name(printed)) is not None]


def _unabbreviated(names: list[OrganisationName]) -> list[OrganisationName]:
    initials = {initials for name in names for initials in name.initials}
    return [name for name in names if name.acronym not in initials]


def _code(profile: Profile) -> str | None:
    territory = get_territory(profile.country) if profile.country else None
    return territory.code if territory else None


def _compare(one: OrganisationName, other: OrganisationName, codes: tuple[str | None, str | None]) -> list[Feature]:
    if one.acronym and other.acronym:
        if one.acronym != other.acronym:
            return [feature("names differ")]
        return [feature("acronyms agree" if len(one.acronym) >= _ACRONYM_LENGTH else "acronym of the name")]
    if one.acronym in other.initials or other.acronym in one.initials:
        return [feature("acronym of the name")]
    left, right = Counter(one.words), Counter(other.words)
    rest_left, rest_right = list((left - right).elements()), list((right - left).elements())
    if rest_left and rest_right:
        if "".join(one.words) == "".join(other.words):
            return [feature("names agree"), feature("spelling varies")]
        if len(rest_left) == len(rest_right) == 1 and _typo(rest_left[0], rest_right[0]):
            return [feature("names agree"), feature("typo"), *_whose(one, other, codes)]
        return [feature("names differ")]
    if (rest_left or rest_right) and set(one.telling).isdisjoint(other.telling):
        # "World" tells nothing of "Velo World".
        return [feature("names differ")]
    if rest_left or rest_right:
        return [feature("name within the other"), *_whose(one, other, codes)]
    return [feature("names agree"), *_whose(one, other, codes)]


def _typo(one: str, other: str) -> bool:
    return min(len(one), len(other)) >= _TYPO_LENGTH and within_edits(one, other, 1)


def _whose(one: OrganisationName, other: OrganisationName, codes: tuple[str | None, str | None]) -> list[Feature]:
    """Return what the countries in the names tell: they must be the same, or be the country of the other profile."""
    left, right = one.countries, other.countries
    if left and right:
        return [feature("names differ")] if left.isdisjoint(right) else []
    told = left or right
    country = codes[1] if left else codes[0]
    if told and country:
        return [] if country in told else [feature("country differs")]
    if told:
        # "The Air Force" is not that of the one state which another article names with it.
        return [feature("name within the other"), feature("every country has one")]
    return [feature("every country has one")] if (one.common or other.common) and None in codes else []
