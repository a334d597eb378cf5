"""Finding the links of an article's statements: to earlier articles on the affair, and within the article."""

from collections.abc import Iterator, Sequence

from onrecord.linking.evidence import evidence_of
from onrecord.linking.features import Features, features_of
from onrecord.linking.links import FoundLink
from onrecord.linking.material import Claim, Story
from onrecord.linking.network import relation_scores
from onrecord.linking.relations import RELATIONS, Relation
from onrecord.linking.scorer import NETWORK, likely, relations

LIKELY = 0.01
"""Pairs that are less likely by their features alone are not looked at more closely."""

MOST_PAIRS = 5
"""Of each statement so many pairs are looked at, the likeliest."""

# At and above this a link is asserted, above the other it is offered; see docs/decisions/linking.md.
_ASSERTED, _OFFERED = 0.6, 0.25
_SURE, _UNSURE = 0.99, 0.2
"""Statements that are read with less confidence take no part."""


def find_links(story: Story, others: Sequence[Story], original: Story | None) -> list[FoundLink]:
    """Return how the statements of an article belong to those of earlier articles, and to each other.

    Args:
        story: the article.
        others: earlier articles on the same affair.
        original: the one of `others` that it is a copy of, if it is one.
    """
    found: list[FoundLink] = []
    printed = _printings(story, original) if original is not None else {}
    for claim in story.claims:
        if claim.key in printed:
            found.append(printed[claim.key])
        elif claim.confidence >= _UNSURE:
            found += _links(claim, story, others)
    return found


def _links(claim: Claim, story: Story, others: Sequence[Story]) -> Iterator[FoundLink]:
    pairs = [(likely(features), other.key, features, other) for features, other in _candidates(claim, story, others)]
    pairs.sort(key=lambda pair: (-pair[0], pair[1]))
    for chance, _, features, other in pairs[:MOST_PAIRS]:
        if chance < LIKELY:
            break
        link = _link(claim, other, features)
        if link is not None:
            yield link


def _candidates(claim: Claim, story: Story, others: Sequence[Story]) -> Iterator[tuple[Features, Claim]]:
    for other in story.claims:
        if other.number < claim.number and other.confidence >= _UNSURE:
            yield features_of(claim, story, other, story), other
    for earlier in others:
        for other in earlier.claims:
            if other.confidence >= _UNSURE:
                yield features_of(claim, story, other, earlier), other


def _link(claim: Claim, other: Claim, features: Features) -> FoundLink | None:
    scores = relation_scores(claim, other)
    network = {NETWORK.format(relation): float(score) for relation, score in zip(RELATIONS, scores, strict=True)}
    chances = relations(features | network)
    relation: Relation = max((one for one in RELATIONS if one != "none"), key=lambda one: chances[one])
    if chances[relation] < _OFFERED:
        return None
    evidence, reason = evidence_of(relation, claim, other)
    return FoundLink(relation, claim, other, chances[relation], chances[relation] >= _ASSERTED, evidence, reason)


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
            found[claim.key] = FoundLink(
                "repeats", claim, same.pop(0), _SURE, sure=True, evidence=evidence, reason=reason
            )
    return found


def _folded(claim: Claim) -> str:
    return " ".join(claim.words.casefold().split())
