"""Which articles are compared at all: those that have characteristic words in common.

The characteristic words of an article are those with the highest weight: how often it has them (damped), times how
rare they are. Articles on one affair share some of them, whatever their outlets; other articles hardly ever do.
"""

from collections import Counter
from math import log
from zlib import crc32

from onrecord.linking.material import Story
from onrecord.linking.words import rarity, stems

SHARED = 2
"""Articles that share fewer characteristic words are not compared."""

MOST = 12
"""With so many earlier articles one is compared, those that share most with it."""

WINDOW = 30
"""Articles that so many days lie between are not compared, unless they may be copies."""

_WORDS = 12


def characteristic(story: Story) -> list[int]:
    """Return the characteristic words of an article, as numbers, in rising order."""
    counted = Counter(stem for stem in stems(story.text) if len(stem) > 1)
    weights = {stem: (1 + log(number)) * rarity(stem) for stem, number in counted.items()}
    chosen = sorted(weights, key=lambda stem: (-weights[stem], stem))[:_WORDS]
    return sorted({crc32(stem.encode()) for stem in chosen})
