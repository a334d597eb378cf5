"""Marks on a text: where statements, cues and sources stand, cut into pieces that may be shown side by side.

marks (what is marked), pieces (the text cut where marks begin and end), levels (which underline lies over which),
runs (the words of one statement, with what shows a link and what differs from another), speaker_colours (which speaker
has which).
"""

from onrecord.web.marking.levels import levels_of
from onrecord.web.marking.marks import Mark, marks_of
from onrecord.web.marking.pieces import Marks, Piece
from onrecord.web.marking.runs import Run, differences, runs_of, text_runs, words_of
from onrecord.web.marking.speaker_colours import COLOURS, colours_of, speaker_key

__all__ = [
    "COLOURS",
    "Mark",
    "Marks",
    "Piece",
    "Run",
    "colours_of",
    "differences",
    "levels_of",
    "marks_of",
    "runs_of",
    "speaker_key",
    "text_runs",
    "words_of",
]
