"""What an event is by who tells of it: what somebody claims is alleged, what somebody denies is denied.

The first row that speaks decides; where none does, an event is what its own sentence tells of it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Token

from onrecord.extraction.events.context_words import context_words
from onrecord.extraction.ranges import CharRange
from onrecord.extraction.syntax import dependents
from onrecord.rules import Rule, active, fired
from onrecord.vocabulary import Act, EventModality

_ALLEGED = context_words("alleged")


@dataclass(frozen=True, slots=True)
class Asserted:
    """An event by how it is told of and by who tells of it.

    Attributes:
        own: how its own sentence tells of it.
        act: what the statement does in whose words it stands; None where the narrator tells of it.
        hedged: a word beside it says that it is only alleged.
    """

    own: EventModality
    act: Act | None
    hedged: bool = False

    @property
    def is_done(self) -> bool:
        """Say whether it is told of as done or as being done."""
        return self.own in {"happened", "ongoing"}


@dataclass(frozen=True, slots=True)
class Standing:
    """A row: what an event is, and where it is that."""

    told: EventModality | Literal["no event"]
    where: Callable[[Asserted], bool]

    def __call__(self, asserted: Asserted) -> EventModality | Literal["no event"] | None:
        """Return what an event is by this row, None where the row keeps silent."""
        return self.told if self.where(asserted) else None


def is_hedged(word: Token) -> bool:
    """Say whether a word beside that of an event says that it is only alleged: "reportedly seized the port"."""
    return any(child.lower_ in _ALLEGED for child in dependents(word))


def standing(asserted: Asserted, at: CharRange) -> EventModality | None:
    """Return what an event is, None where whoever tells of it only asks for it.

    "Seized the port" happened; where the mayor says so it is alleged, where the mayor denies it it is denied.

    Args:
        asserted: how it is told of and by whom.
        at: the characters of its word.
    """
    for rule in active(STANDINGS):
        told = rule.apply(asserted)
        if told is not None:
            fired(rule, *at)
            return None if told == "no event" else told
    return asserted.own


def _is_denied(asserted: Asserted) -> bool:
    return asserted.act in {"deny", "reject"}


def _is_asked_for(asserted: Asserted) -> bool:
    return asserted.act in {"demand", "propose"} and asserted.own == "planned"


def _is_threatened(asserted: Asserted) -> bool:
    return asserted.act == "threaten"


def _is_claimed(asserted: Asserted) -> bool:
    return asserted.act is not None and asserted.is_done


def _is_doubtful(asserted: Asserted) -> bool:
    return asserted.hedged and asserted.is_done


STANDINGS: tuple[Rule[Standing], ...] = (
    Rule("decision/standing-denied", Standing("denied", _is_denied)),
    Rule("decision/standing-asked-for", Standing("no event", _is_asked_for)),
    Rule("decision/standing-threatened", Standing("threatened", _is_threatened)),
    Rule("decision/standing-claimed", Standing("alleged", _is_claimed)),
    Rule("decision/standing-hedged", Standing("alleged", _is_doubtful)),
)
"""What an event is by who tells of it, in the order in which it is asked."""
