"""Typing events in PLOVER's terms: five-fold cross-validation on the shared training parts, and scores of other files.

Source and target are marked in a sentence. On `PLV_train.tsv` the root of what the one does to the other is asked for
(and with it the quad class, "penta"), on `AW_train.tsv` whether they are related. The peer is a bag of word n-grams
with logistic regression (scikit-learn); the least of all answers is always the commonest class.
"""

from collections.abc import Sequence
from functools import cache
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

from benchmarks.event_words import joined, tell
from training.events.corpus import PENTA, ROOTS, Example, columns, folds, relations, roots
from training.events.typing import Recipe, Typing, fit, probabilities

_FOLDS = 5
_SEED, _SEEDS = 1, (1, 2, 3)
_RELATED = ("none", "relation")
_THREADS = 2

type Answers = NDArray[np.int64]


def main(file: Path | None, part: str | None = None) -> None:
    """Print the figures of cross-validation, of one part if told, or, trained on all of a part, those on `file`."""
    torch.set_num_threads(_THREADS)
    console = Console(width=120)
    if file is None:
        if part in {None, "PLV_train"}:
            _cross_validate(console, "PLV_train", roots(), ROOTS)
        if part in {None, "AW_train"}:
            _cross_validate(console, "AW_train", relations(), _RELATED)
        return
    typed = "gold_root" in columns(file)
    train, test, names = (roots(), roots(file), ROOTS) if typed else (relations(), relations(file), _RELATED)
    ours, theirs = _Ours(train, len(names)).scores(test).argmax(1), _peers(train, test)
    _print(console, f"{file.name}, trained on {len(train)} sentences", test, names, ours, theirs)


def _cross_validate(console: Console, title: str, examples: Sequence[Example], names: Sequence[str]) -> None:
    home = folds(examples, _FOLDS)
    ours, theirs = np.zeros((2, len(examples)), dtype=np.int64)
    deeds = list(joined(examples)) if names == ROOTS else []
    given: dict[int, str | None] = {}
    for fold in range(_FOLDS):
        train = [one for one, own in zip(examples, home, strict=True) if own != fold]
        left_out = [number for number, own in enumerate(home) if own == fold]
        test = [examples[number] for number in left_out]
        model = _Ours(train, len(names))
        ours[left_out], theirs[left_out] = model.scores(test).argmax(1), _peers(train, test)
        for number in left_out:
            if deeds and (deed := deeds[number]) is not None:
                given[number] = deed.root(model.scores([deed.clause])[0].tolist())
    _print(console, f"{title}, {_FOLDS}-fold cross-validation", examples, names, ours, theirs)
    if deeds:
        console.print(tell(examples, deeds, given))


class _Ours:
    """What is learnt from some examples.

    Of relations it is the mean of several networks, since their sentences are few, which begin as one that has learnt
    to tell the roots apart, on sentences of the other corpus.
    """

    def __init__(self, train: Sequence[Example], classes: int) -> None:
        # What is related says so by its kind ("attack", "meet").
        kinds = max(one.kind for one in train) + 1
        self._recipe = Recipe(classes) if classes > len(_RELATED) else Recipe(classes, kinds, epochs=5, frozen=3)
        seeds, start = ((_SEED,), None) if classes > len(_RELATED) else (_SEEDS, _telling_roots())
        self._networks = [fit(train, self._recipe, seed=seed, start=start) for seed in seeds]

    def scores(self, test: Sequence[Example]) -> NDArray[np.float64]:
        """Return the probability of each class for each example."""
        return np.mean([probabilities(network, test, self._recipe) for network in self._networks], axis=0)


@cache
def _telling_roots() -> Typing:
    return fit(roots(), Recipe(len(ROOTS)), seed=_SEED)


def _peers(train: Sequence[Example], test: Sequence[Example]) -> Answers:
    peer = make_pipeline(
        TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True),
        LogisticRegression(C=10, max_iter=1000, class_weight="balanced"),
    )
    peer.fit([one.marked for one in train], [one.label for one in train])
    return np.asarray(peer.predict([one.marked for one in test]), dtype=np.int64)


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
