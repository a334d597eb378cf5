"""Attribution: who is said to have said what, as character ranges of one language-processed document."""

from onrecord.extraction.attribution.decoding import decode
from onrecord.extraction.attribution.hints import hinted
from onrecord.extraction.attribution.pipeline import attribute
from onrecord.extraction.attribution.relation import Attribution
from onrecord.extraction.attribution.rules import cue_of, is_listed

__all__ = [
    "Attribution",
    "attribute",
    "cue_of",
    "decode",
    "hinted",
    "is_listed",
]
