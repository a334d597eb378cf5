"""Which deeds with one party are events: thousands marched, an army withdrew, two men were arrested, a port was seized.

A word can mean much else where no second party says what it is about, so more is asked of what stands beside it.
"""

from spacy.tokens import Token

from onrecord.reading.events.deeds import Deed, tells_of
from onrecord.reading.events.participants import Shown
from onrecord.records import Sector

_FORCES: set[Sector | None] = {"MIL", "REB", "COP", "SPY", "CRM"}
_WHERE_AND_WHEN = {"GPE", "LOC", "FAC", "DATE", "TIME"}
_AT, _ABOUT = {"in", "at", "near"}, {"for", "over", "by", "as", "about"}
# What is said of somebody or by them, which makes a word for a deed one for something else ("held accountable").
_COMPLEMENTS = {"ccomp", "xcomp", "oprd", "acomp"}


def acting(deed: Deed, by: Shown, led: Sector | None) -> frozenset[str]:
    """Return the types that a deed can be of which is done to nobody.

    Args:
        deed: the deed.
        by: as what who does it is shown.
        led: the sector of the object: of troops that are sent or withdrawn.
    """
    nobody = by.type is None and by.sector is None
    if nobody or any(child.dep_ in _COMPLEMENTS for child in deed.root.children) or _hung_from_object(deed.root):
        return frozenset()
    completed = deed.noun is not None and not tells_of(deed.root)
    thing = deed.noun is not None and not completed
    possible = set(deed.alone)
    if not _FORCES & {by.sector, led}:
        possible -= {"MOBILIZE", "RETREAT"}
    if thing or by.type != "person":
        possible.discard("CONCEDE")
    if thing or by.type == "person" or by.sector in _FORCES:
        possible.discard("PROTEST")
    if not (thing or completed) or not (by.type == "state" or by.sector in _FORCES):
        possible -= {"ASSAULT", "COERCE"}
    return frozenset("YIELD" if type_ in {"CONCEDE", "RETREAT"} else type_ for type_ in possible)


def suffering(deed: Deed, done_to: Shown) -> frozenset[str]:
    """Return the types that a deed can be of which nobody is said to have done.

    People are killed in crashes and attacked for what they said, too: beside an assault stands nothing but where and
    when, or a word for an assault.

    Args:
        deed: the deed.
        done_to: as what the one it is done to is shown.
    """
    relations = {child.dep_ for child in deed.root.children}
    if "auxpass" not in relations or deed.root.dep_ == "acl" or relations & _COMPLEMENTS or not _alive(done_to):
        return frozenset()
    beside = [token for child in deed.root.children if child.dep_ == "prep" for token in child.children]
    assaulted = all(_where_or_when(token) or "ASSAULT" in tells_of(token) for token in beside if token.dep_ == "pobj")
    return deed.alone if assaulted else deed.alone - {"ASSAULT"}


def leads(deed: Deed, own: Sector | None) -> bool:
    """Say whether an object of the sector `own` is what is sent or withdrawn, so that nothing is done to it."""
    return own in _FORCES and not deed.alone.isdisjoint({"MOBILIZE", "RETREAT"})


def _alive(shown: Shown) -> bool:
    """Say whether persons are shown, or a place with those in it, and no document or assembly."""
    return shown.type in {"person", "group", "state", "place"} or (shown.type is None and shown.sector is not None)


def _hung_from_object(verb: Token) -> bool:
    """Say whether a clause tells of its noun as of what is done something to ("the silence they demonstrated")."""
    subject = next((child for child in verb.children if child.dep_ == "nsubj"), None)
    return verb.dep_ == "relcl" and subject is not None and subject.tag_ not in {"WP", "WDT"}


def _where_or_when(token: Token) -> bool:
    known = token.ent_type_ in _WHERE_AND_WHEN or (token.pos_ == "PROPN" and token.head.lower_ in _AT)
    return known and token.head.lower_ not in _ABOUT
