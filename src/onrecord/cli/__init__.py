"""The command line: thin, it asks the ledger and renders what comes back."""

from onrecord.cli.app import app, main

__all__ = ["app", "main"]
