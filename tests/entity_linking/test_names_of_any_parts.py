import math

from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.entity_linking import Profile, blocking_keys, canonical_name, compare
from onrecord.vocabulary import EntityType

_PARTS = [
    "Ada", "Ivo", "A.", "I", "Orlen", "Orlen", "Brandt-Orlen", "Min-seok", "al-Sabahi", "van", "der", "bin", "Dr.",
    "Sen.", "Jr.", "III", "the Younger", "Ministry", "of", "Harbours", "Bank", "Ltd", "UK", "-", "'", "O’Dran", "&",
    "and", ",", "陈伟明", "김민석", "Олена", "خالد", "7", "👩", "\u0301", "ß", "İ",
]  # fmt: skip
_TYPES: list[EntityType] = ["person", "organisation", "state", "group", "document", "place"]
_NAMES = st.lists(st.sampled_from(_PARTS), min_size=1, max_size=6).map(" ".join)
_PROFILES = st.builds(
    Profile,
    type=st.sampled_from(_TYPES),
    names=st.lists(_NAMES, min_size=1, max_size=3).map(tuple),
    country=st.sampled_from([None, "GBR", "KOR", "HUN", "XXX"]),
    roles=st.lists(st.sampled_from(["Mayor", "the minister for harbours", "of", "-"]), max_size=2).map(tuple),
    gender=st.sampled_from([None, "m", "f"]),
)


@settings(deadline=None)
@given(_PROFILES, _PROFILES)
def test_any_two_names_are_compared(one: Profile, other: Profile) -> None:
    told = compare(one, other)
    assert 0 <= told.probability <= 1
    assert told.features
    assert all(math.isfinite(feature.evidence) for feature in told.features)
    assert compare(other, one) == told


@settings(deadline=None)
@given(_PROFILES)
def test_any_name_has_keys_that_stay_the_same(one: Profile) -> None:
    keys = blocking_keys(one)
    assert keys == blocking_keys(one)
    assert all(len(key) > 2 for key in keys)


@given(st.dictionaries(_NAMES, st.integers(1, 9), min_size=1, max_size=6))
def test_the_name_shown_is_one_of_those_printed(names: dict[str, int]) -> None:
    assert canonical_name(names, person=True) in names
