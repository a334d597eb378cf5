"""Attribution: who is said to have said what, as character ranges of one language-processed document.

pipeline (the steps in order), rules (relations by quote marks, labels and the parse), hints (what these tell the
encoder), decoding (from its scores to relations), fusion (one list of both), supplements (what only rules see), vetoes
(what is no statement), acts, performative and modality (what a statement does, and whether it was made), relation (the
result), nesting (in whose words something stands).
"""

from onrecord.extraction.attribution.candidates import is_listed, lexeme_of
from onrecord.extraction.attribution.cue_head import head_of_cue
from onrecord.extraction.attribution.decoding import decode
from onrecord.extraction.attribution.hints import hint_features
from onrecord.extraction.attribution.nesting import Nesting
from onrecord.extraction.attribution.performative import performed_verb
from onrecord.extraction.attribution.pipeline import attribute
from onrecord.extraction.attribution.relation import Attribution
from onrecord.extraction.attribution.rules import RULES

__all__ = [
    "RULES",
    "Attribution",
    "Nesting",
    "attribute",
    "decode",
    "head_of_cue",
    "hint_features",
    "is_listed",
    "lexeme_of",
    "performed_verb",
]
