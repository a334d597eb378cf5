"""The model card: where the model comes from, what it reaches and where it fails, in docs/evaluation/model-card.md."""

from collections import defaultdict
from pathlib import Path
from typing import Any

from corpora import polnear
from corpora.export import exported
from training.reliability import Reliability

# Two busy cores of a server and their share of memory; the mean of the world's grids (Ember, 2024).
_WATTS, _KG_PER_KWH = 40, 0.473
_MEASURES = ("content.5", "attributed", "relation")
_QUOTED = "quoted recall (content.5, exact, attributed)"

_PROSE = Path(__file__).with_suffix(".md")


def write_card(file: Path, *, facts: dict[str, Any], found: Reliability) -> None:
    """Write the model card.

    Args:
        file: where to.
        facts: what else the prose names.
        found: how the confidence holds.
    """
    folder = polnear.part("dev")
    predicted = polnear.from_export(exported(folder / "text"))
    text = _PROSE.read_text(encoding="utf-8").format(
        **facts,
        dev=polnear.checksum(folder),
        training=_training(**facts),
        scores=_scores(predicted),
        kinds=_kinds(predicted),
        ece=found.error,
        counted=found.counts.sum(),
    )
    file.write_text(text, encoding="utf-8")


def _training(*, epochs: int, start: str, hours: float, seed: int, **_: object) -> str:
    """Return what the training was, with what it took."""
    if not epochs:
        return f"none here: {start}, as they are"
    kwh = hours * _WATTS / 1000
    took = f"on two CPU cores at {_WATTS} W about {kwh:.2f} kWh, {kwh * _KG_PER_KWH:.2f} kg CO2"
    return f"{epochs} epochs {start}, {hours:.1f} hours, seed {seed}; {took}, without what came before"


def _scores(predicted: dict[str, polnear.Attributions]) -> str:
    golds = polnear.gold(polnear.part("dev"))
    publishers: dict[str, list[str]] = defaultdict(list)
    for name in golds:
        publishers[name.split("_")[0]].append(name)
    rows = ["| articles | " + " | ".join(_MEASURES) + " | quoted recall |", "|---|" + "---|" * (len(_MEASURES) + 1)]
    for publisher, names in {"all": list(golds), **publishers}.items():
        result = polnear.scored({name: golds[name] for name in names}, predicted)
        scores = [result[measure][2] for measure in _MEASURES] + [result[_QUOTED][0]]
        rows.append(f"| {publisher} ({len(names)}) | " + " | ".join(f"{score:.3f}" for score in scores) + " |")
    return "\n".join(rows)


def _kinds(predicted: dict[str, polnear.Attributions]) -> str:
    result = polnear.score(polnear.part("dev"), predicted)
    (_, recall, _), (quoted, _, _) = result["content.5"], result[_QUOTED]
    _, gold, marked = result["counts (pred, gold, quoted gold)"]
    plain = (recall * gold - quoted * marked) / (gold - marked)
    return f"with quote marks {quoted:.3f} of {marked:,}, without {plain:.3f} of {gold - marked:,}"
