"""What speaks for and against two statements belonging together, as named features of the later and the earlier one."""

from collections.abc import Iterable
from math import log1p

from onrecord.linking.figures import compare_figures
from onrecord.linking.material import Claim, Party, Story
from onrecord.linking.words import shared_share, stem

type Features = dict[str, float]


def features_of(later: Claim, its_story: Story, earlier: Claim, other_story: Story) -> Features:
    """Return the features of a pair of statements: each with its value, those that are 0 left out."""
    found: Features = {}
    for part in (_words, _speakers, _places, _acts, _cues):
        found |= part(later, its_story, earlier, other_story)
    found |= compare_figures(later, earlier)
    return {name: float(value) for name, value in found.items() if value}


def _words(later: Claim, its_story: Story, earlier: Claim, other_story: Story) -> Features:
    """What words they have in common, by how rare these are: in what was said, and around it."""
    there, back = shared_share(later.weights, earlier.weights), shared_share(earlier.weights, later.weights)
    around = shared_share(later.around_weights, earlier.weights), shared_share(earlier.weights, later.around_weights)
    rare = sum(weight for found, weight in later.weights.items() if found in earlier.weights and weight > _RARE)
    return {
        "words of the shorter in the other": max(there, back),
        "words of the longer in the other": min(there, back),
        "words of the earlier around the later": around[1],
        "words of the later around the earlier": shared_share(later.weights, earlier.around_weights),
        "words around both": min(
            shared_share(later.around_weights, earlier.around_weights),
            shared_share(earlier.around_weights, later.around_weights),
        ),
        "rare words in both, log": log1p(rare),
        "words of the articles": 0.0
        if its_story.key == other_story.key
        else min(
            shared_share(its_story.weights, other_story.weights), shared_share(other_story.weights, its_story.weights)
        ),
    }


_RARE = 3.0


def _speakers(later: Claim, its_story: Story, earlier: Claim, other_story: Story) -> Features:
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


def _places(later: Claim, its_story: Story, earlier: Claim, other_story: Story) -> Features:
    """Where they stand to each other."""
    within = its_story.key == other_story.key
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


def _acts(later: Claim, its_story: Story, earlier: Claim, other_story: Story) -> Features:
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


def _cues(later: Claim, its_story: Story, earlier: Claim, other_story: Story) -> Features:
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
    return bool(everybody) and all(party.named and party.type == "person" for party in everybody)
