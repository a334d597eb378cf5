"""The probability that two entities are one, with the evidence that makes it."""

import math
from dataclasses import dataclass

from onrecord.entity_linking.evidence import Feature, feature, log_odds
from onrecord.entity_linking.organisation_comparison import compare_organisations
from onrecord.entity_linking.person_comparison import compare_persons
from onrecord.entity_linking.profile import Profile
from onrecord.entity_linking.role_comparison import shared_role
from onrecord.entity_linking.territories import code_of
from onrecord.vocabulary import EntityType

SAME = 0.85
"""At and above this probability two entities are taken for one: a wrong merge is worse than a missed one."""

UNSURE = 0.4
"""From this to `SAME` two entities are kept apart, and a person is asked."""

_TERRITORIAL: frozenset[EntityType] = frozenset({"state", "place", "group"})
# Roles that share fewer of their words than this are different ones.
_SHARED_ROLE = 0.3


@dataclass(frozen=True, slots=True)
class Comparison:
    """The probability, 0 to 1, that two entities are one, and the features whose sum of evidence it is (logistic)."""

    probability: float
    features: tuple[Feature, ...]


def compare(one: Profile, other: Profile) -> Comparison:
    """Return how likely two entities of different articles are one; the order of the two does not matter.

    Mentions within an article are no matter for it: there a short name refers back to the full one. A call takes
    fractions of a millisecond.
    """
    one, other = sorted((one, other), key=_key)
    features = _names(one, other)
    if one.type == other.type == "person":
        features += _roles(one, other)
        if one.gender and other.gender and one.gender != other.gender:
            features.append(feature("gender differs"))
    if not {one.type, other.type} <= _TERRITORIAL:
        features += _countries(one, other)
    return Comparison(1 / (1 + math.exp(-log_odds(features))), tuple(features))


def _key(profile: Profile) -> tuple[object, ...]:
    return (profile.type, profile.names, profile.country or "", profile.roles, profile.gender or "")


def _names(one: Profile, other: Profile) -> list[Feature]:
    if {one.type, other.type} <= _TERRITORIAL:
        return _territories(one, other)
    if one.type != other.type:
        return [feature("types differ")]
    return compare_persons(one, other) if one.type == "person" else compare_organisations(one, other)


def _territories(one: Profile, other: Profile) -> list[Feature]:
    """Return what the territories tell that the names stand for, and where neither stands for one, the names."""
    left, right = ({code for name in profile.names if (code := code_of(name, profile))} for profile in (one, other))
    if left or right:
        features = [feature("names differ" if left.isdisjoint(right) else "same territory")]
    elif one.type != other.type:
        return [feature("types differ")]
    else:
        features = compare_organisations(one, other) + _countries(one, other)
    if one.type != other.type and "group" in (one.type, other.type):
        features.append(feature("people and state"))
    return features


def _countries(one: Profile, other: Profile) -> list[Feature]:
    if not one.country or not other.country:
        return []
    return [feature("country agrees" if one.country == other.country else "country differs")]


def _roles(one: Profile, other: Profile) -> list[Feature]:
    if not one.roles or not other.roles:
        return []
    shared = shared_role(one.roles, other.roles)
    return [feature("role agrees", shared) if shared >= _SHARED_ROLE else feature("role differs")]
