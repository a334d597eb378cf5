"""Trees and names on gold that nobody trained on: of the encoder, and of the pipeline that it has learnt from."""

from pathlib import Path

from rich.console import Console

from benchmarks.language_passes import language_passes
from benchmarks.newswire_names import names
from benchmarks.treebanks import trees


def main(exact: Path) -> None:
    """Print the tables; with the encoder in 32 bits too, if the folder `exact` is there."""
    passes = language_passes(exact)
    console = Console(width=120)
    for table in (trees(passes), *names(passes)):
        console.print(table)
