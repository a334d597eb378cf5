"""The folder with the examples and their ledger is that of the command line's tests."""

from tests.cli.conftest import folder  # noqa: F401
