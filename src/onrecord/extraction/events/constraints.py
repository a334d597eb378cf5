"""Of which types an event can be by who takes part: thousands marched, an army withdrew, two men were arrested.

A word can mean much else where no second party says what it is about, so more is asked then of what stands beside it.
"""

from spacy.tokens import Token

from onrecord.extraction.event_lexicon import does_harm, tells_of
from onrecord.extraction.events.arguments import NounType
from onrecord.extraction.events.triggers import Trigger
from onrecord.extraction.syntax import PLURAL_NOUNS, PREDICATE_COMPLEMENTS, dependent, dependents, has_dependent
from onrecord.vocabulary import Sector

_FORCES: set[Sector | None] = {"MIL", "REB", "COP", "SPY", "CRM"}
_RULING: set[Sector | None] = _FORCES | {"GOV", "JUD", "LEG"}
_ENVOYS = {"ambassador", "attaché", "consul", "delegate", "delegation", "diplomat", "envoy", "mission", "staff"}
_RECALLING = {"recall", "withdraw"}
_WHERE_AND_WHEN = {"GPE", "LOC", "FAC", "DATE", "TIME"}
_AT, _ABOUT = {"in", "at", "near"}, {"for", "over", "by", "as", "about"}
_WHEN = {"after", "before", "since"}
# What somebody does with others, or bodies do by themselves.
_TOGETHER = {"AGREE", "CONSULT", "COOPERATE"}
_PUBLIC = {"ACCUSE", "AGREE", "AID", "REJECT", "REQUEST", "SANCTION", "SUPPORT", "THREATEN"}


def types_between(trigger: Trigger, by: NounType, led: Sector | None) -> frozenset[str]:
    """Return the types that an event can be of between two: nobody is mobilised but forces."""
    forces = (by.sector if trigger.noun is None else led) in _FORCES
    return trigger.types if forces else trigger.types - {"MOBILIZE"}


def types_of_actor(trigger: Trigger, by: NounType, led: Sector | None) -> frozenset[str]:
    """Return the types that an event can be of which is done to nobody.

    Args:
        trigger: the word that tells of the event, with the heads of its arguments.
        by: as what who does it is shown.
        led: the sector of the object: of troops that are sent or withdrawn.
    """
    nobody = by.type is None and by.sector is None
    if nobody or _hung_from_object(trigger.root):
        return frozenset()
    completed = trigger.root.pos_ == "NOUN" or (trigger.noun is not None and not tells_of(trigger.root))
    thing = trigger.noun is not None and not completed
    ruling = by.type == "state" or by.sector in _RULING
    possible = set(trigger.actor_only_types)
    if has_dependent(trigger.root, *PREDICATE_COMPLEMENTS):
        # "Held accountable" is another thing; "sent soldiers to guard the port" is no less for what follows.
        possible &= {"MOBILIZE"}
    if thing:
        possible -= {"PROTEST", "CONCEDE", *_TOGETHER, *_PUBLIC} - trigger.with_thing_types
    if not _FORCES & ({led} if thing else {by.sector, led}) and not (completed and ruling):
        possible -= {"MOBILIZE", "RETREAT"} - trigger.with_thing_types
    if by.type != "person":
        possible.discard("CONCEDE")
    if (by.type == "person" and not completed) or by.sector in _FORCES:
        possible.discard("PROTEST")
    if not (thing or completed) or not ruling:
        possible -= {"ASSAULT", "COERCE"}
    if not _together(trigger, by):
        possible -= _TOGETHER
    if by.type not in {"state", "organisation", "group"} and by.sector is None:
        possible -= _PUBLIC
    if (
        not ruling
        or not (thing or completed)
        or (trigger.root.lemma_.casefold() in _RECALLING and not _recalls(trigger))
    ):
        possible.discard("SANCTION")
    return frozenset("YIELD" if type_ in {"CONCEDE", "RETREAT"} else type_ for type_ in possible)


def types_of_recipient(trigger: Trigger, done_to: NounType) -> frozenset[str]:
    """Return the types that an event can be of which nobody is said to have done.

    People are killed in crashes and attacked for what they said, too: beside an assault stands nothing but where and
    when, or a word for an assault.

    Args:
        trigger: the word that tells of the event, with the heads of its arguments.
        done_to: as what the one it is done to is shown.
    """
    # "The men arrested" tells of the men.
    participle = trigger.root.dep_ == "acl" and trigger.root.right_edge == trigger.root
    if participle or has_dependent(trigger.root, *PREDICATE_COMPLEMENTS) or not _alive(done_to):
        return frozenset()
    beside = [
        token
        for child in dependents(trigger.root)
        if child.dep_ == "prep" and child.lower_ not in _WHEN and trigger.root.pos_ == "VERB"
        for token in dependents(child)
    ]
    assaulted = all(_where_or_when(token) or does_harm(token) for token in beside if token.dep_ == "pobj")
    return trigger.recipient_only_types if assaulted else trigger.recipient_only_types - {"ASSAULT"}


def leads(trigger: Trigger, own: Sector | None) -> bool:
    """Say whether an object of the sector `own` is what is sent or withdrawn by it, so that nothing is done to it."""
    if _recalls(trigger):
        return True
    return own in _FORCES and not trigger.actor_only_types.isdisjoint({"MOBILIZE", "RETREAT"})


def _recalls(trigger: Trigger) -> bool:
    """Say whether an event is that a state calls its own envoy home ("withdrew its ambassador")."""
    if trigger.noun is None or trigger.noun.lemma_.casefold() not in _ENVOYS:
        return False
    theirs = any(child.tag_ == "PRP$" for child in dependents(trigger.noun))
    return theirs and trigger.root.lemma_.casefold() in _RECALLING


def _together(trigger: Trigger, by: NounType) -> bool:
    """Say whether several do something, or a body that can alone ("Lanta ratified the treaty")."""
    several = len(trigger.actors) > 1 or any(head.tag_ in PLURAL_NOUNS for head in trigger.actors)
    return several or by.type == "state" or any(head.lower_ == "they" for head in trigger.actors)


def _alive(noun_type: NounType) -> bool:
    """Say whether persons are shown, or a place with those in it, and no document or assembly."""
    return noun_type.type in {"person", "group", "state", "place"} or (
        noun_type.type is None and noun_type.sector is not None
    )


def _hung_from_object(verb: Token) -> bool:
    """Say whether a clause tells of its noun as of what is done something to ("the silence they demonstrated")."""
    subject = dependent(verb, "nsubj")
    return verb.dep_ == "relcl" and subject is not None and subject.tag_ not in {"WP", "WDT"}


def _where_or_when(token: Token) -> bool:
    known = token.ent_type_ in _WHERE_AND_WHEN or (token.pos_ == "PROPN" and token.head.lower_ in _AT)
    return known and token.head.lower_ not in _ABOUT
