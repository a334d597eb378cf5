"""Whether two statements are printings of one: whether one has a run of the other's words.

After Leskovec, Backstrom and Kleinberg, "Meme-tracking and the dynamics of the news cycle" (KDD 2009): variants of a
quotation are those that contain most of a shorter one, in its order.
"""

from difflib import SequenceMatcher

from onrecord.linking.material import Claim
from onrecord.linking.words import rarity

# So many words in a row are not said twice by chance, nor are fewer if they are most of the shorter one and rare.
_RUN, _SHORT_RUN, _MOST = 8, 4, 0.7
_RARE = 12.0


def have_same_words(one: Claim, other: Claim) -> bool:
    """Say whether a run of words stands in both that is long, or is most of the shorter one and rare.

    "The roof could fall, I have seen the beams" and "I have seen the beams myself" have one; "he said it" is said by
    everybody.
    """
    if not _may(one, other):
        return False
    left, right = one.stems, other.stems
    match = SequenceMatcher(None, left, right, autojunk=False).find_longest_match()
    run = left[match.a : match.a + match.size]
    if len(run) < _SHORT_RUN or sum(rarity(found) for found in set(run)) < _RARE:
        return False
    return len(run) >= _RUN or len(run) >= _MOST * min(len(left), len(right))


def _may(one: Claim, other: Claim) -> bool:
    """Say whether two statements have enough words in common, in whatever order, to be compared in theirs."""
    return len(one.weights.keys() & other.weights.keys()) >= _SHORT_RUN
