"""Events: who did what to whom, in PLOVER's terms, from what statements do and from what is told.

triggers (words that tell of them, with the heads of their arguments: argument_heads), arguments (who these are),
constraints (which types the parties allow), classifier and classifier_input (which of these it is), factuality,
event_day, coding (all of it in order).
"""

from onrecord.extraction.events.arguments import argument_mentions
from onrecord.extraction.events.classifier import LEAST_PROBABILITY, MARKS, EventClassifier, likeliest, mark_pieces
from onrecord.extraction.events.classifier_input import marked_clause
from onrecord.extraction.events.coding import code_events, record_events
from onrecord.extraction.events.triggers import find_triggers

__all__ = [
    "LEAST_PROBABILITY",
    "MARKS",
    "EventClassifier",
    "argument_mentions",
    "code_events",
    "find_triggers",
    "likeliest",
    "mark_pieces",
    "marked_clause",
    "record_events",
]
