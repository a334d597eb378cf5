"""Fit how likely statements are right, on annotated news pages.

    python -m training.likelihood

Reads the pages for training (half a minute), fits the two models by folds of pages and then on all, prints how good
they are by folds, what a floor of the confidence shows and costs, and writes the tables to
`src/onrecord/models/likelihood` with their card, and the reliability diagram to `docs/evaluation`.
"""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from rich.console import Console
from rich.table import Table
from sklearn.metrics import log_loss, roc_auc_score

from onrecord.extraction.encoder import Encoder, Floats
from training.likelihood.examples import Example, examples
from training.likelihood.fitting import by_folds, fit_both
from training.likelihood.tables import write_card, write_weights
from training.reliability import draw, reliability

DIAGRAM = Path(__file__).parent.parent.parent / "docs" / "evaluation" / "likelihood-reliability.svg"
_FLOORS = (0.0, 0.1, 0.2, 0.3, 0.35, 0.4, 0.45, 0.5, 0.6, 0.7, 0.8)


def main() -> None:
    console = Console(width=120)
    told = list(examples(Encoder()))
    words, speakers = by_folds(told)
    said = np.array([one.said for one in told])
    right = np.array([one.right for one in told])
    judged = {
        "words": (words, said),
        "speakers, of right words": (speakers[said], right[said]),
        "both": (words * speakers, right),
    }
    table = Table("question", "examples", "right", "area", "log loss", "calibration error", title="By folds of pages")
    figures = {}
    for name, (likely, is_right) in judged.items():
        error = reliability(likely, is_right.astype(int)).error
        measured = (is_right.mean(), roc_auc_score(is_right, likely), log_loss(is_right, likely), error)
        table.add_row(name, str(len(likely)), *(f"{value:.3f}" for value in measured))
        names = ("right", "area under the curve", "log loss", "expected calibration error")
        figures[name] = {"examples": len(likely)} | dict(
            zip(names, (round(float(one), 3) for one in measured), strict=True)
        )
    console.print(table)
    console.print(_floors(told, words * speakers, right))
    of_words, of_speakers = fit_both(told)
    write_weights("words", of_words)
    write_weights("speakers", of_speakers)
    write_card({"pages": len({one.page for one in told}), "by folds of pages": figures})
    draw(reliability(words * speakers, right.astype(int)), DIAGRAM)


def _floors(told: Sequence[Example], likely: Floats, right: Floats) -> Table:
    """Return what is shown from each floor of the confidence on, and what share of the required it costs."""
    table = Table(
        "floor", "shown", "right", "no statement", "required and found", title="What is shown from a floor on"
    )
    required = np.array([one.required for one in told])
    said = np.array([one.said for one in told])
    for floor in _FLOORS:
        shown = likely >= floor
        shares = (right[shown].mean(), 1 - said[shown].mean(), required[shown].sum() / required.sum())
        table.add_row(f"{floor:.2f}", str(shown.sum()), *(f"{share:.3f}" for share in shares))
    return table


if __name__ == "__main__":
    main()
