"""What the ledger answers with: rows found, and counts."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, TypedDict

from onrecord.extras import check_installed
from onrecord.ledger.rows import (
    AppearanceRow,
    ArgumentRow,
    ArticleRow,
    CopyRow,
    DisputeRow,
    EntityLine,
    EntityRow,
    EventRow,
    LinkRow,
    OutletRow,
    QuantityRow,
    StatementRow,
    TimelineRow,
    UtteranceRow,
)

if TYPE_CHECKING:
    import pandas as pd


class Stats(TypedDict):
    """Counts of what a ledger holds; the dates are of the articles, `bytes` is the size of its file.

    `statements` are printings; `utterances` are those of them that repeat no earlier one.
    """

    pages: int
    versions: int
    articles: int
    statements: int
    utterances: int
    quantities: int
    events: int
    kinds: dict[str, int]
    speakers: int
    first_published: str | None
    last_published: str | None
    readers: list[str]
    bytes: int


class Answer[Shape](list[Shape]):
    """What was found: a list of rows, of which there may be more than were asked for.

    Attributes:
        at_least: how many fit, also beyond the limit, as far as they were counted: up to 500 beyond it.
        all_counted: whether that is how many fit in all.
        next: what the same question takes for `after`, to go on behind the last row; None where there is no more. Of
            what is found `after` something, only what comes behind that is counted.
    """

    def __init__(
        self,
        rows: Iterable[Shape],
        at_least: int,
        count: Callable[[], int] | None = None,
        next: str | None = None,
    ) -> None:
        super().__init__(rows)
        self.at_least = at_least
        self.all_counted = count is None
        self.next = next
        self._count = count

    @property
    def total(self) -> int:
        """How many fit in all, also beyond the limit.

        Where these are many they are counted when this is asked for, as the ledger is then.

        Raises:
            LedgerError: they are not counted yet, and the ledger is closed.
        """
        if self._count is not None:
            self.at_least, self.all_counted, self._count = self._count(), True, None
        return self.at_least

    def __reduce__(self) -> tuple[object, ...]:
        """Return what a copy is made of: it has all counted, since it has no ledger to ask."""
        return type(self), (list(self), self.total, None, self.next)

    def to_pandas(self) -> pd.DataFrame:
        """Return the rows as a table, a column for each field; nested fields stay lists and dicts."""
        return to_frame(self)


class Statements(Answer[StatementRow]):
    """Statements found, newest first."""


class Quantities(Answer[QuantityRow]):
    """Quantities found, in the order of the time they hold for."""


class Events(Answer[EventRow]):
    """Events found, in the order of their days."""


class Appearances(Answer[AppearanceRow]):
    """The appearances of an entity, those that were read last first."""


class Articles(Answer[ArticleRow]):
    """Articles, in the order in which they were read, or the last of them first."""


class Arguments(Answer[ArgumentRow]):
    """Replies to earlier statements, the newest first."""


class Utterances(Answer[UtteranceRow]):
    """Utterances, those that were printed last first."""


class Entities(Answer[EntityRow]):
    """Entities found, those that appear most often first, each with all its appearances."""


class EntityList(Answer[EntityLine]):
    """Entities found, those that appear most often first, each in a line."""


class Links(Answer[LinkRow]):
    """Links found, in the order of their ids."""


class Copies(Answer[CopyRow]):
    """An article and its copies, the earliest first."""


class Outlets(Answer[OutletRow]):
    """Outlets, those with the most statements first."""


class Disputes(Answer[DisputeRow]):
    """Figures in dispute, those with the most claims first."""


class Timeline(Answer[TimelineRow]):
    """Statements and events in the order of their days, the undated last."""


def to_frame(rows: list[Any]) -> pd.DataFrame:
    """Return rows as a table, a column for each field; nested fields stay lists and dicts."""
    check_installed("pandas", "to_pandas")
    import pandas as pd  # noqa: PLC0415 -- slow to import, and seldom needed

    return pd.DataFrame(rows)
