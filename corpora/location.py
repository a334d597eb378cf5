"""Where corpora are: our own gold in `benchmarks/data`, those of others in `../shared`, beside the project."""

import errno
import importlib.util
from pathlib import Path
from types import ModuleType

OWN = Path(__file__).parent.parent / "benchmarks" / "data"
"""The folder of our own gold; its manifest.toml tells of each set what is known of it."""

SHARED = Path(__file__).parent.parent.parent / "shared"
"""The folder that the corpora of others are in."""


def located(path: str) -> Path:
    """Return where a file or folder of the corpora is.

    Args:
        path: its place in `SHARED`.

    Raises:
        FileNotFoundError: it is not there; the error says where to put it, and `filename` is that place.
    """
    place = SHARED / path
    if not place.exists():
        remedy = f"a corpus that is no part of the project is not here: put it beside the project, in ../shared/{path}"
        raise FileNotFoundError(errno.ENOENT, remedy, str(place))
    return place


def located_module(path: str) -> ModuleType:
    """Return the Python module of a corpus, its scorer, by its place in `SHARED`.

    Raises:
        FileNotFoundError: it is not there.
    """
    place = located(path)
    name = f"{place.parent.name}_{place.stem}"
    spec = importlib.util.spec_from_file_location(name, place)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
