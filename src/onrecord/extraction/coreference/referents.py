"""Whom a mention stands for, and how sure that is."""

from dataclasses import dataclass

from onrecord.extraction.entities import DiscourseEntity

SURE = 1.0
"""The sureness of whoever is named by the mention itself."""


@dataclass(frozen=True, slots=True)
class Referents:
    """The entities that a mention stands for, none where that could not be resolved.

    `sureness`, 0 to 1, is what the confidence in whatever rests on it is multiplied by. `sieves` are the names of the
    sieves that spoke: one, and behind it those that resolved the mentions it pointed to.
    `alternatives` are others who are nearly as likely meant, with their probabilities, the likeliest first; `evidence`
    are the features that spoke most for the choice (`models/antecedents/weights.tsv`), with how much they did.
    """

    entities: tuple[DiscourseEntity, ...] = ()
    sureness: float = SURE
    sieves: tuple[str, ...] = ()
    alternatives: tuple[tuple[DiscourseEntity, float], ...] = ()
    evidence: tuple[tuple[str, float], ...] = ()
