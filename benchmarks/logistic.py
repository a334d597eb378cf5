"""A multinomial logistic regression in a few lines: what a baseline of a table is fitted with, by numpy alone."""

import numpy as np
from numpy.typing import NDArray

type Numbers = NDArray[np.float64]

_STEPS, _RATE, _MOMENTUM = 400, 0.5, 0.9


def predicted(known: Numbers, classes: NDArray[np.int64], asked: Numbers, penalty: float) -> NDArray[np.int64]:
    """Return the likeliest class of each row of `asked`, as fitted to the rows that are known.

    Columns are scaled to one deviation; the penalty is on the squares of weights, a row's share of it.
    """
    middle, deviation = known.mean(axis=0), known.std(axis=0) + 1e-9
    scale = deviation * np.sqrt(known.shape[1])
    rows, told = (np.column_stack([(some - middle) / scale, np.ones(len(some))]) for some in (known, asked))
    wanted = np.eye(int(classes.max()) + 1)[classes]
    weights = np.zeros((rows.shape[1], wanted.shape[1]))
    speed = np.zeros_like(weights)
    for _ in range(_STEPS):
        sums = rows @ weights
        likely = np.exp(sums - sums.max(axis=1, keepdims=True))
        likely /= likely.sum(axis=1, keepdims=True)
        slope = rows.T @ (likely - wanted) / len(rows) + penalty * weights / len(rows)
        speed = _MOMENTUM * speed - _RATE * slope
        weights += speed
    return np.argmax(told @ weights, axis=1)
