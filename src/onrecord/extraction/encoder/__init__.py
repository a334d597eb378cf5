"""The encoder: one small network that reads a document once, for tags, trees, names and the scores of attribution.

pieces and surface (what it reads), encoder (the network), tree (heads from arc scores), annotation and morphology (the
document's labels), features (what attribution is told besides), scores (what it says of that), calibration, dictionary.
"""

from onrecord.extraction.encoder.calibration import Calibration
from onrecord.extraction.encoder.dictionary import is_word
from onrecord.extraction.encoder.encoder import FOLDER, Encoder, Encoding
from onrecord.extraction.encoder.features import FEATURES, PARSE_FEATURES, parse_features
from onrecord.extraction.encoder.pieces import WINDOW, Pieces, split
from onrecord.extraction.encoder.scores import WORD_CLASSES, Floats, Ints, Scores
from onrecord.extraction.encoder.surface import PART_ROLES, SURFACE

__all__ = [
    "FEATURES",
    "FOLDER",
    "PARSE_FEATURES",
    "PART_ROLES",
    "SURFACE",
    "WINDOW",
    "WORD_CLASSES",
    "Calibration",
    "Encoder",
    "Encoding",
    "Floats",
    "Ints",
    "Pieces",
    "Scores",
    "is_word",
    "parse_features",
    "split",
]
