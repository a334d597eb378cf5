"""What an installation costs: MB of the environment, seconds to install, seconds to the first answer.

Of the commit before and of the project as it is here, each as a wheel that is installed alone, without constraints, in
a new virtual environment.
"""

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

from rich.console import Console
from rich.table import Table

from benchmarks.earlier_versions import ROOT
from release.environment import Environment, run
from release.trial import seconds_to_first_answer

BEFORE = "3c74580"
"""The last commit whose installation had the libraries that are extras now."""

_PAGE = ROOT / "examples" / "pages" / "two-stories.txt"


@dataclass(frozen=True, slots=True)
class _Cost:
    """What an installation costs.

    Attributes:
        wheel: MB of the wheel itself.
        environment: MB on disk, compiled modules included.
        libraries: how many distributions there are.
        install: seconds that pip takes.
        first: seconds of the first `add` of one page and of the first `who`, on a machine that has run neither.
        again: the same once more.
    """

    wheel: float
    environment: float
    libraries: int
    install: float
    first: float
    again: float


def main(before: str) -> None:
    """Print the costs of `before`, of the project as it is here, and of that with all extras."""
    costs = {}
    with _project_of(before) as project:
        # What pip has to fetch is fetched once, so that neither row pays for the network.
        _cost(project, extras="")
        costs[before] = _cost(project, extras="")
    costs["now"] = _cost(ROOT, extras="")
    costs["now, [all]"] = _cost(ROOT, extras="[all]")
    table = Table(title=f"An installation, Python {sys.version_info.major}.{sys.version_info.minor}, pip's cache warm")
    for title in ("version", "wheel MB", "environment MB", "libraries", "install s", "first answer s", "again s"):
        table.add_column(title, justify="left" if title == "version" else "right")
    for name, cost in costs.items():
        table.add_row(
            name, f"{cost.wheel:.1f}", f"{cost.environment:,.0f}", f"{cost.libraries}", f"{cost.install:.1f}",
            f"{cost.first:.1f}", f"{cost.again:.1f}",
        )  # fmt: skip
    Console(width=110).print(table)


@contextmanager
def _project_of(commit: str) -> Iterator[Path]:
    """Give a clone of the project at a commit."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["git", "clone", "--quiet", "--no-checkout", ROOT, folder], check=True)
        subprocess.run(["git", "checkout", "--quiet", commit], cwd=folder, check=True)
        yield Path(folder)


def _cost(project: Path, *, extras: str) -> _Cost:
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        python = Path(sys.executable)
        run([python, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", folder / "dist", project], folder)
        [wheel] = (folder / "dist").glob("*.whl")
        environment = Environment(python, folder / "environment")
        begun = perf_counter()
        environment.install(f"{wheel}{extras}")
        install = perf_counter() - begun
        size = environment.megabytes()
        libraries = len(list(environment.folder.glob("lib/python*/site-packages/*.dist-info")))
        first = seconds_to_first_answer(environment, _PAGE, folder)
        (folder / "first.ledger").unlink()
        again = seconds_to_first_answer(environment, _PAGE, folder)
        return _Cost(wheel.stat().st_size / 2**20, size, libraries, install, first, again)
