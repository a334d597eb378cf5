"""Words for what one does to another, and for what does harm in somebody's place, by the lexicon."""

from dataclasses import dataclass

from spacy.tokens import Token

from onrecord import lexicons
from onrecord.extraction.syntax import NOUNS, dependent


@dataclass(frozen=True, slots=True)
class EventWord:
    """The types that a word can tell of, none where another word completes it, and those it can with one party.

    `over` are those that it can tell of with an actor alone where it has a thing for its object, too.
    """

    types: frozenset[str]
    actor_only_types: frozenset[str]
    recipient_only_types: frozenset[str]
    with_thing_types: frozenset[str]

    @classmethod
    def read(cls, types: str, actor_only_types: str, recipient_only_types: str) -> "EventWord":
        """Return a word by the columns of the lexicon."""
        with_thing_types = {type_.removesuffix("+") for type_ in actor_only_types.split() if type_.endswith("+")}
        alone = frozenset(type_.removesuffix("+") for type_ in actor_only_types.split()) - {"-"}
        return cls(
            frozenset(types.split()) - {"any"},
            alone,
            frozenset(recipient_only_types.split()) - {"-"},
            frozenset(with_thing_types),
        )


_WORDS = {(word, part): EventWord.read(*columns) for word, part, *columns in lexicons.rows("event_words.tsv")}

_PARTS_OF_SPEECH = {pos for _, pos in _WORDS}

MEANS = {"bomb", "drone", "grenade", "gunfire", "landmine", "mine", "missile", "mortar", "rocket", "shell"}
"""What does harm in the place of those whose it is."""

HARMLESS = {"fire", "operation"}
"""Words for harm that are accidents, or events of others, too."""

# "Cut taxes."
_OF_THINGS = {"cut"}


def tells_of(token: Token) -> frozenset[str]:
    """Return the types that a word alone can tell of, none where it is no trigger of an event."""
    word = word_for(token)
    return word.types if word is not None else frozenset()


def harms(token: Token) -> bool:
    """Say whether a verb can tell of nothing but harm done to somebody."""
    word = word_for(token) if token.pos_ == "VERB" and token.lemma_ not in _OF_THINGS else None
    return word is not None and bool(word.types) and word.types <= {"ASSAULT", "COERCE", "SANCTION"}


def does_harm(token: Token) -> bool:
    """Say whether a noun is for what does harm, a weapon or an assault ("a missile", "shelling"), and no accident."""
    if token.pos_ not in NOUNS or token.lemma_.casefold() in HARMLESS:
        return False
    return token.lemma_.casefold() in MEANS or "ASSAULT" in tells_of(token)


def word_for(token: Token) -> EventWord | None:
    """Return what a word can tell of, a verb with its particle before the verb alone ("walked out")."""
    pos = token.pos_
    if pos not in _PARTS_OF_SPEECH:
        return None
    lemma = token.lemma_.casefold()
    particle = dependent(token, "prt") if pos == "VERB" else None
    with_particle = _WORDS.get((f"{lemma} {particle.lower_}", pos)) if particle is not None else None
    return with_particle or _WORDS.get((lemma, pos))
