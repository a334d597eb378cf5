"""The user's judgements: applied on top of what was read, never instead of it.

record (judgements as they are kept), on_entities, on_statements (and which hold for which statements), anchors (finding
a judged statement again), undo, reviews (what is asked), judgements (what a user may decide).
"""

from onrecord.ledger.judgements.judgements import Judgements
from onrecord.ledger.judgements.on_entities import standing
from onrecord.ledger.judgements.on_statements import Holding, apply_to_reading, holding_for, readings_of

__all__ = ["Holding", "Judgements", "apply_to_reading", "holding_for", "readings_of", "standing"]
