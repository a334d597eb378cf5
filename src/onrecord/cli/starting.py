"""How the program begins: it heeds signals before it loads anything that takes long."""

import sys

from onrecord.cli import stopping


def main() -> None:
    """Run the command line, and exit with the status that docs/commands.md tells."""
    try:
        stopping.heed_signals()
        from onrecord.cli.ending import run  # noqa: PLC0415 -- takes long to import

        status = run()
    except stopping.Stopped as stop:
        # Told so while it was loading.
        status = stop.status
    sys.exit(status)
