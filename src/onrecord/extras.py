"""Libraries that an installation may lack, since reading and asking do without: the extras of pyproject.toml."""

from importlib.util import find_spec

from onrecord.errors import UsageError

EXTRA_OF = {"pandas": "tables", "pyarrow": "tables", "matplotlib": "plots", "fastapi": "web"}
"""For each such library the extra that installs it."""


def check_installed(library: str, subject: str) -> None:
    """Refuse what needs a library of `EXTRA_OF` that is not installed, before any work is done for it.

    `check_installed("pyarrow", "format parquet")` returns where pyarrow is there, and raises where it is not:
    "format parquet: needs pyarrow, which is not installed; run pip install 'onrecord[tables]'". The library itself is
    not imported: pandas alone takes half a second.

    Args:
        library: what is needed, one of `EXTRA_OF`.
        subject: what was asked for, as the user writes it.

    Raises:
        UsageError: the library is not installed.
    """
    if find_spec(library) is None:
        remedy = f"run pip install 'onrecord[{EXTRA_OF[library]}]'"
        raise UsageError(subject, f"needs {library}, which is not installed", remedy)
