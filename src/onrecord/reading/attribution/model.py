"""The attribution model: one small encoder over windows of word pieces, run by ONNX Runtime."""

from importlib.resources import files
from importlib.resources.abc import Traversable

import numpy as np
from tokenizers import Tokenizer

from onrecord.extraction.ranges import Range
from onrecord.models import FIRST, LAST, load_session, read_card
from onrecord.reading.attribution.confidence import Calibration
from onrecord.reading.attribution.pieces import Pieces
from onrecord.reading.attribution.scores import Scores

FOLDER = files("onrecord.models") / "attribution"
"""What ships: `model.onnx`, `tokenizer.json` and `card.json`, which has their checksums and the calibration."""


class Model:
    """The model in a folder. Loading takes some tenths of a second and 100 MB; threads may share it.

    Each window is run alone and on one thread, so that a page is never read in another way because of its neighbours;
    threads share out the windows. The weights are kept in 8 bits and the arithmetic is done in 32: 8-bit arithmetic was
    a third faster and cost half a point of F1, and differs between processors.
    """

    def __init__(self, folder: Traversable = FOLDER) -> None:
        card = read_card(folder)
        self.version = card["version"]
        calibration = card["calibration"]
        self.calibration = Calibration(calibration["intercept"], calibration["weights"])
        self.tokenizer = Tokenizer.from_str((folder / "tokenizer.json").read_text(encoding="utf-8"))
        self.tokenizer.no_truncation()
        self.tokenizer.no_padding()
        self._session = load_session(folder)

    def scores(self, pieces: Pieces) -> list[Scores]:
        """Return what the model says of each window of a document."""
        return [self._window(pieces, window) for window in pieces.windows()]

    def _window(self, pieces: Pieces, window: Range) -> Scores:
        start, end = window
        ids = np.array([FIRST, *pieces.ids[start:end], LAST], dtype=np.int64)
        features = np.zeros((len(ids), pieces.features.shape[1]), dtype=np.int64)
        features[1:-1] = pieces.features[start:end]
        roles, claims = self._session.run(None, {"pieces": ids[None], "features": features[None]})
        # A word is judged by its first piece.
        first = np.nonzero(np.diff(pieces.tokens[start:end], prepend=-1))[0]
        content, source = claims[0][:, 1:-1, 1:-1][:, first][:, :, first].astype(np.float64)
        edges = [np.searchsorted(first + start, edge) for part in pieces.parts for edge in part]
        parts = [(int(low), int(high)) for low, high in zip(edges[::2], edges[1::2], strict=True) if low < high]
        return Scores(pieces.tokens[start:end][first], parts, roles[0, 1:-1][first].astype(np.float64), content, source)
