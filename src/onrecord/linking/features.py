"""What speaks for and against two statements belonging together, as named features of the later and the earlier one."""

from collections.abc import Iterable
from math import log1p

from onrecord.linking.figures import compare_figures
from onrecord.linking.material import Claim, Party, Story
from onrecord.linking.words import shared_share, stem

type Features = dict[str, float]

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
    found = _words(later, earlier) | _speakers(later, earlier) | _places(later, earlier, within=alike is None)
    found |= _acts(later, earlier) | _cues(later) | compare_figures(later, earlier)
    found["words of the articles"] = alike or 0.0
    return {name: float(value) for name, value in found.items() if value}


def _words(later: Claim, earlier: Claim) -> Features:
    """What words they have in common, by how rare these are: in what was said, and around it."""
    there, back = shared_share(later.weights, earlier.weights), shared_share(earlier.weights, later.weights)
    rare = sum(weight for found, weight in later.weights.items() if found in earlier.weights and weight > _RARE)
    return {
        "words of the shorter in the other": max(there, back),
        "words of the longer in the other": min(there, back),
        "words of the earlier around the later": shared_share(earlier.weights, later.around_weights),
        "words of the later around the earlier": shared_share(later.weights, earlier.around_weights),
        "words around both": min(
            shared_share(later.around_weights, earlier.around_weights),
            shared_share(earlier.around_weights, later.around_weights),
        ),
        "rare words in both, log": log1p(rare),
    }


def _speakers(later: Claim, earlier: Claim) -> Features:
    """Whether one speaks in both, and who is named beside the other's words."""
    one, other = _keys(later.speakers), _keys(earlier.speakers)
    same = bool(one & other)
    sure = not same and _differ(later.speakers, earlier.speakers)
    mentioned, mentioned_before = _keys(later.mentioned), _keys(earlier.mentioned)
    both = (mentioned & mentioned_before) - one - other
    return {
        "the same speaker": same,
        "other speakers": sure,
        "speakers may be the same": not same and not sure,
        "speakers share a word": not same and bool(_name_words(later.speakers) & _name_words(earlier.speakers)),
        "names the earlier speaker": not same and bool(other & mentioned),
        "says it to or of the earlier speaker": bool(other & (_keys(later.targets) | _keys(later.addressees))),
        "the earlier one is of the later speaker": not same and bool(one & (_keys(earlier.targets) | mentioned_before)),
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


def _keys(parties: Iterable[Party]) -> frozenset[int]:
    return frozenset(party.key for party in parties)


def _name_words(parties: Iterable[Party]) -> frozenset[str]:
    return frozenset(
        stem(word) for party in parties for word in (party.name + " " + (party.role or "")).split() if len(word) > 3
    )


def _differ(one: Iterable[Party], other: Iterable[Party]) -> bool:
    """Say whether all speakers are named persons, who are others if they are not registered as one."""
    everybody = [*one, *other]
    return bool(everybody) and all(party.is_named_person for party in everybody)
