"""What linking finds: how a statement belongs to an earlier one, with the words that show it."""

from dataclasses import dataclass

from onrecord.linking.material import Claim
from onrecord.linking.relations import Relation
from onrecord.records import Span


@dataclass(frozen=True, slots=True)
class Evidence:
    """Words of a statement, or of what stands around it, that show how it belongs to another."""

    claim: Claim
    span: Span


@dataclass(frozen=True, slots=True)
class FoundLink:
    """`later` (or the replying one) belongs to `earlier`: how, how likely (0 to 1), by which words, and why.

    `kind` is never "none". Where `sure` is False it is only offered for review.
    """

    kind: Relation
    later: Claim
    earlier: Claim
    confidence: float
    sure: bool
    evidence: tuple[Evidence, ...]
    reason: str
