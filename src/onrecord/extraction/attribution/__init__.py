"""Attribution: who is said to have said what, as character ranges of one language-processed document."""

from onrecord.extraction.attribution.decoding import decode
from onrecord.extraction.attribution.hints import hint_features
from onrecord.extraction.attribution.pipeline import attribute
from onrecord.extraction.attribution.relation import Attribution
from onrecord.extraction.attribution.rules import is_listed, lexeme_of

__all__ = [
    "Attribution",
    "attribute",
    "decode",
    "hint_features",
    "is_listed",
    "lexeme_of",
]
