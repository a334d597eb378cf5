"""A run over many inputs: batches of them in several processes."""

import tempfile
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from pathlib import Path

from tests.fuzz.mutation import make_input
from tests.fuzz.trial import Finding, Outcome, try_batch

BATCH = 50
"""How many inputs go into one ledger."""


def run(seed: int, inputs: int, processes: int) -> Iterator[Outcome]:
    """Yield the outcome of each batch, in this process if there is to be one only."""
    batches = [range(first, min(first + BATCH, inputs)) for first in range(0, inputs, BATCH)]
    if processes == 1:
        yield from (_try_numbers(seed, batch) for batch in batches)
        return
    left: list[range] = []
    for batch, outcome in _side_by_side(seed, batches, processes):
        if outcome is None:
            left.append(batch)
        else:
            yield outcome
    # A process that dies takes the others' batches with it: each again, by itself.
    for batch in left:
        [(_, outcome)] = _side_by_side(seed, [batch], 1)
        yield outcome or Outcome(len(batch), findings=[Finding(_names(seed, batch), "broke", "the process died")])


def _side_by_side(seed: int, batches: Sequence[range], processes: int) -> Iterator[tuple[range, Outcome | None]]:
    """Yield each batch with its outcome, None where its process or another's died."""
    with ProcessPoolExecutor(processes, get_context("spawn")) as pool:
        waiting = {pool.submit(_try_numbers, seed, batch): batch for batch in batches}
        for done in as_completed(waiting):
            try:
                yield waiting[done], done.result()
            except BrokenProcessPool:
                yield waiting[done], None


def _try_numbers(seed: int, numbers: range) -> Outcome:
    with tempfile.TemporaryDirectory(prefix="fuzz-") as folder:
        return try_batch([make_input(seed, number) for number in numbers], Path(folder))


def _names(seed: int, numbers: range) -> str:
    return " ".join(make_input(seed, number).name for number in numbers)
