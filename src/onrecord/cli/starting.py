"""How the program begins: it heeds signals before it loads anything that takes long."""

import gc
import sys

from onrecord.cli import stopping

_SELDOM = 50_000
"""Objects that are made before garbage is looked for: what is imported is none, and is looked through each time."""


def main() -> None:
    """Run the command line, and exit with a status of docs/reference/exit-statuses.md."""
    try:
        stopping.heed_signals()
        gc.set_threshold(_SELDOM)
        from onrecord.cli.ending import run  # noqa: PLC0415 -- takes long to import

        stopping.raise_if_stopped()
    except BaseException:
        stop = stopping.stopped()
        if stop is None:
            raise
        if sys.stderr is not None:
            sys.stderr.write(f"stopped; {stop.kept}\n")
        sys.exit(stop.status)
    sys.exit(run())
