"""The tables of names that comparing needs, loaded before they are needed."""

from onrecord.entity_linking.comparison import compare
from onrecord.entity_linking.profile import Profile

_ONE_OF_EACH = (
    (Profile("person", ("Ada Orlen",), roles=("Mayor",)), Profile("person", ("Ida Brandt",), roles=("Minister",))),
    (Profile("organisation", ("Harbour Ministry",)), Profile("organisation", ("Ministry of Harbours",))),
    (Profile("state", ("Porto Vela",)), Profile("state", ("Kestria",))),
)


def load_names() -> None:
    """Load what the first comparisons of two entities would load: rigour's taggers of names, its territories.

    It takes some seconds and 400 MB where nothing has been compared in this process, and no time where something has.
    Whoever holds a lock while it compares calls this before it takes the lock.
    """
    for one, other in _ONE_OF_EACH:
        compare(one, other)
