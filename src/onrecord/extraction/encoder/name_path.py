"""From the scores of the classes of names (BIO: outside, begins, goes on) to the likeliest classes that make names."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from onrecord.extraction.encoder.scores import Ints

_NEVER = -1e9
_OUTSIDE = 0


class NamePath:
    """Finds the likeliest classes of words in which a name goes on only from its own beginning, in its sentence.

    In nearly all texts those are the likeliest class of each word. Where one goes on from nothing, the stretch of words
    around it that may be in names is gone through for the best path (Viterbi, 1967).
    """

    def __init__(self, classes: Sequence[str]) -> None:
        count = len(classes)
        self._goes_on = np.array([name.startswith("I-") for name in classes])
        # What each class may follow, where a sentence goes on and where it starts: `I-X` only `B-X` and `I-X`.
        kind = np.array([name[2:] for name in classes])
        same = (kind[:, None] == kind[None, :]) & (np.arange(count) != _OUTSIDE)[None, :]
        self._follows = ~self._goes_on[:, None] | same

    def best(self, scores: NDArray[np.float32], starts: NDArray[np.bool_]) -> Ints:
        """Return the class of each of n words.

        Args:
            scores: n x the number of classes, before they are probabilities.
            starts: for each word whether a sentence starts with it.
        """
        found: Ints = scores.argmax(axis=1)
        before = np.concatenate([[_OUTSIDE], found[:-1]])
        before[starts] = _OUTSIDE
        wrong = ~self._follows[found, before]
        if not wrong.any():
            return found
        # Stretches of words of which none is surely outside, each in one sentence.
        edges = np.concatenate([[True], (found[1:] == _OUTSIDE) | (found[:-1] == _OUTSIDE) | starts[1:]])
        stretch = np.cumsum(edges) - 1
        for number in np.unique(stretch[wrong]):
            low, high = np.searchsorted(stretch, [number, number + 1])
            found[low:high] = self._viterbi(scores[low:high])
        return found

    def _viterbi(self, scores: NDArray[np.float32]) -> Ints:
        """Return the best path through a stretch of words, the first of which begins a name or is outside."""
        normal = scores.astype(np.float64)
        normal -= np.logaddexp.reduce(normal, axis=1, keepdims=True)
        best = np.where(self._goes_on, _NEVER, normal[0])
        backs = []
        for word in normal[1:]:
            reached = np.where(self._follows, best[None, :], _NEVER)
            back = reached.argmax(axis=1)
            backs.append(back)
            best = reached[np.arange(len(back)), back] + word
        path = [int(best.argmax())]
        for back in reversed(backs):
            path.append(int(back[path[-1]]))
        return np.array(path[::-1], dtype=np.int64)
