"""Which words tell of an event, and the place that is named with them."""

from collections.abc import Sequence

from spacy.tokens import Token

from onrecord.extraction.document import name_around
from onrecord.extraction.events.triggers import Trigger
from onrecord.extraction.ranges import CharRange
from onrecord.extraction.syntax import AUXILIARIES, dependent, dependents, dependents_before, dependents_behind

_WHERE = {"in", "at", "near", "outside", "inside", "around", "across", "off", "on", "over"}
_PLACES = {"GPE", "LOC", "FAC"}
# The words of an event go on up to whom it is done to, if that is so many words away at most.
_NEAR = 10


def extent(trigger: Trigger, recipients: Sequence[Token]) -> CharRange:
    """Return the words of an event, from its auxiliaries to whom it is done to, or else to what is told with it.

    "Has jailed two sailors" in "the court has jailed two sailors"; "was jailed for nine years", but not "was jailed".
    """
    ends = [
        token for token in (trigger.noun, *recipients) if token is not None and 0 < token.i - trigger.root.i <= _NEAR
    ]
    if not ends:
        behind = (child for child in dependents_behind(trigger.root) if child.dep_ == "prep")
        ends = [token for child in behind for token in dependents_behind(child) if token.dep_ == "pobj"][:1]
    last = max((token for token in ends if token.i - trigger.root.i <= _NEAR), key=lambda t: t.i, default=trigger.root)
    helping = [child for child in dependents_before(trigger.root) if child.dep_ in AUXILIARIES]
    return CharRange(min([trigger.root.idx, *(child.idx for child in helping)]), last.idx + len(last))


def place_of(trigger: Trigger) -> CharRange | None:
    """Return the name of the place where an event is done: "Ostrel" for "jailed in Ostrel", None where none is told."""
    for head in (trigger.root, trigger.noun):
        for child in dependents(head) if head is not None else ():
            place = dependent(child, "pobj") if child.lower_ in _WHERE else None
            if place is not None and place.ent_type_ in _PLACES:
                name = name_around(place)
                return CharRange(name.start_char, name.end_char) if name is not None else None
    return None
