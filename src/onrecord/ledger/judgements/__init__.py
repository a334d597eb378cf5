"""The user's judgements: applied on top of what was read, never instead of it.

record (judgements as they are kept), on_entities, on_statements (and which hold for which statements), on_links
(likewise), anchors and link_ends (finding a judged statement or link again), linking_anew (what is to be linked anew
for a judgement), undo, reviews and link_reviews (what is asked), judgements (what a user may decide).
"""

from onrecord.ledger.judgements.judgements import Judgements
from onrecord.ledger.judgements.on_entities import standing
from onrecord.ledger.judgements.on_links import (
    HeldLink,
    apply_to_links,
    holding_for_links,
    is_asserted,
    kept_link,
    settle_article,
)
from onrecord.ledger.judgements.on_statements import Holding, apply_to_reading, holding_for, readings_of

__all__ = [
    "HeldLink",
    "Holding",
    "Judgements",
    "apply_to_links",
    "apply_to_reading",
    "holding_for",
    "holding_for_links",
    "is_asserted",
    "kept_link",
    "readings_of",
    "settle_article",
    "standing",
]
