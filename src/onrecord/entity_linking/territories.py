"""Printed names of states and peoples, and the territory each stands for."""

from functools import lru_cache

from onrecord import lexicons
from onrecord.entity_linking.profile import Profile
from onrecord.gazetteers import get_territory, is_city, lookup_territory, without_article

_CACHED_NAMES = 20_000
_CODE_LENGTH = 3
_CAPITALS = frozenset(name for name, kind, _ in lexicons.rows("metonyms.tsv") if kind == "capital")


@lru_cache(maxsize=_CACHED_NAMES)
def territory_code(printed: str) -> str | None:
    """Return the code of the territory that `printed` names ("Britain", "UK", "British": "gb"), else None.

    A city is not its country although the one is found by the other, and a code counts in capitals only.
    """
    bare = without_article(printed)
    territory = lookup_territory(printed) or lookup_territory(bare)
    if territory is None or (len(bare) <= _CODE_LENGTH and not bare.isupper()):
        return None
    return None if is_city(bare) else territory.code


def is_capital(printed: str) -> bool:
    """Say whether `printed` is a capital, by which a state is called at times but for what it is called itself."""
    return printed in _CAPITALS


def code_of(printed: str, profile: Profile) -> str | None:
    """Return the code of the territory that `printed`, a name of `profile`, stands for: of a state's capital the state.

    The city itself is another territory, or none.
    """
    if profile.type != "state" or not is_capital(printed):
        return territory_code(printed)
    territory = get_territory(profile.country) if profile.country else None
    return territory.code if territory is not None else None
