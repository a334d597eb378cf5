"""Who takes part in an event that may be, as their words show them: what its restrictions look at."""

from dataclasses import dataclass

from onrecord.extraction.event_lexicon import tells_of
from onrecord.extraction.events.arguments import NounType
from onrecord.extraction.events.triggers import Trigger
from onrecord.extraction.syntax import PLURAL_NOUNS, dependents
from onrecord.vocabulary import Sector

FORCES: frozenset[Sector | None] = frozenset({"MIL", "REB", "COP", "SPY", "CRM"})
"""The sectors of those who are sent with arms."""

_RULING: frozenset[Sector | None] = FORCES | {"GOV", "JUD", "LEG"}
_ENVOYS = {"ambassador", "attaché", "consul", "delegate", "delegation", "diplomat", "envoy", "mission", "staff"}
_RECALLING = {"recall", "withdraw"}


@dataclass(frozen=True, slots=True)
class Parties:
    """The parties of an event that may be.

    Attributes:
        trigger: the word that tells of the event, with the heads of its arguments.
        by: as what who does it is shown, None where nobody is said to.
        to: as what the one it is done to is shown, None where it is done to nobody.
        led: the sector of the object: of troops that are sent or withdrawn.
    """

    trigger: Trigger
    by: NounType | None = None
    to: NounType | None = None
    led: Sector | None = None

    @property
    def are_forces(self) -> bool:
        """Say whether those have arms who go: "soldiers left", "Lanta sent soldiers", but not "soldiers sent food"."""
        going = {self.led} if self.has_object or self.by is None else {self.led, self.by.sector}
        return not going.isdisjoint(FORCES)

    @property
    def are_ruling(self) -> bool:
        """Say whether who does it rules others: "police", "a court", "Lanta", but not "students"."""
        return self.by is not None and (self.by.type == "state" or self.by.sector in _RULING)

    @property
    def are_several(self) -> bool:
        """Say whether several do it: "Lanta and Sarn", "officials", "they", but not "the mayor"."""
        heads = self.trigger.actors
        return len(heads) > 1 or any(head.tag_ in PLURAL_NOUNS or head.lower_ == "they" for head in heads)

    @property
    def are_a_body(self) -> bool:
        """Say whether who does it is a state, an organisation or a group, or has an office: not just any person."""
        by = self.by
        return by is not None and (by.type in {"state", "organisation", "group"} or by.sector is not None)

    @property
    def is_completed(self) -> bool:
        """Say whether a noun tells what the event is: "an attack", "launched an attack", but not "attacked"."""
        trigger = self.trigger
        return trigger.root.pos_ == "NOUN" or (trigger.noun is not None and not tells_of(trigger.root))

    @property
    def has_object(self) -> bool:
        """Say whether it is done to a thing: "seized the ship", but not "seized", nor "launched an attack"."""
        return self.trigger.noun is not None and not self.is_completed


def is_recalling(trigger: Trigger) -> bool:
    """Say whether it is told with a word by which states call their envoys home: "recalled", but not "expelled"."""
    return trigger.root.lemma_.casefold() in _RECALLING


def recalls_own_envoy(trigger: Trigger) -> bool:
    """Say whether a state calls its own envoy home: "withdrew its ambassador", but not "withdrew the ban"."""
    if trigger.noun is None or trigger.noun.lemma_.casefold() not in _ENVOYS:
        return False
    return is_recalling(trigger) and any(child.tag_ == "PRP$" for child in dependents(trigger.noun))
