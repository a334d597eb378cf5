"""Events: who did what to whom, in PLOVER's terms, from what statements do and from what is told.

triggers (words that tell of them, with the heads of their arguments: argument_heads), arguments (who these are),
parties and restrictions (which types these allow), classifier and classifier_input (which of these it is), telling,
factuality and standing (whether it was done), context_words (which words around it say so), event_day, extent (its
words and place), statements and verbal_events (those that statements are), coding (all of it in order), coded_event
(the result), event_records.
"""

from typing import Any

from onrecord.extraction.events.arguments import Arguments, argument_mentions
from onrecord.extraction.events.classifier import LEAST_PROBABILITY, MARKS, EventClassifier, likeliest, mark_pieces
from onrecord.extraction.events.classifier_input import marked_clause
from onrecord.extraction.events.coding import code_events
from onrecord.extraction.events.event_records import record_events
from onrecord.extraction.events.factuality import FACTUALITY
from onrecord.extraction.events.restrictions import BETWEEN_TWO, LED, OF_ACTOR, OF_RECIPIENT
from onrecord.extraction.events.standing import STANDINGS
from onrecord.extraction.events.statements import Statements
from onrecord.extraction.events.triggers import find_triggers
from onrecord.rules import Rule

RULES: tuple[Rule[Any], ...] = (*FACTUALITY, *STANDINGS, *LED, *BETWEEN_TWO, *OF_ACTOR, *OF_RECIPIENT)
"""The rows of the tables by which events are coded, in the order in which an event meets them."""

__all__ = [
    "LEAST_PROBABILITY",
    "MARKS",
    "RULES",
    "Arguments",
    "EventClassifier",
    "Statements",
    "argument_mentions",
    "code_events",
    "find_triggers",
    "likeliest",
    "mark_pieces",
    "marked_clause",
    "record_events",
]
