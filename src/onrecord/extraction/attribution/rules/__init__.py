"""Attribution by rules alone: what quote marks, speakers' labels and the dependency parse show.

`precedence` puts together `quoted_speech`, `turn_labels` and `frames`, the last believed by the lexicon in `cues`. The
encoder reads its answer as a hint, and what it cannot see is taken from it: statements within statements, transcripts.
"""

from onrecord.extraction.attribution.rules.candidate import Candidate
from onrecord.extraction.attribution.rules.cues import Cue, cue_of, is_listed, lemma, quotative
from onrecord.extraction.attribution.rules.estimates import claimed, estimate, number_of
from onrecord.extraction.attribution.rules.noun_frames import reckoning
from onrecord.extraction.attribution.rules.precedence import possible, rule_relations
from onrecord.extraction.attribution.rules.quoted_speech import quoted_relations

__all__ = [
    "Candidate",
    "Cue",
    "claimed",
    "cue_of",
    "estimate",
    "is_listed",
    "lemma",
    "number_of",
    "possible",
    "quotative",
    "quoted_relations",
    "reckoning",
    "rule_relations",
]
