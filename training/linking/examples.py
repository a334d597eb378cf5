"""What the relation network learns from: sets of an earlier statement and later ones, each with how it belongs to it.

Our own, `benchmarks/data/linking/sets.jsonl`: 810 sets, written by helpers (language models) who had seen neither the
program nor the bundles that it is measured on.
"""

import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpora.location import OWN
from onrecord.linking import RELATIONS, SPEAKERS, Pieces, Relation, Speakers, pair_pieces

SETS = OWN / "linking" / "sets.jsonl"
# In so many examples it is left open whether the speaker is the same, as it often is in what is read.
_OPEN = 0.35
# Pairs of a set that are hard, most of them with the reply as the later one; and those of other sets beside them.
_HARD, _FORWARD, _FOREIGN = 6, 0.8, 3


@dataclass(frozen=True, slots=True)
class Printed:
    """A statement as printed, and who says it."""

    speaker: str
    text: str


@dataclass(frozen=True, slots=True)
class StatementSet:
    """An earlier statement, and later ones with how each belongs to it."""

    earlier: Printed
    later: tuple[tuple[Relation, Printed], ...]


@dataclass(frozen=True, slots=True)
class Example:
    """A pair in word pieces, and the number of its relation among `RELATIONS`."""

    pieces: Pieces
    relation: int


def statement_sets() -> list[StatementSet]:
    """Return the sets."""
    found = []
    for line in SETS.read_text(encoding="utf-8").splitlines():
        told = json.loads(line)
        later = tuple((one["kind"], Printed(one["speaker"], one["text"])) for one in told["later"])
        found.append(StatementSet(Printed(**told["earlier"]), later))
    return found


def examples(sets: Sequence[StatementSet], chance: random.Random, *, hard: bool) -> Iterator[Example]:
    """Yield the pairs of the sets, and of each set some more that have nothing to do with each other.

    These are a later statement of another set, and two later ones of the set that both are on something else. Where
    they are to be `hard`, there are besides denials, refusals and answers of the set beside what they are not on, and
    more of other sets: so that words of denying alone do not make a link.
    """
    for one in sets:
        for relation, later in one.later:
            yield _example(later, one.earlier, relation, chance)
        yield from _of_other_sets(one, sets, chance, _FOREIGN if hard else 1)
        apart = [later for relation, later in one.later if relation == "none"]
        replies = [later for relation, later in one.later if relation != "none"]
        if len(apart) > 1:
            later, earlier = chance.sample(apart, 2)
            yield _example(later, earlier, "none", chance)
        if hard and apart and replies:
            for _ in range(_HARD):
                pair = chance.choice(replies), chance.choice(apart)
                yield _example(*(pair if chance.random() < _FORWARD else pair[::-1]), "none", chance)


def _of_other_sets(
    one: StatementSet, sets: Sequence[StatementSet], chance: random.Random, number: int
) -> Iterator[Example]:
    """Yield so many pairs of a later statement of another set and the earlier one of this, whoever speaks."""
    for _ in range(number):
        other = chance.choice(sets)
        if other is not one:
            speakers = chance.choice(SPEAKERS)
            pieces = pair_pieces(chance.choice(other.later)[1].text, one.earlier.text, speakers)
            yield Example(pieces, RELATIONS.index("none"))


def _example(later: Printed, earlier: Printed, relation: Relation, chance: random.Random) -> Example:
    speakers: Speakers = "same" if later.speaker == earlier.speaker else "other"
    if chance.random() < _OPEN:
        speakers = "open"
    return Example(pair_pieces(later.text, earlier.text, speakers), RELATIONS.index(relation))
