"""Numbers that are ages without a unit: "Ilka Sand, 43,", "boys aged 12 to 15"."""

from collections.abc import Callable
from dataclasses import replace

from spacy.tokens import Token

from onrecord.extraction.quantities.candidate import Candidate
from onrecord.extraction.quantities.units import AGE
from onrecord.rules import Rule, active, fired

_AGED = {"aged", "age", "ages"}
_BETWEEN = {"of", "between", "over", "under"}
_OLDEST = 120


def aged(candidate: Candidate) -> Candidate:
    """Return a candidate with the unit of ages where a rule says that it is one, else as it is."""
    if not _may_be_an_age(candidate):
        return candidate
    for rule in active(AGES):
        if rule.apply(candidate):
            fired(rule, *candidate.quantity.number)
            return replace(candidate, quantity=replace(candidate.quantity, unit=AGE))
    return candidate


def _may_be_an_age(candidate: Candidate) -> bool:
    quantity = candidate.quantity
    return quantity.unit is None and not quantity.words and 1 <= quantity.least <= _OLDEST


def _is_beside_a_person(candidate: Candidate) -> bool:
    before, person = candidate.before, candidate.token(-2)
    end = candidate.quantity.where.end
    enclosed = (
        before is not None and before.text in {",", "("} and candidate.text[end : end + 1] in {",", ")", ".", ";"}
    )
    return enclosed and person is not None and _names_person(candidate, person)


def _is_behind_aged(candidate: Candidate) -> bool:
    before, further = candidate.before, candidate.token(-2)
    if before is None:
        return False
    between = before.lower_ in _BETWEEN and further is not None and further.lower_ in _AGED
    return before.lower_ in _AGED or between


def _names_person(candidate: Candidate, token: Token) -> bool:
    entity = candidate.discourse.by_token.get(token.i)
    return token.ent_type_ == "PERSON" or (entity is not None and entity.type == "person")


AGES: tuple[Rule[Callable[[Candidate], bool]], ...] = (
    Rule("repair/quantity-age-beside-a-person", _is_beside_a_person),
    Rule("repair/quantity-aged", _is_behind_aged),
)
"""What makes a number an age, in the order in which they are asked; the first that speaks is believed."""
