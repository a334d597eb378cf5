"""The command line: thin, it asks the ledger and renders what comes back."""

from onrecord.cli.starting import main

__all__ = ["main"]
