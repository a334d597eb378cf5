"""What the relation network and its teacher learn from, as arrays: pairs of bundles, of sets, and of news.

Bundles are taken twice: as onrecord reads them, with the speakers that it finds, and as their writers marked them. The
sets (`benchmarks/data/linking/sets.jsonl`) are our own, by helpers (language models) who had seen neither the program
nor the bundles. Of pairs of news nobody has told how they belong together: the teacher says it.
"""

import json
import random
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from corpora.linked_statements import Bundle, PrintedStatement
from corpora.location import OWN
from onrecord.linking import (
    RELATIONS,
    Place,
    Printed,
    Relation,
    Speakers,
    as_printed,
    first_kind,
    place_of,
    printed_in,
    speakers_of,
    statement_pieces,
)
from training.linking.arrays import UNKNOWN, PairArrays
from training.linking.pairs import Gold, Pair

SETS = OWN / "linking" / "sets.jsonl"
# In so many examples it is left open whether the speaker is the same, and in so many it is not told who speaks.
_OPEN, _NAMELESS = 0.35, 0.3
# Pairs of other sets that are put beside each earlier statement of a set.
_FOREIGN = 2


@dataclass(frozen=True, slots=True)
class Example:
    """A pair of statements: how they are printed, whether one speaks, how they stand, and how they belong together.

    `relation` is None where nobody has told it; `source` tells where it is from.
    """

    later: Printed
    earlier: Printed
    speakers: Speakers
    place: Place
    relation: Relation | None
    source: int


def read_examples(pairs: Iterable[Pair], source: int) -> Iterator[Example]:
    """Yield pairs that onrecord has read."""
    for one in pairs:
        speakers, place = (
            speakers_of(one.later, one.earlier, within=one.within),
            place_of(one.later, one.earlier, within=one.within),
        )
        yield Example(as_printed(one.later), as_printed(one.earlier), speakers, place, one.relation, source)


def marked_examples(bundle: Bundle, source: int, chance: random.Random) -> Iterator[Example]:
    """Yield the pairs of a bundle's statements as its writer marked them."""
    gold = Gold(bundle)
    order = {article: number for number, article in enumerate(bundle.articles)}
    told = sorted(
        bundle.statements.items(), key=lambda one: (_day(bundle, one[1]), order[one[1].article], one[1].start)
    )
    printed = {name: _marked(bundle, one) for name, one in told}
    for at, (later, one) in enumerate(told):
        for back, (earlier, other) in enumerate(told[:at]):
            same = one.speaker == other.speaker
            speakers: Speakers = "open" if chance.random() < _OPEN else "same" if same else "other"
            if one.article == other.article:
                place: Place = "next" if back == at - 1 else "within"
            else:
                place = "one day" if _day(bundle, one) == _day(bundle, other) else "days"
            yield Example(printed[later], printed[earlier], speakers, place, gold.relation(later, earlier), source)


def set_examples(source: int, chance: random.Random) -> Iterator[Example]:
    """Yield the pairs of the sets: earlier and later ones, later ones on other things, and some of other sets."""
    sets = [json.loads(line) for line in SETS.read_text(encoding="utf-8").splitlines()]
    for told in sets:
        earlier = told["earlier"]
        for later in told["later"]:
            yield _of_set(later, earlier, later["kind"], source, chance)
        apart = [one for one in told["later"] if one["kind"] == "none"]
        for later, other in combinations(apart, 2):
            yield _of_set(later, other, "none", source, chance)
        for _ in range(_FOREIGN):
            other = chance.choice(sets)
            if other is not told:
                yield _of_set(chance.choice(other["later"]), earlier, "none", source, chance)


def as_arrays(examples: Iterable[Example]) -> PairArrays:
    """Return examples as arrays, each statement once."""
    places: dict[Printed, int] = {}
    rows = []
    for one in examples:
        ends = [places.setdefault(end, len(places)) for end in (one.later, one.earlier)]
        relation = UNKNOWN if one.relation is None else RELATIONS.index(one.relation)
        rows.append((*ends, first_kind(one.speakers, one.place), relation, one.source))
    pieces = [list(statement_pieces(one)) for one in places]
    later, earlier, firsts, relations, sources = np.array(rows).T
    return PairArrays(
        ids=np.array([number for some in pieces for number, _ in some], np.uint16),
        roles=np.array([role for some in pieces for _, role in some], np.uint8),
        lengths=np.array([len(some) for some in pieces], np.uint16),
        later=later.astype(np.int32),
        earlier=earlier.astype(np.int32),
        firsts=firsts.astype(np.uint8),
        relations=relations.astype(np.uint8),
        sources=sources.astype(np.uint16),
    )


def _day(bundle: Bundle, told: PrintedStatement) -> str:
    return bundle.articles[told.article]["published"]


def _marked(bundle: Bundle, told: PrintedStatement) -> Printed:
    text = bundle.articles[told.article]["text"]
    low = text.rfind("\n", 0, told.start) + 1
    high = text.find("\n", told.end)
    place = [(told.start, told.end)]
    return printed_in(text[low : high if high >= 0 else len(text)], low, place, place, told.speaker)


def _of_set(
    later: Mapping[str, str], earlier: Mapping[str, str], relation: Relation, source: int, chance: random.Random
) -> Example:
    speakers: Speakers = "same" if later["speaker"] == earlier["speaker"] else "other"
    if chance.random() < _OPEN:
        speakers = "open"
    place: Place = "one day" if chance.random() < 0.3 else "days"
    ends = [_whole(one, chance) for one in (later, earlier)]
    return Example(ends[0], ends[1], speakers, place, relation, source)


def _whole(told: Mapping[str, str], chance: random.Random) -> Printed:
    speaker = "" if chance.random() < _NAMELESS else told["speaker"]
    return Printed(speaker, "", told["text"], ((0, len(told["text"])),))
