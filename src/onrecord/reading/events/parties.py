"""Of which types a deed can be by who takes part: thousands marched, an army withdrew, two men were arrested.

A word can mean much else where no second party says what it is about, so more is asked then of what stands beside it.
"""

from spacy.tokens import Token

from onrecord.reading.deed_words import does_harm, tells_of
from onrecord.reading.events.deeds import Deed
from onrecord.reading.events.participants import Shown
from onrecord.records import Sector

_FORCES: set[Sector | None] = {"MIL", "REB", "COP", "SPY", "CRM"}
_RULING: set[Sector | None] = _FORCES | {"GOV", "JUD", "LEG"}
_ENVOYS = {"ambassador", "attaché", "consul", "delegate", "delegation", "diplomat", "envoy", "mission", "staff"}
_RECALLING = {"recall", "withdraw"}
_WHERE_AND_WHEN = {"GPE", "LOC", "FAC", "DATE", "TIME"}
_AT, _ABOUT = {"in", "at", "near"}, {"for", "over", "by", "as", "about"}
_WHEN = {"after", "before", "since"}
# What is said of somebody or by them, which makes a word for a deed one for something else ("held accountable").
_COMPLEMENTS = {"ccomp", "xcomp", "oprd", "acomp"}
# What somebody does with others, or bodies do by themselves.
_TOGETHER = {"AGREE", "CONSULT", "COOPERATE"}
_PUBLIC = {"ACCUSE", "AGREE", "AID", "REJECT", "REQUEST", "SANCTION", "SUPPORT", "THREATEN"}


def between(deed: Deed, by: Shown, led: Sector | None) -> frozenset[str]:
    """Return the types that a deed can be of between two: nobody is mobilised but forces."""
    forces = (by.sector if deed.noun is None else led) in _FORCES
    return deed.types if forces else deed.types - {"MOBILIZE"}


def acting(deed: Deed, by: Shown, led: Sector | None) -> frozenset[str]:
    """Return the types that a deed can be of which is done to nobody.

    Args:
        deed: the deed.
        by: as what who does it is shown.
        led: the sector of the object: of troops that are sent or withdrawn.
    """
    nobody = by.type is None and by.sector is None
    if nobody or _hung_from_object(deed.root):
        return frozenset()
    completed = deed.root.pos_ == "NOUN" or (deed.noun is not None and not tells_of(deed.root))
    thing = deed.noun is not None and not completed
    ruling = by.type == "state" or by.sector in _RULING
    possible = set(deed.acting)
    if any(child.dep_ in _COMPLEMENTS for child in deed.root.children):
        # "Sent soldiers to guard the port" is no less for what follows.
        possible &= {"MOBILIZE"}
    if thing:
        possible -= {"PROTEST", "CONCEDE", *_TOGETHER, *_PUBLIC} - deed.over
    if not _FORCES & ({led} if thing else {by.sector, led}) and not (completed and ruling):
        possible -= {"MOBILIZE", "RETREAT"} - deed.over
    if by.type != "person":
        possible.discard("CONCEDE")
    if (by.type == "person" and not completed) or by.sector in _FORCES:
        possible.discard("PROTEST")
    if not (thing or completed) or not ruling:
        possible -= {"ASSAULT", "COERCE"}
    if not _together(deed, by):
        possible -= _TOGETHER
    if by.type not in {"state", "organisation", "group"} and by.sector is None:
        possible -= _PUBLIC
    if not ruling or not (thing or completed) or (deed.root.lemma_.casefold() in _RECALLING and not _recalls(deed)):
        possible.discard("SANCTION")
    return frozenset("YIELD" if type_ in {"CONCEDE", "RETREAT"} else type_ for type_ in possible)


def suffering(deed: Deed, done_to: Shown) -> frozenset[str]:
    """Return the types that a deed can be of which nobody is said to have done.

    People are killed in crashes and attacked for what they said, too: beside an assault stands nothing but where and
    when, or a word for an assault.

    Args:
        deed: the deed.
        done_to: as what the one it is done to is shown.
    """
    # "The men arrested" tells of the men.
    participle = deed.root.dep_ == "acl" and deed.root.right_edge == deed.root
    if participle or any(child.dep_ in _COMPLEMENTS for child in deed.root.children) or not _alive(done_to):
        return frozenset()
    beside = [
        token
        for child in deed.root.children
        if child.dep_ == "prep" and child.lower_ not in _WHEN and deed.root.pos_ == "VERB"
        for token in child.children
    ]
    assaulted = all(_where_or_when(token) or does_harm(token) for token in beside if token.dep_ == "pobj")
    return deed.suffering if assaulted else deed.suffering - {"ASSAULT"}


def leads(deed: Deed, own: Sector | None) -> bool:
    """Say whether an object of the sector `own` is what is sent or withdrawn by it, so that nothing is done to it."""
    if _recalls(deed):
        return True
    return own in _FORCES and not deed.acting.isdisjoint({"MOBILIZE", "RETREAT"})


def _recalls(deed: Deed) -> bool:
    """Say whether a deed is that a state calls its own envoy home ("withdrew its ambassador")."""
    if deed.noun is None or deed.noun.lemma_.casefold() not in _ENVOYS:
        return False
    theirs = any(child.tag_ == "PRP$" for child in deed.noun.children)
    return theirs and deed.root.lemma_.casefold() in _RECALLING


def _together(deed: Deed, by: Shown) -> bool:
    """Say whether several do something, or a body that can alone ("Lanta ratified the treaty")."""
    several = len(deed.actors) > 1 or any(head.tag_ in {"NNS", "NNPS"} for head in deed.actors)
    return several or by.type == "state" or any(head.lower_ == "they" for head in deed.actors)


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
