"""Marks on a text: where statements, cues and sources stand, cut into pieces that may be shown side by side.

marks (what is marked), pieces (the text cut where marks begin and end), levels (which underline lies over which),
speaker_colours (which speaker has which).
"""

from onrecord.web.marking.levels import levels_of
from onrecord.web.marking.marks import Mark, marks_of
from onrecord.web.marking.pieces import Marks, Piece
from onrecord.web.marking.speaker_colours import COLOURS, colours_of, speaker_key

__all__ = ["COLOURS", "Mark", "Marks", "Piece", "colours_of", "levels_of", "marks_of", "speaker_key"]
