"""The choice among those who may be meant: a log-linear model of named features, with "nobody" as one of them.

Each place where a candidate is mentioned gets a score, the sum of its features by their weights for the form of the
anaphor; a candidate's probability is its share in the exponentials of all scores (Denis and Baldridge, "A Ranking
Approach to Pronoun Resolution", IJCAI 2007; mentions of one candidate are summed up as by Durrett and Klein, "Easy
Victories and Uphill Battles in Coreference Resolution", EMNLP 2013).
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from math import exp

from spacy.tokens import Token

from onrecord.extraction.coreference.anaphor import Anaphor
from onrecord.extraction.coreference.antecedents import of_gender
from onrecord.extraction.coreference.candidates import candidates_before
from onrecord.extraction.coreference.context import Context
from onrecord.extraction.coreference.descriptions import is_of_people
from onrecord.extraction.coreference.features import Features, features, nobody
from onrecord.extraction.coreference.weight_tables import weights
from onrecord.extraction.entities import DiscourseEntity
from onrecord.vocabulary import Gender

# An alternative is at least so likely; so many are kept at most, and so many reasons.
_CLOSE = 0.15
_ALTERNATIVES, _REASONS = 3, 4


@dataclass(frozen=True, slots=True)
class Choice:
    """Who is likeliest meant, and how likely that is.

    Attributes:
        entities: one, or several together.
        probability: that it is they, 0 to 1, among all candidates and nobody.
        alternatives: others who are likely too, with their probabilities, the likeliest first.
        evidence: which features spoke most for `entities` against the next likely candidate, with how much they did.
    """

    entities: tuple[DiscourseEntity, ...]
    probability: float
    alternatives: tuple[tuple[DiscourseEntity, float], ...] = ()
    evidence: tuple[tuple[str, float], ...] = ()


type _Option = tuple[tuple[DiscourseEntity, ...], Features, list[Features]]
"""Who may be meant, what speaks for them, and what besides at each of their places."""


def likeliest(
    context: Context, at: Token, fits: Callable[[DiscourseEntity], bool], *, several: bool = False
) -> Choice | None:
    """Return who of those that fit is likeliest meant by `at`, None where that is nobody who was mentioned before.

    Args:
        context: what is known at the place of `at`.
        at: a pronoun, or the head of a noun phrase.
        fits: who may be meant at all, by type and gender.
        several: whether several may be meant together.
    """
    candidates = candidates_before(context, at, fits, several=several)
    if not candidates:
        return None
    anaphor = Anaphor(context, at, candidates)
    options: list[_Option] = [(one.entities, *features(anaphor, one)) for one in candidates]
    options.append(((), nobody(anaphor), [{}]))
    if context.observer is not None:
        told = [(entities, [shared | place for place in places]) for entities, shared, places in options]
        context.observer(at, anaphor.form, told)
    return _choice(options, weights(anaphor.form))


def likeliest_person(
    context: Context, at: Token, gender: Gender | None, among: Collection[DiscourseEntity] = ()
) -> Choice | None:
    """Return the person of a gender, and of those in `among` if any, who is likeliest meant by `at`, or None."""
    known = of_gender(gender)

    def fits(entity: DiscourseEntity) -> bool:
        told = entity.named or entity.gender is not None or is_of_people(context.layout.root(entity.mentions[0]))
        return told and known(entity) and (not among or entity in among)

    return likeliest(context, at, fits)


def _choice(options: Sequence[_Option], worths: Mapping[str, float]) -> Choice | None:
    scored = []
    for _, shared, places in options:
        base = _score(shared, worths)
        scored.append([base + _score(place, worths) for place in places])
    highest = max(map(max, scored))
    shares = [sum(exp(score - highest) for score in scores) for scores in scored]
    total = sum(shares)
    order = sorted(range(len(options)), key=lambda at: -shares[at])
    first = order[0]
    entities = options[first][0]
    if not entities:
        return None
    others = [at for at in order[1:] if options[at][0]]
    close: dict[DiscourseEntity, float] = {}
    for at in others:
        for entity in options[at][0]:
            if shares[at] / total >= _CLOSE and entity not in entities:
                close.setdefault(entity, round(shares[at] / total, 3))
    beside = _best(options[others[0]], scored[others[0]]) if others else {}
    evidence = _evidence(_best(options[first], scored[first]), beside, worths)
    return Choice(entities, shares[first] / total, tuple(close.items())[:_ALTERNATIVES], evidence)


def _best(option: _Option, scores: Sequence[float]) -> Features:
    """Return the features of the best place of an option."""
    _, shared, places = option
    return shared | places[scores.index(max(scores))]


def _score(found: Features, worths: Mapping[str, float]) -> float:
    score = 0.0
    for name, value in found.items():
        if name in worths:
            score += worths[name] * value
    return score


def _evidence(found: Features, other: Features, worths: Mapping[str, float]) -> tuple[tuple[str, float], ...]:
    """Return the features of a place that speak for it, and more than those of the other place do: what is the case."""
    own = {name: worths.get(name, 0.0) * value for name, value in found.items()}
    apart = ((name, worth - worths.get(name, 0.0) * other.get(name, 0.0)) for name, worth in own.items() if worth > 0)
    spoke = sorted((pair for pair in apart if pair[1] > 0), key=lambda pair: -pair[1])
    return tuple((name, round(value, 2)) for name, value in spoke[:_REASONS])
