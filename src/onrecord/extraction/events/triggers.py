"""What is done in a text: words for triggers, with the words for who does them and to whom."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from onrecord.extraction.coreference import is_of_people
from onrecord.extraction.entities import country_of
from onrecord.extraction.event_lexicon import HARMLESS, MEANS, EventWord, does_harm, word_for
from onrecord.extraction.events.argument_heads import (
    agents_of,
    behind,
    behind_day,
    hung_from,
    is_nobody,
    relative_antecedents,
    subjects,
    with_others,
)
from onrecord.extraction.syntax import (
    ADNOMINAL_CLAUSES,
    NOUNS,
    OBJECTS_AND_PREDICATES,
    dependent,
    dependents,
    has_dependent,
)

# The parser does not know all of them for what they are.
_NOT = {"not", "n't", "n’t", "never"}
_AMID = {"in", "during"}
# Who takes something is the one to whom those do something from whom it comes.
_TAKING = {"receive", "obtain", "get", "win", "secure"}
# "Broke the ceasefire."
_UNDOING = {"break", "drop"}
# Shots and posts: "fired at the crowd", "fired two generals".
_DISMISSING = {"fire"}


@dataclass(frozen=True, slots=True)
class Trigger:
    """A trigger of an event (`root`), and the noun that completes it ("launched an `attack`").

    `actors` and `recipients` are the heads of the phrases for who does it and to whom, likeliest first.
    `types` are the PLOVER types that such words can tell of, `acting` and `suffering` those that they can tell of with
    an actor or a recipient alone, `over` those of `acting` that they can with a thing as their object.
    """

    root: Token
    noun: Token | None
    actors: tuple[Token, ...]
    recipients: tuple[Token, ...]
    types: frozenset[str]
    actor_only_types: frozenset[str] = frozenset()
    recipient_only_types: frozenset[str] = frozenset()
    with_thing_types: frozenset[str] = frozenset()


def find_triggers(doc: Doc) -> Iterator[Trigger]:
    """Yield the triggers of a document in text order, those left out that have too few words for who takes part.

    The document has been through the language pass.
    Of "police stormed the camp and arrested two men" both have the police as actor; of "the arrested men" none has one.
    A missile, or shelling, does what is done by those whose it is.
    """
    for token in doc:
        word = word_for(token)
        if word is None:
            continue
        trigger = _of_verb(token, word) if token.pos_ == "VERB" else _of_noun(token, word)
        if trigger is None or any(is_nobody(head) for head in (*trigger.actors[:1], *trigger.recipients[:1])):
            continue
        if (
            (trigger.actors and trigger.recipients and trigger.types)
            or trigger.actor_only_types
            or trigger.recipient_only_types
        ):
            yield trigger


def _of_verb(verb: Token, word: EventWord) -> Trigger | None:
    if any(child.dep_ == "neg" or child.lower_ in _NOT for child in dependents(verb)):
        return None
    passive = has_dependent(verb, "auxpass", "nsubjpass")
    noun = dependent(verb, "dobj")
    own = has_dependent(verb, "nsubj", "aux") or behind_day(verb) is not None
    if passive or (verb.tag_ == "VBN" and verb.dep_ in ADNOMINAL_CLAUSES and not own):
        return _of_passive(verb, word)
    actor_only_types, harm = _behind_harm(subjects(verb), word)
    objects = [child for child in dependents(verb) if child.dep_ in OBJECTS_AND_PREDICATES]
    objects += behind(verb)
    if noun is not None:
        # "Imposed sanctions on Lanta": what is imposed is nobody, but on whom is.
        objects += behind(noun)
    # "Imposed" is nothing yet, "imposed sanctions" is.
    completing = word_for(noun) if noun is not None else None
    if completing is not None and verb.lemma_.casefold() in _UNDOING and completing.types & {"AGREE", "YIELD"}:
        return None
    told = word if word.types or completing is None else completing
    types, alone, with_thing_types = told.types, told.actor_only_types, told.with_thing_types
    if completing is not None and "AGREE" in types & completing.types:
        # A ceasefire is signed, too, and is more than a treaty.
        types, alone, with_thing_types = (
            types | completing.types,
            alone | completing.actor_only_types,
            with_thing_types | completing.with_thing_types,
        )
    if noun is not None and verb.lemma_.casefold() in _DISMISSING and is_of_people(noun) and not behind(verb):
        types -= {"ASSAULT"}
    givers = [token for token in objects if token.head.lower_ == "from"]
    if givers and verb.lemma_.casefold() in _TAKING:
        return Trigger(verb, noun, with_others(givers), with_others(relative_antecedents(actor_only_types)), types)
    recipient_only_types = told.recipient_only_types if harm else frozenset[str]()
    return Trigger(
        verb,
        noun,
        with_others(relative_antecedents(actor_only_types)),
        with_others(relative_antecedents(objects)),
        types,
        alone,
        recipient_only_types,
        with_thing_types,
    )


def _of_passive(verb: Token, word: EventWord) -> Trigger:
    done = [child for child in dependents(verb) if child.dep_ == "nsubjpass"] or hung_from(verb)
    told = word
    if done and not word.types:
        # "Sanctions were imposed on Lanta": nothing is done to the sanctions.
        completing = word_for(done[0])
        if completing is not None:
            told = completing
            done += [token for head in (verb, done[0]) for token in behind(head)]
    said = agents_of(verb)
    agents, harm = _behind_harm(said, word)
    agents = agents or [doer for amid in _amid(verb, word) for doer in _doers(amid)]
    # Those before a word for harm may be nobody ("a car bomb").
    recipient_only_types = told.recipient_only_types if harm or not said else frozenset[str]()
    if not agents and done and "MOBILIZE" in told.actor_only_types:
        # "Soldiers were sent to the border."
        sent = told.types & {"MOBILIZE"}
        return Trigger(
            verb, None, with_others(relative_antecedents(done)), with_others(behind(verb)), sent, told.actor_only_types
        )
    if not agents:
        return Trigger(
            verb,
            None,
            (),
            with_others(relative_antecedents(done)),
            told.types,
            recipient_only_types=recipient_only_types,
        )
    # "The ship was seized by the navy": a thing may be what is seized.
    thing = done[0] if done else None
    doers, to_whom = with_others(agents), with_others(relative_antecedents(done))
    return Trigger(
        verb, thing, doers, to_whom, told.types, told.actor_only_types, recipient_only_types, told.with_thing_types
    )


def _of_noun(noun: Token, word: EventWord) -> Trigger | None:
    """Return the event of a noun: "Lanta's invasion of Sarn", "talks between Lanta and Sarn"."""
    if noun.dep_ == "compound" or noun.lemma_.casefold() in MEANS | HARMLESS:
        return None
    between = [token for token in behind(noun) if token.head.lower_ in {"between", "among"}]
    if between:
        parties = with_others(between)
        return Trigger(noun, None, parties[:1], parties[1:], word.types)
    done = [token for token in behind(noun) if token.head.lower_ not in {"from", "at", "over"}]
    # "The killing of two men" was one, "the sanctions on Lanta" have long been there.
    recipient_only_types = (
        word.recipient_only_types if any(token.head.lower_ == "of" for token in done) else frozenset[str]()
    )
    return Trigger(
        noun,
        None,
        with_others(_doers(noun)),
        with_others(done),
        word.types,
        word.actor_only_types,
        recipient_only_types,
    )


def _doers(noun: Token) -> list[Token]:
    """Return whose event a noun tells of: "Lanta's attack", "an attack by Lanta", "Lantan attacks", "rebel attacks"."""
    actor_only_types = [child for child in dependents(noun) if child.dep_ == "poss"]
    actor_only_types += [token for child in dependents(noun) if child.lower_ == "by" for token in dependents(child)]
    beside = [child for child in dependents(noun) if child.dep_ in {"compound", "amod"} and child.i < noun.i]
    return actor_only_types + [
        child
        for child in beside
        if (child.pos_ in NOUNS or country_of(child.text) is not None) and child.lemma_.casefold() not in MEANS
    ]


def _behind_harm(heads: list[Token], word: EventWord) -> tuple[list[Token], bool]:
    """Return `heads` with those in the place of a missile, or of shelling, whose it is; and whether there is such."""
    harm = [token for token in heads if _is_harm(token, word)]
    return [doer for token in heads for doer in (_doers(token) if token in harm else [token])], bool(harm)


def _amid(verb: Token, word: EventWord) -> list[Token]:
    """Return the words for the harm in which somebody is said to have been killed or wounded."""
    amid = [child for child in dependents(verb) if child.dep_ == "prep" and child.lower_ in _AMID]
    return [token for child in amid for token in dependents(child) if token.dep_ == "pobj" and _is_harm(token, word)]


def _is_harm(token: Token, word: EventWord) -> bool:
    return "ASSAULT" in word.types and does_harm(token)
