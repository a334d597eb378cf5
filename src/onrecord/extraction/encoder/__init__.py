"""The encoder: one small network that reads a document once, for tags, trees, names and the scores of attribution.

pieces and surface (what it reads), encoder (the network), tree (heads from arc scores), annotation and morphology (the
document's labels), features (what attribution is told besides), scores (what it says of that), calibration, dictionary.
"""

from onrecord.extraction.encoder.calibration import Calibration
from onrecord.extraction.encoder.dictionary import is_word
from onrecord.extraction.encoder.encoder import Encoder, Encoding
from onrecord.extraction.encoder.scores import ROLES, Scores

__all__ = ["ROLES", "Calibration", "Encoder", "Encoding", "Scores", "is_word"]
