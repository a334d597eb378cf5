"""Finding the links of an article's statements: to earlier articles on the affair, and within the article.

What the form of an article tells comes first. The same words in two articles are one utterance. Of the other pairs the
likeliest by their features are put to the network; what the speakers rule out is left out, and what is not likely
enough is only offered.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from onrecord.linking.evidence import evidence_of
from onrecord.linking.features import Features, articles_alike, features_of
from onrecord.linking.links import FoundLink
from onrecord.linking.material import Claim, Story
from onrecord.linking.network import relation_scores
from onrecord.linking.pairing import Speakers, as_printed, pair_pieces, place_of, speakers_of
from onrecord.linking.relations import RELATIONS, Relation
from onrecord.linking.same_words import have_same_words
from onrecord.linking.scorer import Asked, features_of_asked, likely, relations
from onrecord.linking.told_links import told_links

LIKELY = 0.14
"""Pairs that are less likely by their features alone are not looked at more closely."""

MOST_PAIRS = 4
"""Of each statement so many pairs are looked at, the likeliest."""

_ASSERTED: Mapping[Relation, float] = {
    "repeats": 0.5,
    "denies": 0.5,
    "rejects": 0.75,
    "answers": 0.5,
    "supports": 0.5,
    "contradicts": 0.6,
    "revises": 0.5,
}
"""From such a probability on a link is asserted: where helpers found most right in real news; see
docs/decisions/linking.md."""

_MOST_COMPARED = 150
"""With so many earlier statements one is compared by features, those that have most words around them in common with
it: the turns of transcripts would be compared all with all."""

_OFFERED = 0.25
"""From such a probability on it is offered for review."""

# The same words, in a copy and elsewhere; and what two others are quoted with, which one of them did not say.
_SURE, _SAME_WORDS, _BY_OTHERS = 0.99, 0.95, 0.5
_UNSURE = 0.2
"""Statements that are read with less confidence take no part."""

_OF_ONE: frozenset[Relation] = frozenset({"repeats", "revises"})

type _Other = tuple[Story, float]
"""An earlier article, and how much it has in common with the one that is compared."""


@dataclass(frozen=True, slots=True)
class _Candidate:
    """An earlier statement, how likely it is linked with a later one, and whether both are of one article."""

    other: Claim
    chance: float
    within: bool


def find_links(story: Story, others: Sequence[Story], original: Story | None) -> list[FoundLink]:
    """Return how the statements of an article belong to those of earlier articles, and to each other.

    Args:
        story: the article.
        others: earlier articles on the same affair, the likeliest first.
        original: the one of `others` that it is a copy of, if it is one.
    """
    found = list(told_links(story))
    told = {(link.later.key, link.earlier.key) for link in found}
    known = [(other, articles_alike(story, other)) for other in others]
    printed = _printings(story, original) if original is not None else {}
    for claim in story.claims:
        if claim.key in printed:
            found.append(printed[claim.key])
        elif claim.confidence >= _UNSURE:
            found += [link for link in _links(claim, story, known) if (link.later.key, link.earlier.key) not in told]
    return found


def is_possible(relation: Relation, speakers: Speakers) -> bool:
    """Say whether a relation may hold between statements of these speakers: nobody denies what he said himself."""
    return speakers != "same" or relation in _OF_ONE


def _links(claim: Claim, story: Story, others: Sequence[_Other]) -> Iterator[FoundLink]:
    same = [_same_words(claim, other) for one, _ in others for other in one.claims if have_same_words(claim, other)]
    if same:
        yield from same
        return
    asked = [(one.other, _ask(claim, one)) for one in _likeliest(claim, story, others)]
    for (other, one), features in zip(asked, features_of_asked([one for _, one in asked]), strict=True):
        link = _link(claim, other, one, features)
        if link is not None:
            yield link


def _same_words(claim: Claim, other: Claim) -> FoundLink:
    by_others = speakers_of(claim, other, within=False) == "other"
    evidence, _ = evidence_of("repeats", claim, other)
    reason = "the same words" + (", given to another speaker" if by_others else "")
    chance = _BY_OTHERS if by_others else _SAME_WORDS
    return FoundLink("repeats", claim, other, chance, not by_others, evidence, reason)


def _likeliest(claim: Claim, story: Story, others: Sequence[_Other]) -> list[_Candidate]:
    """Return what a statement may belong to: the few that are likely enough by their features, the likeliest first.

    Within an article nobody's words are compared with others of his own: he goes on talking.
    """
    told: list[tuple[Claim, float | None]] = [
        (one, None)
        for one in story.claims
        if one.number < claim.number and speakers_of(claim, one, within=True) != "same"
    ]
    told += [(one, alike) for earlier, alike in others for one in earlier.claims]
    told = [(one, alike) for one, alike in told if one.confidence >= _UNSURE]
    if len(told) > _MOST_COMPARED:
        told.sort(key=lambda pair: (-_common(claim, pair[0]), pair[0].key))
    found = []
    for within in (True, False):
        some = [(one, alike) for one, alike in told[:_MOST_COMPARED] if (alike is None) == within]
        chances = likely([features_of(claim, one, alike) for one, alike in some], within=within)
        found += [_Candidate(one, chance, within) for (one, _), chance in zip(some, chances, strict=True)]
    found = [one for one in found if one.chance >= LIKELY]
    return sorted(found, key=lambda one: (-one.chance, one.other.key))[:MOST_PAIRS]


def _common(claim: Claim, other: Claim) -> float:
    """Return how rare the words are, together, that stand around both."""
    around, there = claim.around_weights, other.around_weights
    return sum([around[word] for word in around.keys() & there.keys()])


def _ask(claim: Claim, candidate: _Candidate) -> Asked:
    other, within = candidate.other, candidate.within
    speakers, place = speakers_of(claim, other, within=within), place_of(claim, other, within=within)
    pieces = pair_pieces(as_printed(claim), as_printed(other), speakers, place)
    return Asked(relation_scores(pieces), candidate.chance, speakers, within)


def _link(claim: Claim, other: Claim, asked: Asked, features: Features) -> FoundLink | None:
    chances = relations(features)
    relation = max(
        (one for one in RELATIONS if one != "none" and is_possible(one, asked.speakers)), key=chances.__getitem__
    )
    chance = chances[relation]
    if chance < _OFFERED:
        return None
    evidence, reason = evidence_of(relation, claim, other)
    sure = chance >= _ASSERTED[relation]
    return FoundLink(relation, claim, other, chance, sure, evidence, reason)


def _printings(story: Story, original: Story) -> dict[int, FoundLink]:
    """Return the statements of a copy that stand word for word in its original, each as a repetition of that."""
    there: dict[str, list[Claim]] = {}
    for claim in original.claims:
        there.setdefault(_folded(claim), []).append(claim)
    found = {}
    for claim in story.claims:
        same = there.get(_folded(claim))
        if same:
            evidence, _ = evidence_of("repeats", claim, same[0])
            reason = f"the same words, in an article that is a copy of {original.id}"
            found[claim.key] = FoundLink("repeats", claim, same.pop(0), _SURE, True, evidence, reason)
    return found


def _folded(claim: Claim) -> str:
    return " ".join(claim.words.casefold().split())
