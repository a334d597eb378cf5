"""Where reading spends its time: CPU seconds of its steps, from files to a ledger, on one core and in one thread."""

import tempfile
import time
from collections import defaultdict
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import ExitStack
from functools import wraps
from pathlib import Path
from pkgutil import resolve_name
from unittest.mock import patch

from rich.console import Console
from rich.table import Table

from corpora import polnear
from corpora.export import exported
from onrecord.extraction import Reader
from onrecord.extraction.encoder import Encoder

_WARM_UP, _ARTICLES = 4, 40

_READER, _ENCODER = "onrecord.extraction.reader", "onrecord.extraction.encoder.encoder.Encoder"
_RECORDING = "onrecord.extraction.recording"
_RUNNING = "onrecord.running.readers"
_ATTRIBUTION = "onrecord.extraction.attribution"

STEPS = {
    "tokens, quotations, word pieces": (
        "onrecord.extraction.document.Document.tokenize", f"{_READER}.find_quotations", f"{_ENCODER}.split",
    ),
    "the encoder's network, and trees from its scores": (f"{_ENCODER}.encode",),
    "annotated documents: tags, lemmas, trees, names": (f"{_ENCODER}.annotate",),
    "rules of attribution": (f"{_ATTRIBUTION}.pipeline.rule_relations", f"{_ATTRIBUTION}.pipeline.hint_features"),
    "the encoder's heads of attribution": (f"{_ENCODER}.scores",),
    "relations from scores and rules": (f"{_ATTRIBUTION}.pipeline.decode", f"{_ATTRIBUTION}.pipeline.combine"),
    "who is named": (f"{_RECORDING}.recognise", f"{_RECORDING}.record_entities"),
    "coreference": (f"{_RECORDING}.resolve",),
    "speakers, hearers, targets": (f"{_RECORDING}.participant_mentions", f"{_RECORDING}.resolve_participants"),
    "dates, quantities": tuple(
        f"{_RECORDING}.{name}"
        for name in (
            "find_expressions", "resolve_times", "utterance_times", "quoted_days", "record_times", "record_quantities",
        )
    ),
    "events": tuple(
        f"{_RECORDING}.{name}" for name in ("find_triggers", "argument_mentions", "code_events", "record_events")
    ),
    "statements": (f"{_RECORDING}.record_statements",),
}  # fmt: skip
"""The functions of each step, which are timed."""

_REST = "pages, ledger, export"


class _Clock:
    """Counts CPU time by step; within a step that another one calls, the time is the inner one's.

    Attributes:
        seconds: for each step.
    """

    def __init__(self) -> None:
        self.seconds: dict[str, float] = defaultdict(float)
        self._steps = [_REST]
        self._since = time.process_time()

    def timed[**P, R](self, step: str, function: Callable[P, R]) -> Callable[P, R]:
        """Return `function` with its time counted as that of `step`."""

        @wraps(function)
        def run(*args: P.args, **kwargs: P.kwargs) -> R:
            self.count()
            self._steps.append(step)
            try:
                return function(*args, **kwargs)
            finally:
                self.count()
                self._steps.pop()

        return run

    def count(self) -> None:
        """Count the time until now as that of the step that runs."""
        now = time.process_time()
        self.seconds[self._steps[-1]] += now - self._since
        self._since = now


class _InPlace:
    """Stands for the reader's threads: what is submitted is done at once."""

    def __init__(self, *_: object, **__: object) -> None:
        pass

    def submit[**P, R](self, function: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> Future[R]:
        future: Future[R] = Future()
        future.set_result(function(*args, **kwargs))
        return future


def main() -> None:
    """Print the share of each step, over the first articles of PolNeAR dev."""
    texts = list(polnear.texts("dev").items())[: _WARM_UP + _ARTICLES]
    with ExitStack() as stack:
        stack.enter_context(patch(f"{_READER}.ThreadPoolExecutor", _InPlace))
        reader = Reader(Encoder())
        stack.enter_context(patch(f"{_RUNNING}.load_reader", lambda _: reader))
        stack.enter_context(patch(f"{_RUNNING}.count_processes", lambda: 1))
        warm, measured = (Path(stack.enter_context(tempfile.TemporaryDirectory())) for _ in range(2))
        for number, (name, text) in enumerate(texts):
            ((warm if number < _WARM_UP else measured) / f"{name}.txt").write_bytes(text.encode())
        exported(warm)
        clock = _Clock()
        for step, names in STEPS.items():
            for name in names:
                stack.enter_context(patch(name, clock.timed(step, resolve_name(name))))
        exported(measured)
        clock.count()
    table = Table(title=f"Where {_ARTICLES} articles' time goes, from files to ledger and export, one core")
    for column in ("step", "ms an article", "share"):
        table.add_column(column, justify="left" if column == "step" else "right")
    whole = sum(clock.seconds.values())
    for step in (*STEPS, _REST):
        seconds = clock.seconds[step]
        table.add_row(step, f"{1_000 * seconds / _ARTICLES:.1f}", f"{seconds / whole:.1%}")
    Console(width=120).print(table)
