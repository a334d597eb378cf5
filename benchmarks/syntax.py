"""Trees and names on gold that nobody trained on: of the encoder, and of the pipeline that it has learnt from."""

from pathlib import Path

from rich.console import Console

from benchmarks.language_passes import language_passes
from benchmarks.name_scores import name_scores
from benchmarks.tree_scores import tree_scores


def main(exact: Path) -> None:
    """Print the tables; with the encoder in 32 bits too, if the folder `exact` is there."""
    passes = language_passes(exact)
    console = Console(width=120)
    for table in (tree_scores(passes), *name_scores(passes)):
        console.print(table)
