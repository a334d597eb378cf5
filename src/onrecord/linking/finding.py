"""Finding the links of an article's statements: to earlier articles on the affair, and within the article.

What the form of an article tells comes first. The same words in two articles are one utterance. Of the other pairs the
likeliest by their features are put to the network; what the speakers rule out is left out, and what is not likely
enough is only offered.
"""

from collections.abc import Iterator, Mapping, Sequence

from onrecord.linking.evidence import evidence_of
from onrecord.linking.features import Features, articles_alike, features_of
from onrecord.linking.links import FoundLink
from onrecord.linking.material import Claim, Story
from onrecord.linking.network import relation_scores
from onrecord.linking.pairing import Speakers, speakers_of
from onrecord.linking.relations import RELATIONS, Relation
from onrecord.linking.same_words import have_same_words
from onrecord.linking.scorer import NETWORK, likely, relations
from onrecord.linking.told_links import told_links

LIKELY = 0.03
"""Pairs that are less likely by their features alone are not looked at more closely."""

MOST_PAIRS = 3
"""Of each statement so many pairs are looked at, the likeliest."""

# From such a probability on a link is asserted, and from the lowest on it is offered; see docs/decisions/linking.md.
_ASSERTED: Mapping[Relation, float] = {"repeats": 0.6}
_ASSERTED_ELSE, _OFFERED = 0.85, 0.4
# The same words, in a copy and elsewhere; and what two others are quoted with, which one of them did not say.
_SURE, _SAME_WORDS, _BY_OTHERS = 0.99, 0.95, 0.5
_UNSURE = 0.2
"""Statements that are read with less confidence take no part."""

_OF_ONE: frozenset[Relation] = frozenset({"repeats", "revises"})
_ACROSS: frozenset[Relation] = frozenset({"repeats", "supports", "contradicts"})

type _Other = tuple[Story, float]
"""An earlier article, and how much it has in common with the one that is compared."""


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


def is_possible(relation: Relation, speakers: Speakers, *, within: bool) -> bool:
    """Say whether a relation may hold between statements of these speakers, which stand within one article or not.

    Nobody denies what he said himself, and nobody repeats what others said. Within an article a reporter sets one
    beside the other, so that only replies and revisions are told.
    """
    if within and relation in _ACROSS:
        return False
    return speakers != ("other" if relation in _OF_ONE else "same")


def _links(claim: Claim, story: Story, others: Sequence[_Other]) -> Iterator[FoundLink]:
    same = [_same_words(claim, other) for one, _ in others for other in one.claims if have_same_words(claim, other)]
    if same:
        yield from same
        return
    pairs = [(likely(features), other.key, features, other) for features, other in _candidates(claim, story, others)]
    pairs.sort(key=lambda pair: (-pair[0], pair[1]))
    within = {other.key for other in story.claims}
    for chance, _, features, other in pairs[:MOST_PAIRS]:
        if chance < LIKELY:
            break
        link = _link(claim, other, features, within=other.key in within)
        if link is not None:
            yield link


def _same_words(claim: Claim, other: Claim) -> FoundLink:
    by_others = speakers_of(claim, other) == "other"
    evidence, _ = evidence_of("repeats", claim, other)
    reason = "the same words" + (", given to another speaker" if by_others else "")
    chance = _BY_OTHERS if by_others else _SAME_WORDS
    return FoundLink("repeats", claim, other, chance, not by_others, evidence, reason)


def _candidates(claim: Claim, story: Story, others: Sequence[_Other]) -> Iterator[tuple[Features, Claim]]:
    """Yield what a statement may belong to, with what speaks for and against it.

    Where neither a word that tells of a matter is in both nor a figure, a pair is hardly ever likely enough.
    """
    for other in story.claims:
        if other.number < claim.number and _may_belong(claim, other):
            yield features_of(claim, other, None), other
    for earlier, alike in others:
        for other in earlier.claims:
            if _may_belong(claim, other):
                yield features_of(claim, other, alike), other


def _may_belong(claim: Claim, other: Claim) -> bool:
    figures = bool(claim.figures and other.figures)
    return other.confidence >= _UNSURE and (figures or not claim.rare.isdisjoint(other.rare))


def _link(claim: Claim, other: Claim, features: Features, *, within: bool) -> FoundLink | None:
    scores = relation_scores(claim, other)
    network = {NETWORK.format(relation): float(score) for relation, score in zip(RELATIONS, scores, strict=True)}
    chances = relations(features | network)
    speakers = speakers_of(claim, other)
    possible = [one for one in RELATIONS if one != "none" and is_possible(one, speakers, within=within)]
    relation = max(possible, key=lambda one: chances[one])
    chance = chances[relation]
    if chance < _OFFERED:
        return None
    evidence, reason = evidence_of(relation, claim, other)
    sure = chance >= _ASSERTED.get(relation, _ASSERTED_ELSE)
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
