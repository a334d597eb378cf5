"""The tables that ship, which a person can read: a weight for each feature, and what it means."""

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from onrecord.extraction.likelihood import INTERCEPT, Question
from training.likelihood.fitting import Weights
from training.likelihood.meanings import MEANINGS

SHIPPED = Path(__file__).parent.parent.parent / "src" / "onrecord" / "models" / "likelihood"
_ABOUT: Mapping[Question, str] = {
    "words": "that a statement was made, and has these words",
    "speakers": "that these speak, if a statement was made",
}
_HEADER = """\
# How much each feature speaks for it {about}. The log odds are the sum
# of the weights of what is the case, each times its value: 1 where no number is told. Written by
# `python -m training.likelihood`, which tells how they are learnt.
"""
_LEAST = 0.005


def write_weights(question: Question, weights: Weights) -> None:
    """Write the weights that answer a question.

    Raises:
        KeyError: nobody has said what a feature means.
    """
    rows = ["feature\tweight\tmeaning", f"{INTERCEPT}\t{weights[INTERCEPT]:.3f}\t{MEANINGS[INTERCEPT]}"]
    for name, weight in sorted(weights.items()):
        if name != INTERCEPT and abs(weight) >= _LEAST:
            rows.append(f"{name}\t{weight:.3f}\t{MEANINGS[name]}")
    text = _HEADER.format(about=_ABOUT[question]) + "\n".join(rows) + "\n"
    (SHIPPED / f"{question}.tsv").write_text(text, encoding="utf-8")


def write_card(figures: Mapping[str, Any]) -> None:
    """Write the card of the tables: their checksums, and how good they are by folds."""
    digests = {f"{name}.tsv": hashlib.sha256((SHIPPED / f"{name}.tsv").read_bytes()).hexdigest() for name in _ABOUT}
    text = json.dumps({"sha256": digests} | dict(figures), indent=2, ensure_ascii=False)
    (SHIPPED / "card.json").write_text(text + "\n", encoding="utf-8")
