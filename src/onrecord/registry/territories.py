"""Printed names of states and peoples, and the territory each stands for."""

from functools import lru_cache

from rigour.names import remove_org_prefixes
from rigour.territories import lookup_territory
from rigour.territories.util import normalize_territory_name

_CACHED_NAMES = 20_000
_CODE_LENGTH = 3


@lru_cache(maxsize=_CACHED_NAMES)
def territory_code(printed: str) -> str | None:
    """Return rigour's code of the territory that `printed` names ("Britain", "UK", "British": "gb"), else None.

    A city is not its country although rigour finds the one by the other, and a code counts in capitals only.
    """
    bare = remove_org_prefixes(printed)
    territory = lookup_territory(printed) or lookup_territory(bare)
    if territory is None or (len(bare) <= _CODE_LENGTH and not bare.isupper()):
        return None
    name = normalize_territory_name(bare)
    return None if name in map(normalize_territory_name, territory.places) else str(territory.code)
