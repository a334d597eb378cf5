"""Whom a mention stands for, and how sure that is."""

from dataclasses import dataclass

from onrecord.extraction.entities import DiscourseEntity

# What is left of a statement's confidence when its speaker had to be worked out from something other than a name.
SURE, ROLE, PRONOUN, EPITHET = 1.0, 0.85, 0.8, 0.6


@dataclass(frozen=True, slots=True)
class Referents:
    """The entities that a mention stands for, none where that could not be resolved.

    `sureness`, 0 to 1, is what the confidence in whatever rests on it is multiplied by. `sieves` are the names of the
    sieves that spoke: one, and behind it those that resolved the mentions it pointed to.
    """

    entities: tuple[DiscourseEntity, ...] = ()
    sureness: float = SURE
    sieves: tuple[str, ...] = ()
