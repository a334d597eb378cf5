"""Typing events in PLOVER's terms: five-fold cross-validation on the shared training parts, and scores of other files.

    python -m training.events.cross_validation [--file FILE | --part PART]

Source and target are marked in a sentence. On `PLV_train.tsv` the root of what the one does to the other is asked for
(and with it the quad class, "penta"), on `AW_train.tsv` whether they are related. The peer is a bag of word n-grams
with logistic regression (scikit-learn); the least of all answers is always the commonest class. It is the table that
`python -m benchmarks events` prints.
"""

import argparse
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

from corpora.plover import QUAD_CLASSES, ROOTS, MarkedSentence, columns, folds, relations, roots
from training.events.coded_sentences import joined, tell
from training.events.corpus import Example, examples
from training.events.typing import Recipe, Typing, fit, probabilities

_FOLDS = 5
_SEED, _SEEDS = 1, (1, 2, 3)
_RELATED = ("none", "relation")
_THREADS = 2

type Answers = NDArray[np.int64]


def main() -> None:
    """Print the scores of cross-validation, of one part if told, or, trained on all of a part, those on a file."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--file", type=Path, help="sentences to type, with the columns of PLV_train or AW_train")
    parser.add_argument("--part", choices=("PLV_train", "AW_train"), help="sentences to cross-validate on, else both")
    arguments = parser.parse_args()
    file, part = arguments.file, arguments.part
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
    ours, theirs = _Ours(examples(train), len(names)).scores(examples(test)).argmax(1), _peers(train, test)
    _print(console, f"{file.name}, trained on {len(train)} sentences", test, names, ours, theirs)


def _cross_validate(console: Console, title: str, sentences: Sequence[MarkedSentence], names: Sequence[str]) -> None:
    home, read = folds(sentences, _FOLDS), examples(sentences)
    ours, theirs = np.zeros((2, len(sentences)), dtype=np.int64)
    events = list(joined(sentences)) if names == ROOTS else []
    given: dict[int, str | None] = {}
    for fold in range(_FOLDS):
        learnt = [number for number, own in enumerate(home) if own != fold]
        left_out = [number for number, own in enumerate(home) if own == fold]
        model = _Ours([read[number] for number in learnt], len(names))
        ours[left_out] = model.scores([read[number] for number in left_out]).argmax(1)
        theirs[left_out] = _peers(*([sentences[number] for number in some] for some in (learnt, left_out)))
        for number in left_out:
            if events and (event := events[number]) is not None:
                given[number] = event.root(model.scores([event.clause])[0].tolist())
    _print(console, f"{title}, {_FOLDS}-fold cross-validation", sentences, names, ours, theirs)
    if events:
        console.print(tell(sentences, events, given))


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
    return fit(examples(roots()), Recipe(len(ROOTS)), seed=_SEED)


def _peers(train: Sequence[MarkedSentence], test: Sequence[MarkedSentence]) -> Answers:
    peer = make_pipeline(
        TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True),
        LogisticRegression(C=10, max_iter=1000, class_weight="balanced"),
    )
    peer.fit([one.text for one in train], [one.label for one in train])
    return np.asarray(peer.predict([one.text for one in test]), dtype=np.int64)


def _print(
    console: Console,
    title: str,
    sentences: Sequence[MarkedSentence],
    names: Sequence[str],
    ours: Answers,
    theirs: Answers,
) -> None:
    gold = np.array([one.label for one in sentences])
    commonest = np.full(len(gold), np.bincount(gold).argmax())
    table = Table(title=f"{title}: {len(sentences)} sentences")
    for column in ("class", "sentences", "ours", "n-grams", "commonest class"):
        table.add_column(column, justify="left" if column == "class" else "right")
    present = [number for number in range(len(names)) if (gold == number).any()]
    by_class = [
        f1_score(gold, certain, labels=present, average=None, zero_division=0) for certain in (ours, theirs, commonest)
    ]
    for row, number in enumerate(present):
        scores = (f"{scores[row]:.3f}" for scores in by_class)
        table.add_row(names[number], str((gold == number).sum()), *scores)
    table.add_section()
    for what, measure in (
        ("macro F1", lambda certain: f1_score(gold, certain, labels=present, average="macro", zero_division=0)),
        ("accuracy", lambda certain: accuracy_score(gold, certain)),
        *(
            (("penta macro F1", lambda certain: f1_score(_penta(gold), _penta(certain), average="macro")),)
            if len(names) > 2
            else ()
        ),
    ):
        table.add_row(what, str(len(gold)), *(f"{measure(certain):.3f}" for certain in (ours, theirs, commonest)))
    console.print(table)


def _penta(answers: Answers) -> Answers:
    return np.array([QUAD_CLASSES[ROOTS[answer]] for answer in answers])


if __name__ == "__main__":
    main()
