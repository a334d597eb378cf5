"""Links that an article tells by its own form: what is denied within a denial, and who answers next in a transcript."""

from collections.abc import Iterator, Mapping

from onrecord.linking.evidence import evidence_of
from onrecord.linking.links import FoundLink
from onrecord.linking.material import Claim, Story
from onrecord.linking.relations import Relation
from onrecord.vocabulary import Act

# What a statement does to one that is told within it.
_TO_INNER: Mapping[Act, Relation] = {"deny": "denies", "reject": "rejects"}
_CHANCE = 0.9
# The marks that close a label, behind which stands a turn.
_MARKS = frozenset({":", "."})


def told_links(story: Story) -> Iterator[FoundLink]:
    """Yield the links that an article tells by its form.

    "Korvel rejects claims by villagers that its dam leaked": what the villagers claim is told within what Korvel
    rejects. "COMMISSION: Did you sign? VOSS: I did.": the turn behind a question answers it.
    """
    of = {claim.key: claim for claim in story.claims}
    for claim in story.claims:
        outer = of.get(claim.part_of) if claim.part_of is not None else None
        relation = _TO_INNER.get(outer.act) if outer is not None else None
        if outer is not None and relation is not None and not _one_speaks(outer, claim):
            yield _link(relation, outer, claim, "it is told within it")
    for question, answer in zip(story.claims, story.claims[1:], strict=False):
        if _is_turn(question) and _is_turn(answer) and _asks(question) and not _one_speaks(question, answer):
            yield _link("answers", answer, question, "the next turn behind a question")


def _link(relation: Relation, later: Claim, earlier: Claim, why: str) -> FoundLink:
    evidence, _ = evidence_of(relation, later, earlier)
    return FoundLink(relation, later, earlier, _CHANCE, True, evidence, f"{relation}: {why}")


def _one_speaks(one: Claim, other: Claim) -> bool:
    """Say whether somebody speaks in both, or nobody is known to speak in one of them."""
    first, second = ({party.key for party in claim.speakers} for claim in (one, other))
    return not first or not second or bool(first & second)


def _is_turn(claim: Claim) -> bool:
    return claim.kind == "direct" and claim.cue is not None and claim.cue.text in _MARKS


def _asks(claim: Claim) -> bool:
    return claim.words.rstrip(' ”"').endswith("?")
