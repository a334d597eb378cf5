"""How far probabilities can be believed: how often what they are told of is right, as figures and as a diagram."""

from dataclasses import dataclass
from pathlib import Path

import matplotlib.pyplot as plt
import numpy as np

from onrecord.extraction.encoder import Floats, Ints

_BINS = 10


@dataclass(frozen=True, slots=True)
class Reliability:
    """How often relations of a confidence are right, by tenths of confidence."""

    confident: Floats
    right: Floats
    counts: Ints

    @property
    def error(self) -> float:
        """The expected calibration error (Guo et al., ICML 2017): the mean distance of the two, 0 to 1."""
        return float((np.abs(self.confident - self.right) * self.counts).sum() / self.counts.sum())


def reliability(confident: Floats, right: Ints) -> Reliability:
    """Return how often predictions of each tenth of confidence are right; tenths without any are left out."""
    tenth = np.minimum((confident * _BINS).astype(int), _BINS - 1)
    used = np.unique(tenth)
    return Reliability(
        np.array([confident[tenth == number].mean() for number in used]),
        np.array([right[tenth == number].mean() for number in used]),
        np.array([(tenth == number).sum() for number in used]),
    )


def draw(found: Reliability, file: Path) -> None:
    """Write the reliability diagram to `file`."""
    plt.rcParams["svg.hashsalt"] = "onrecord"
    figure, axes = plt.subplots(figsize=(4.5, 4.5), layout="constrained")
    axes.plot([0, 1], [0, 1], color="0.7", linestyle="--", label="as sure as right")
    axes.plot(found.confident, found.right, marker="o", label=f"expected calibration error {found.error:.3f}")
    for x, y, count in zip(found.confident, found.right, found.counts, strict=True):
        axes.annotate(str(count), (x, y), textcoords="offset points", xytext=(6, -10), fontsize=8)
    axes.set(xlabel="confidence of statements", ylabel="share that is right", xlim=(0, 1), ylim=(0, 1))
    axes.legend(loc="upper left", frameon=False)
    figure.savefig(file, metadata={"Date": None})
    plt.close(figure)
