"""What the ledger answers with: rows found, and counts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, TypedDict, overload

from onrecord.extras import check_installed
from onrecord.ledger.rows import EntityRow, EventRow, QuantityRow, StatementRow

if TYPE_CHECKING:
    import pandas as pd


class Stats(TypedDict):
    """Counts of what a ledger holds; the dates are of the articles, `bytes` is the size of its file."""

    pages: int
    versions: int
    articles: int
    statements: int
    quantities: int
    events: int
    kinds: dict[str, int]
    speakers: int
    first_published: str | None
    last_published: str | None
    readers: list[str]
    bytes: int


class Answer[Shape](Sequence[Shape]):
    """What was found, as rows; `total` counts all that fit, also those beyond the limit."""

    def __init__(self, rows: list[Shape], total: int) -> None:
        self._rows = rows
        self.total = total

    def __len__(self) -> int:
        return len(self._rows)

    @overload
    def __getitem__(self, index: int) -> Shape: ...
    @overload
    def __getitem__(self, index: slice) -> list[Shape]: ...
    def __getitem__(self, index: int | slice) -> Shape | list[Shape]:
        return self._rows[index]

    def to_pandas(self) -> pd.DataFrame:
        """Return the rows as a table, a column for each field; nested fields stay lists and dicts."""
        return to_frame(self._rows)


class Statements(Answer[StatementRow]):
    """Statements found, newest first."""


class Quantities(Answer[QuantityRow]):
    """Quantities found, in the order of the time they hold for."""


class Events(Answer[EventRow]):
    """Events found, in the order of their days."""


class Entities(Answer[EntityRow]):
    """Entities found, those that appear most often first."""


def to_frame(rows: list[Any]) -> pd.DataFrame:
    """Return rows as a table, a column for each field; nested fields stay lists and dicts."""
    check_installed("pandas", "to_pandas")
    import pandas as pd  # noqa: PLC0415 -- slow to import, and seldom needed

    return pd.DataFrame(rows)
