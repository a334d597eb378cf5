"""Attribution by rules alone: what quote marks, speakers' labels and the dependency parse show.

`attribute` puts together `quoted`, `labelled` and `frames`, the last believed by the lexicon in `cues`. The model reads
its answer as a hint, and what the model cannot see is taken from it: statements within statements, transcripts.
"""

from onrecord.reading.attribution.rules.combining import attribute

__all__ = ["attribute"]
