"""What speaks for and against two statements belonging together, as named features of the later and the earlier one."""

from math import log1p

from onrecord.linking.figures import compare_figures
from onrecord.linking.material import Claim, Story
from onrecord.linking.pairing import speakers_of
from onrecord.linking.words import shared_share

type Features = dict[str, float]

OVERLAPS = (
    "words of the shorter in the other",
    "words of the earlier around the later",
    "words around both",
    "rare words in both, log",
    "words of the articles",
)
"""The features that tell how much is in common: what another feature is worth depends on them."""

# A word so rare, by `rarity`, is in one of twenty news articles.
_RARE = 3.0


def articles_alike(one: Story, other: Story) -> float:
    """Return the smaller share, by weight, of the words of either article that stand in the other."""
    return min(shared_share(one.weights, other.weights), shared_share(other.weights, one.weights))


def features_of(later: Claim, earlier: Claim, alike: float | None) -> Features:
    """Return the features of a pair of statements: each with its value, those that are 0 left out.

    Args:
        later: the later statement.
        earlier: the earlier one.
        alike: how much their articles have in common (`articles_alike`), None if both stand in one.
    """
    found = (
        _words(later, earlier)
        | _speakers(later, earlier, within=alike is None)
        | _places(later, earlier, within=alike is None)
    )
    found |= _acts(later, earlier) | _cues(later) | compare_figures(later, earlier)
    found["words of the articles"] = alike or 0.0
    return {name: float(value) for name, value in found.items() if value}


def _words(later: Claim, earlier: Claim) -> Features:
    """What words they have in common, by how rare these are: in what was said, and around it."""
    said, said_before = later.weights, earlier.weights
    around, around_before = later.around_weights, earlier.around_weights
    both = said.keys() & said_before.keys()
    common = sum([said[word] for word in both])
    there, back = _share(common, later.weight), _share(common, earlier.weight)
    all_around = sum([around[word] for word in around.keys() & around_before.keys()])
    in_later = sum([around[word] for word in said_before.keys() & around.keys()])
    in_earlier = sum([said[word] for word in said.keys() & around_before.keys()])
    return {
        "words of the shorter in the other": max(there, back),
        "words of the longer in the other": min(there, back),
        "words of the earlier around the later": _share(in_later, earlier.weight),
        "words of the later around the earlier": _share(in_earlier, later.weight),
        "words around both": min(_share(all_around, later.around_weight), _share(all_around, earlier.around_weight)),
        "rare words in both, log": log1p(sum([weight for word in both if (weight := said[word]) > _RARE])),
    }


def _share(part: float, whole: float) -> float:
    return part / whole if whole else 0.0


def _speakers(later: Claim, earlier: Claim, *, within: bool) -> Features:
    """Whether one speaks in both, and who is named beside the other's words."""
    speakers = speakers_of(later, earlier, within=within)
    same = speakers == "same"
    one, other, named = later.speaking, earlier.speaking, earlier.naming
    both = [
        party
        for party in later.naming.each
        if party.share(named, within=within)
        and not party.share(one, within=within)
        and not party.share(other, within=within)
    ]
    of_later = one.share(named, within=within) or one.share(earlier.aimed_at, within=within)
    return {
        "the same speaker": same,
        "other speakers": speakers == "other",
        "speakers may be the same": speakers == "open",
        "speakers share a word": not same and not later.speaker_words.isdisjoint(earlier.speaker_words),
        "names the earlier speaker": not same and other.share(later.naming, within=within),
        "says it to or of the earlier speaker": other.share(later.meant, within=within),
        "the earlier one is of the later speaker": not same and of_later,
        "others named in both, log": log1p(len(both)),
    }


def _places(later: Claim, earlier: Claim, *, within: bool) -> Features:
    """Where they stand to each other."""
    apart = later.number - earlier.number
    days = abs((later.day - earlier.day).days) if later.day and earlier.day else 0
    return {
        "in one article": within,
        "next in one article": within and apart == 1,
        "days between, log": log1p(days),
        "on one day": not within and days == 0,
        "told within the later one": earlier.part_of == later.key,
        "the later one told within it": later.part_of == earlier.key,
    }


def _acts(later: Claim, earlier: Claim) -> Features:
    """What each does, and whether one of them negates."""
    no, before = later.negates, earlier.negates
    return {
        f"later: {later.act}": 1.0,
        f"earlier: {earlier.act}": 1.0,
        "later: negative": later.polarity == "negative",
        "earlier: negative": earlier.polarity == "negative",
        "one of them negates": no != before,
        "the later one negates": no,
        "later: a question": "?" in later.words,
        "earlier: a question": "?" in earlier.words,
        "later: words in, log": log1p(len(later.weights)),
    }


def _cues(later: Claim) -> Features:
    """Which words of the later one's paragraph show how it belongs to another, in what was said and beside it."""
    said = {f"{kind}: said": 1.0 for kind in later.cues}
    return said | {f"{kind}: beside": 1.0 for kind in later.cues_beside}
