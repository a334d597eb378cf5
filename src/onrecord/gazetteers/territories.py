"""Names and codes of states, peoples and places, and the territory that each stands for."""

from functools import lru_cache

from rigour.territories import get_territory, lookup_by_identifier
from rigour.territories.territory import Territory
from rigour.territories.util import normalize_territory_name

from onrecord.gazetteers.tables import known

_CACHED_NAMES = 20_000


@lru_cache(maxsize=_CACHED_NAMES)
def lookup_territory(text: str) -> Territory | None:
    """Return the territory that a code, a name, a demonym or a city stands for, None if it stands for none.

    It is what `rigour.territories.lookup_territory` gives. Example: "GB", "Britain" and "British" stand for the same.
    "The harbour" for none.
    """
    found = lookup_by_identifier(text)
    if found is not None:
        return found
    code = known("territories", normalize_territory_name(text))
    return get_territory(code) if code is not None else None
