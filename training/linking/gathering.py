"""All pairs that are learnt from, and which of them in an epoch.

A tenth of the bundles, those of the open part and a quarter of the judged pages are held out from the networks: on them
the scorer is fitted, and they tell how good the networks are.
"""

import random
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from zlib import crc32

import numpy as np

from corpora.linked_statements import Bundle, bundles
from onrecord.linking import RELATIONS
from training.linking.arrays import UNKNOWN, Numbers, PairArrays
from training.linking.examples import Example, as_arrays, marked_examples, read_examples, set_examples
from training.linking.pairs import Pair, bundle_pairs, bundle_stories, judged_pairs, news_stories, unjudged_pairs
from training.linking.scoring import LikelyWeights, fit_likely
from training.linking.scoring import likely as chances

READ, MARKED, HELD, SETS, LIKELY_NEWS, OTHER_NEWS, JUDGED, JUDGED_HELD = range(8)
"""Where pairs are from: bundles as read, as marked, and held out; sets; news, unjudged and judged."""

# So many articles of news are read; of each statement in them the likeliest pairs are taken, and one other.
NEWS, _SEED = 2_000, 1
_LIKELIEST, _LEAST = 3, 0.01
# For the first table, so many pairs of news are taken for not linked.
_NOT_LINKED = 60_000
_EVERY, _EVERY_PAGE = 10, 4
# Pairs that are not linked are so many that of some kinds only so many are learnt from in an epoch.
_DRAWN = {READ: 40_000, MARKED: 25_000, SETS: 4_000, OTHER_NEWS: 10_000}
_TWICE = 2


def is_held_out(number: int) -> bool:
    """Say whether the bundle of this number (from 0) of the training part is held out from the networks."""
    return number % _EVERY == _EVERY - 1


def held_bundles() -> list[Bundle]:
    """Return the bundles that the networks do not learn from."""
    return [one for number, one in enumerate(bundles("training")) if is_held_out(number)] + bundles("open")


def read_pairs(some: Sequence[Bundle], kept: Path) -> Iterator[Pair]:
    """Yield the pairs of bundles, as they are read."""
    for one in some:
        yield from bundle_pairs(one, bundle_stories(one, kept))


def likely_weights(kept: Path) -> dict[bool, LikelyWeights]:
    """Return how likely pairs are linked by their features, within an article (True) and across two.

    Fitted on the bundles that are not held out, and on news, whose pairs are taken for not linked.
    """
    held = {one.id for one in held_bundles()}
    told = [one for one in read_pairs(bundles("training"), kept) if one.relation is not None and one.bundle not in held]
    news = random.Random(_SEED).sample(list(unjudged_pairs(news_stories(NEWS, _SEED, kept))), _NOT_LINKED)
    found = {}
    for within in (True, False):
        own, apart = ([one for one in some if one.within == within] for some in (told, news))
        linked = [one.relation != "none" for one in own] + [False] * len(apart)
        found[within] = fit_likely([one.features for one in (*own, *apart)], linked)
    return found


def gathered(likely: Mapping[bool, LikelyWeights], kept: Path) -> PairArrays:
    """Return all pairs."""
    return as_arrays(_gathered(likely, kept))


def drawn(pairs: PairArrays, chance: random.Random) -> Numbers:
    """Return the pairs of an epoch: all that are linked, some of those that are not."""
    known, linked = (
        pairs.relations != UNKNOWN,
        (pairs.relations != RELATIONS.index("none")) & (pairs.relations != UNKNOWN),
    )
    numbers = np.random.default_rng(chance.getrandbits(32))
    judged = np.nonzero(known & (pairs.sources == JUDGED))[0]
    found = [np.nonzero(linked & np.isin(pairs.sources, (READ, MARKED, SETS)))[0], *([judged] * _TWICE)]
    for source, most in _DRAWN.items():
        apart = np.nonzero(known & ~linked & (pairs.sources == source))[0]
        found.append(numbers.choice(apart, min(most, len(apart)), replace=False))
    return np.concatenate(found)


def learnt(pairs: PairArrays) -> Numbers:
    """Return all pairs but those that are held out."""
    return np.nonzero(~np.isin(pairs.sources, (HELD, JUDGED_HELD)))[0]


def _gathered(likely: Mapping[bool, LikelyWeights], kept: Path) -> Iterator[Example]:
    chance = random.Random(_SEED)
    held = {one.id for one in held_bundles()}
    for one in (*bundles("training"), *bundles("open")):
        yield from read_examples(read_pairs([one], kept), HELD if one.id in held else READ)
        yield from marked_examples(one, HELD if one.id in held else MARKED, chance)
    yield from set_examples(SETS, chance)
    yield from _of_news(likely, kept, chance)
    for pair in judged_pairs(kept):
        held_out = crc32(pair.bundle.encode()) % _EVERY_PAGE == 0
        yield from read_examples([pair], JUDGED_HELD if held_out else JUDGED)


def _of_news(likely: Mapping[bool, LikelyWeights], kept: Path, chance: random.Random) -> Iterator[Example]:
    """Yield pairs of news: the likeliest of each statement, which the teacher judges, and one taken for not linked."""
    of: dict[tuple[str, int], list[Pair]] = defaultdict(list)
    for pair in unjudged_pairs(news_stories(NEWS, _SEED, kept)):
        of[pair.bundle, pair.later.key].append(pair)
    for some in of.values():
        told = [chances(likely[one.within], [one.features])[0] for one in some]
        order = sorted(range(len(some)), key=lambda number: -told[number])
        near = [some[number] for number in order[:_LIKELIEST] if told[number] >= _LEAST]
        yield from read_examples(near, LIKELY_NEWS)
        if order[_LIKELIEST:]:
            other = some[chance.choice(order[_LIKELIEST:])]
            yield from read_examples([_not_linked(other)], OTHER_NEWS)


def _not_linked(pair: Pair) -> Pair:
    return Pair(pair.bundle, pair.later, pair.earlier, pair.features, "none", pair.within)
