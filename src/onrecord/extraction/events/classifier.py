"""The event model: of which PLOVER type an event is, by one small encoder over its clause, run by ONNX Runtime."""

from collections.abc import Collection, Mapping
from functools import cached_property
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from onrecord.models import FIRST, LAST, load_session, read_card

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

FOLDER = files("onrecord.models") / "events"
"""What ships: `model.onnx` and `card.json`, which has its checksum and the names of its classes."""

LONGEST = 128
"""Word pieces of a clause at most, with the two that frame it."""

MARKS = {"<s>": 1, "</s>": 2, "<t>": 3, "</t>": 4}
"""What stands at the edges of actor and recipient: pieces of the vocabulary that no text uses."""

LEAST_PROBABILITY = 0.5
"""An event of which the model is less sure is of no type."""

# Less than so much for all of them together is belief in none.
_BELIEVED = 0.02


class EventClassifier:
    """Types events. The network is loaded with the first (a tenth of a second, 80 MB); threads may share it.

    Each clause is typed alone and on one thread, so that it is never typed in another way because of its neighbours.
    """

    def __init__(self, tokenizer: Tokenizer, folder: Traversable = FOLDER) -> None:
        card = read_card(folder)
        self.version = card["version"]
        self.classes = tuple(card["classes"])
        self._tokenizer = tokenizer
        self._folder = folder

    @cached_property
    def _session(self) -> "InferenceSession":
        return load_session(self._folder / "model.onnx")

    def type(self, parts: list[str], types: Collection[str], *, certain: bool = False) -> tuple[str, float]:
        """Return the likeliest of the types that a clause can be of, and how likely it is among them.

        0 where the model believes in none of them: the words are used for something else.

        Args:
            parts: the clause in pieces of text, with the MARKS where actor and recipient begin and end.
            types: the classes that its words can tell of.
            told: the words leave no doubt that it is of one of them ("signed a treaty").
        """
        pieces = np.array([mark_pieces(parts, self._tokenizer)], dtype=np.int64)
        scores: NDArray[np.float32] = self._session.run(None, {"pieces": pieces})[0][0]
        return likeliest(
            dict(zip(self.classes, scores.tolist(), strict=True)), types, least=0 if certain else _BELIEVED
        )


def likeliest(scores: Mapping[str, float], types: Collection[str], *, least: float = _BELIEVED) -> tuple[str, float]:
    """Return the likeliest of `types` by the scores of all classes, and how likely it is among them, as `type` does.

    0 where the scores of `types` are less than `least` together.
    """
    among = {name: score for name, score in scores.items() if name in types}
    best, believed = max(among, key=among.__getitem__), sum(among.values())
    return best, among[best] / believed if believed > 0 and believed >= least else 0.0


def mark_pieces(parts: list[str], tokenizer: Tokenizer) -> list[int]:
    """Return the pieces of a marked clause, cut to LONGEST."""
    pieces = [FIRST]
    for part in parts:
        if part in MARKS:
            pieces.append(MARKS[part])
        elif part.strip():
            pieces += tokenizer.encode(part, add_special_tokens=False).ids
    return [*pieces[: LONGEST - 1], LAST]
