"""Typing events in PLOVER's terms: five-fold cross-validation on the shared training parts, and scores of other files.

Source and target are marked in a sentence. On `PLV_train.tsv` the root of what the one does to the other is asked for
(and with it the quad class, "penta"), on `AW_train.tsv` whether they are related. The peer is a bag of word n-grams
with logistic regression (scikit-learn); the least of all answers is always the commonest class.
"""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from rich.console import Console
from rich.table import Table
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import accuracy_score, f1_score
from sklearn.pipeline import make_pipeline

from training.events.corpus import PENTA, ROOTS, Example, columns, folds, relations, roots
from training.events.typing import fit, probabilities

_FOLDS = 5
_SEED = 1
_THREADS = 2

type Answers = NDArray[np.int64]


def main(file: Path | None) -> None:
    """Print the figures of cross-validation, or, trained on all of the shared parts, those on `file`."""
    torch.set_num_threads(_THREADS)
    console = Console(width=120)
    if file is None:
        for title, examples, names in (("PLV_train", roots(), ROOTS), ("AW_train", relations(), ("none", "relation"))):
            home = folds(examples, _FOLDS)
            ours, theirs = np.zeros((2, len(examples)), dtype=np.int64)
            for fold in range(_FOLDS):
                train = [one for one, own in zip(examples, home, strict=True) if own != fold]
                left_out = [number for number, own in enumerate(home) if own == fold]
                ours[left_out], theirs[left_out] = _answers(train, [examples[n] for n in left_out], len(names))
            _print(console, f"{title}, {_FOLDS}-fold cross-validation", examples, names, ours, theirs)
        return
    typed = "gold_root" in columns(file)
    train, test, names = (
        (roots(), roots(file), ROOTS) if typed else (relations(), relations(file), ("none", "relation"))
    )
    _print(console, f"{file.name}, trained on {len(train)} sentences", test, names, *_answers(train, test, len(names)))


def _answers(train: Sequence[Example], test: Sequence[Example], classes: int) -> tuple[Answers, Answers]:
    """Return the classes that ours and the peer give to `test` after training on `train`."""
    ours = probabilities(fit(train, classes, seed=_SEED), test).argmax(1)
    peer = make_pipeline(
        TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True),
        LogisticRegression(C=10, max_iter=1000, class_weight="balanced"),
    )
    peer.fit([one.marked for one in train], [one.label for one in train])
    return ours, np.asarray(peer.predict([one.marked for one in test]), dtype=np.int64)


def _print(
    console: Console, title: str, examples: Sequence[Example], names: Sequence[str], ours: Answers, theirs: Answers
) -> None:
    gold = np.array([one.label for one in examples])
    commonest = np.full(len(gold), np.bincount(gold).argmax())
    table = Table(title=f"{title}: {len(examples)} sentences")
    for column in ("class", "sentences", "ours", "n-grams", "commonest class"):
        table.add_column(column, justify="left" if column == "class" else "right")
    present = [number for number in range(len(names)) if (gold == number).any()]
    by_class = [
        f1_score(gold, told, labels=present, average=None, zero_division=0) for told in (ours, theirs, commonest)
    ]
    for row, number in enumerate(present):
        scores = (f"{scores[row]:.3f}" for scores in by_class)
        table.add_row(names[number], str((gold == number).sum()), *scores)
    table.add_section()
    for what, measure in (
        ("macro F1", lambda told: f1_score(gold, told, labels=present, average="macro", zero_division=0)),
        ("accuracy", lambda told: accuracy_score(gold, told)),
        *(
            (("penta macro F1", lambda told: f1_score(_penta(gold), _penta(told), average="macro")),)
            if len(names) > 2
            else ()
        ),
    ):
        table.add_row(what, str(len(gold)), *(f"{measure(told):.3f}" for told in (ours, theirs, commonest)))
    console.print(table)


def _penta(answers: Answers) -> Answers:
    return np.array([PENTA[ROOTS[answer]] for answer in answers])
