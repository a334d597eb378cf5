"""Times: those that an article tells of, and on which day each statement was made.

grammar (how times are written), tense (which way they lie), expressions (found and worked out), period (days),
utterance_time (when something was said).
"""

from onrecord.extraction.temporal.expressions import ResolvedTime, find_expressions, record_times, resolve_times
from onrecord.extraction.temporal.utterance_time import DAYS, UtteranceTime, quoted_days, utterance_times

__all__ = [
    "DAYS",
    "ResolvedTime",
    "UtteranceTime",
    "find_expressions",
    "quoted_days",
    "record_times",
    "resolve_times",
    "utterance_times",
]
