"""Who may be meant by a pronoun or a noun: those mentioned before it, each with the places where they are."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from spacy.tokens import Token

from onrecord.extraction.coreference.antecedents import FAR, REACH, subjects_before
from onrecord.extraction.coreference.context import Context
from onrecord.extraction.entities import DiscourseEntity


class Place(NamedTuple):
    """A mention of a candidate: its first token, the one behind its last, and its head."""

    start: int
    end: int
    root: Token


class Candidate(NamedTuple):
    """One or several who may be meant, with the places where they are mentioned, the nearest first."""

    entities: tuple[DiscourseEntity, ...]
    places: tuple[Place, ...]


def candidates_before(
    context: Context, at: Token, fits: Callable[[DiscourseEntity], bool], *, several: bool = False
) -> tuple[Candidate, ...]:
    """Return who of those that fit is mentioned shortly before `at`: by a name, by a pronoun, or as who spoke last.

    Of "Rivas met Marek. She said" both, if the name of neither tells that it is a man's. With `several` those too who
    did or said something together: of "Rivas and Marek met. They said" each of them, and both as one candidate.
    """
    barred = context.barred
    known: dict[DiscourseEntity, bool] = {}

    def may_be(entity: DiscourseEntity) -> bool:
        # Asked once of each, since it is mentioned again and again.
        if entity not in known:
            known[entity] = entity not in barred and fits(entity)
        return known[entity]

    found: dict[tuple[DiscourseEntity, ...], dict[int, Place]] = {}
    for entities, place in _mentioned(context, at, may_be, several=several):
        found.setdefault(entities, {}).setdefault(place.end, place)
    return tuple(
        Candidate(entities, tuple(places[end] for end in sorted(places, reverse=True)))
        for entities, places in found.items()
    )


def _mentioned(
    context: Context, at: Token, may_be: Callable[[DiscourseEntity], bool], *, several: bool
) -> Iterator[tuple[tuple[DiscourseEntity, ...], Place]]:
    """Yield who is mentioned in the tokens before `at`, and where: several together, and each who may be meant."""
    doc, layout = context.doc, context.layout
    reach = REACH if at.pos_ == "PRON" else FAR
    where, spoke = context.last
    if spoke and 0 < at.i - where < reach:
        yield from _each(spoke, _word(doc[where]), may_be, several=several)
    for entity, mention in context.discourse.before(at.i, reach):
        if may_be(entity):
            yield (entity,), Place(mention.start, mention.end, layout.root(mention))
    for i in layout.pronouns_between(at.i - reach, at.i):
        known = context.known.get(i)
        if known is not None and known.entities:
            yield from _each(known.entities, _word(doc[i]), may_be, several=several)
    for i, entity in context.subjects.items():
        if at.i - reach <= i < at.i and may_be(entity):
            yield (entity,), _word(doc[i])
    joint = subjects_before(context.discourse, at) if several else ()
    ends = [mention.end for mention in (one.before(at.i) for one in joint) if mention is not None]
    if len(joint) > 1 and ends:
        yield joint, _word(doc[max(ends) - 1])


def _each(
    entities: tuple[DiscourseEntity, ...], place: Place, may_be: Callable[[DiscourseEntity], bool], *, several: bool
) -> Iterator[tuple[tuple[DiscourseEntity, ...], Place]]:
    if len(entities) > 1 and several:
        yield entities, place
    yield from (((entity,), place) for entity in entities if may_be(entity))


def _word(token: Token) -> Place:
    return Place(token.i, token.i + 1, token)
