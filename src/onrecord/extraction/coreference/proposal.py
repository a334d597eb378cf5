"""What a sieve proposes for a mention."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Self

from spacy.tokens import Span as DocSpan

from onrecord.extraction.coreference.context import Context
from onrecord.extraction.coreference.mention import Mention
from onrecord.extraction.coreference.ranking import Choice
from onrecord.extraction.coreference.referents import SURE
from onrecord.extraction.entities import DiscourseEntity
from onrecord.vocabulary import Gender


@dataclass(frozen=True, slots=True)
class Proposal:
    """Whom a mention stands for, and what the discourse learns by it; without entities, that it is nobody.

    Nothing is changed by proposing: the driver of the pass applies what it takes.

    `entities` may be new to the discourse. With `same_as` the mention stands for those of other mentions, in order;
    its sureness is theirs where `sureness` is None. `summed_up` tells that the first of these sums up the others
    ("two unions, the Dockers and the Pilots") and is left out where they are all named.
    `mention` are further words for the first entity, `gender`, `role` and `name` what is told of it.
    `alternatives` and `evidence` are those of a choice.
    """

    entities: tuple[DiscourseEntity, ...] = ()
    sureness: float | None = SURE
    same_as: tuple[Mention, ...] = ()
    summed_up: bool = False
    mention: DocSpan | None = None
    gender: Gender | None = None
    role: str | None = None
    name: str | None = None
    alternatives: tuple[tuple[DiscourseEntity, float], ...] = ()
    evidence: tuple[tuple[str, float], ...] = ()

    @classmethod
    def of(cls, choice: Choice | None, *, gender: Gender | None = None, role: str | None = None) -> Self | None:
        """Return the proposal of whom a choice fell on, as sure as it is likely; None for no choice."""
        if choice is None:
            return None
        return cls(
            choice.entities,
            choice.probability,
            gender=gender,
            role=role,
            alternatives=choice.alternatives,
            evidence=choice.evidence,
        )


type Sieve = Callable[[Mention, Context], Proposal | None]
"""A rule that knows one way to tell whom a mention stands for; None where it does not apply.

Raghunathan et al. 2010, "A Multi-Pass Sieve for Coreference Resolution"; Lee et al. 2013, "Deterministic Coreference
Resolution Based on Entity-Centric, Precision-Ranked Rules". A sieve changes nothing that it looks at.
"""
