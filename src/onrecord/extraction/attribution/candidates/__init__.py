"""Attribution by rules alone: what quote marks, speakers' labels and the dependency parse show.

`precedence` puts together `signed_posts`, `turn_labels`, `quoted_speech` and `frames`, the last believed by the lexicon
in `cues`. The encoder reads its answer as a hint, and what it cannot see is taken from it: statements within
statements, transcripts.
"""

from onrecord.extraction.attribution.candidates.candidate import Candidate
from onrecord.extraction.attribution.candidates.cues import CueLexeme, is_listed, lemma, lexeme_of, quotative_lexeme
from onrecord.extraction.attribution.candidates.estimates import claimed_number, estimate, number_of
from onrecord.extraction.attribution.candidates.noun_frames import estimate_owner
from onrecord.extraction.attribution.candidates.precedence import CANDIDATES, lexicon_candidates, rule_relations
from onrecord.extraction.attribution.candidates.quoted_speech import quoted_relations

__all__ = [
    "CANDIDATES",
    "Candidate",
    "CueLexeme",
    "claimed_number",
    "estimate",
    "estimate_owner",
    "is_listed",
    "lemma",
    "lexeme_of",
    "lexicon_candidates",
    "number_of",
    "quotative_lexeme",
    "quoted_relations",
    "rule_relations",
]
