"""How what writes rows asks the ledger for more than they tell."""

from collections.abc import Callable
from contextlib import AbstractContextManager

from sqlalchemy import Connection

type Asking = Callable[[], AbstractContextManager[Connection]]
"""Called for a connection that reads, to be used until its block ends.

An export of a whole table has one all along. Of rows that come as fast as somebody takes them each question has its
own, since a connection that reads for long keeps the log of the ledger from being moved into its file.
"""
