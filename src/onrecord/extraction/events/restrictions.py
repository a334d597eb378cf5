"""Of which types an event can be by who takes part: thousands marched, an army withdrew, two men were arrested.

A word can mean much else where no second party says what it is about, so more is asked then of what stands beside it.
Each table has a row for each reason why types are out of the question; every row that speaks takes its types away.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import get_args

from onrecord import lexicons
from onrecord.extraction.events.parties import FORCES, Parties, is_recalling, recalls_own_envoy
from onrecord.extraction.events.triggers import Trigger
from onrecord.extraction.syntax import PREDICATE_COMPLEMENTS, dependents, governed_by, verb_group
from onrecord.rules import Rule, active, fired
from onrecord.vocabulary import EventType, Sector

_ACCIDENTS = {row[0] for row in lexicons.rows("accidents.tsv")}
_IN = ("amid", "by", "during", "in")
_TO_ACCOUNT = {"accountable", "answerable", "liable", "responsible"}
# The classifier has one class for two of them.
_ALL = frozenset({*get_args(EventType.__value__), "YIELD"})
# What somebody does with others, or bodies do by themselves.
_TOGETHER = frozenset({"AGREE", "CONSULT", "COOPERATE"})
_PUBLIC = frozenset({"ACCUSE", "AGREE", "AID", "REJECT", "REQUEST", "SANCTION", "SUPPORT", "THREATEN"})


@dataclass(frozen=True, slots=True)
class Restriction:
    """A row of a table: the types that are out of the question, and between which parties they are.

    With `unless_listed` those stay that the lexicon gives the word with a thing for its object ("blocked the road").
    """

    types: frozenset[str]
    between: Callable[[Parties], bool]
    unless_listed: bool = False

    def __call__(self, parties: Parties) -> frozenset[str]:
        """Return the types that an event between these parties cannot be of by this row."""
        if not self.between(parties):
            return frozenset()
        return self.types - parties.trigger.with_thing_types if self.unless_listed else self.types


type Led = Callable[[Trigger, Sector | None], bool]
"""Says whether the object of a trigger, of that sector, is what is sent or withdrawn, so that nothing is done to it."""


def types_between(parties: Parties) -> frozenset[str]:
    """Return the types that an event can be of between two: they send soldiers to Sarn, but not nurses."""
    return _left(parties.trigger.types, parties, BETWEEN_TWO)


def types_of_actor(parties: Parties) -> frozenset[str]:
    """Return the types that an event can be of which is done to nobody: soldiers retreat, but not a singer."""
    left = _left(parties.trigger.actor_only_types, parties, OF_ACTOR)
    return frozenset("YIELD" if type_ in {"CONCEDE", "RETREAT"} else type_ for type_ in left)


def types_of_recipient(parties: Parties) -> frozenset[str]:
    """Return the types that an event can be of which nobody is said to have done.

    People are killed in crashes and attacked for what they said, too: "killed in Ostrel", but not "killed in a fire".
    """
    return _left(parties.trigger.recipient_only_types, parties, OF_RECIPIENT)


def is_led(trigger: Trigger, own: Sector | None) -> bool:
    """Say whether an object of the sector `own` is what is sent or withdrawn by it, so that nothing is done to it."""
    for rule in active(LED):
        if rule.apply(trigger, own):
            fired(rule, trigger.root.idx, trigger.root.idx + len(trigger.root))
            return True
    return False


def _left(types: frozenset[str], parties: Parties, table: tuple[Rule[Restriction], ...]) -> frozenset[str]:
    root, left = parties.trigger.root, types
    for rule in active(table) if types else ():
        out = types & rule.apply(parties)
        if out:
            fired(rule, root.idx, root.idx + len(root))
            left -= out
    return left


def _without_forces(parties: Parties) -> bool:
    return not parties.are_forces


def _without_forces_or_rule(parties: Parties) -> bool:
    return not parties.are_forces and not (parties.is_completed and parties.are_ruling)


def _by_nobody(parties: Parties) -> bool:
    return parties.by is not None and parties.by.type is None and parties.by.sector is None


def _with_predicate(parties: Parties) -> bool:
    """Say whether a predicate follows ("withdrew defeated"), and no aim ("sent soldiers to guard the port")."""
    behind = (child for child in dependents(parties.trigger.root) if child.dep_ in PREDICATE_COMPLEMENTS)
    return any(not verb_group(child).infinitive for child in behind)


def _held_to_account(parties: Parties) -> bool:
    return any(child.lower_ in _TO_ACCOUNT for child in dependents(parties.trigger.root))


def _with_object(parties: Parties) -> bool:
    return parties.has_object


def _without_object(parties: Parties) -> bool:
    return not parties.has_object and not parties.is_completed


def _by_one_person(parties: Parties) -> bool:
    return parties.by is not None and parties.by.type == "person" and not parties.is_completed


def _by_forces(parties: Parties) -> bool:
    return parties.by is not None and parties.by.sector in FORCES


def _by_ruled(parties: Parties) -> bool:
    return not parties.are_ruling


def _by_one(parties: Parties) -> bool:
    state = parties.by is not None and parties.by.type == "state"
    return not parties.are_several and not state


def _by_no_body(parties: Parties) -> bool:
    return not parties.are_a_body


def _recalls_other(parties: Parties) -> bool:
    return is_recalling(parties.trigger) and not recalls_own_envoy(parties.trigger)


def _in_accident(parties: Parties) -> bool:
    return any(token.lemma_.casefold() in _ACCIDENTS for token in governed_by(parties.trigger.root, *_IN))


def _leads_forces(trigger: Trigger, own: Sector | None) -> bool:
    return own in FORCES and not trigger.actor_only_types.isdisjoint({"MOBILIZE", "RETREAT"})


def _leads_envoy(trigger: Trigger, own: Sector | None) -> bool:
    return recalls_own_envoy(trigger)


BETWEEN_TWO: tuple[Rule[Restriction], ...] = (
    Rule("decision/event-mobilise-needs-force", Restriction(frozenset({"MOBILIZE"}), _without_forces)),
)
"""Why an event between two is not of a type that its words can tell of."""

_RULE = frozenset({"ASSAULT", "COERCE", "SANCTION"})

OF_ACTOR: tuple[Rule[Restriction], ...] = (
    Rule("decision/event-actor-is-nobody", Restriction(_ALL, _by_nobody)),
    Rule("decision/event-actor-with-predicate", Restriction(_ALL, _with_predicate)),
    Rule(
        "decision/event-to-a-thing",
        Restriction(_TOGETHER | _PUBLIC | {"PROTEST", "CONCEDE"}, _with_object, unless_listed=True),
    ),
    Rule(
        "decision/event-forces-move",
        Restriction(frozenset({"MOBILIZE", "RETREAT"}), _without_forces_or_rule, unless_listed=True),
    ),
    Rule("decision/event-crowd-protests", Restriction(frozenset({"PROTEST"}), _by_one_person)),
    Rule("decision/event-forces-do-not-protest", Restriction(frozenset({"PROTEST"}), _by_forces)),
    Rule("decision/event-ruler-coerces", Restriction(_RULE, _by_ruled)),
    Rule("decision/event-coerces-something", Restriction(_RULE, _without_object)),
    Rule("decision/event-recalls-own-envoy", Restriction(frozenset({"SANCTION"}), _recalls_other)),
    Rule("decision/event-together", Restriction(_TOGETHER, _by_one)),
    Rule("decision/event-body-acts", Restriction(_PUBLIC, _by_no_body)),
)
"""Why an event that is done to nobody is not of a type that its words can tell of."""

OF_RECIPIENT: tuple[Rule[Restriction], ...] = (
    Rule("decision/event-recipient-with-predicate", Restriction(_ALL, _held_to_account)),
    Rule("decision/event-accident", Restriction(frozenset({"ASSAULT"}), _in_accident)),
)
"""Why an event that nobody is said to have done is not of a type that its words can tell of."""

LED: tuple[Rule[Led], ...] = (
    Rule("decision/event-leads-envoy", _leads_envoy),
    Rule("decision/event-leads-forces", _leads_forces),
)
"""Why nothing is done to an object; the first row that speaks is believed."""
