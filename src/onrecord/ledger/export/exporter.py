"""Tables in the formats other programs read, row by row: memory stays the same however many there are."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import nullcontext
from functools import partial
from typing import IO, TYPE_CHECKING, Any, cast

from sqlalchemy import Connection, Select, func, select

from onrecord.errors import UsageError
from onrecord.extras import check_installed
from onrecord.ledger.export.asking import Asking
from onrecord.ledger.export.formulas import FORMULAS
from onrecord.ledger.export.jsonld import write_jsonld
from onrecord.ledger.export.lines import write_csv, write_jsonl
from onrecord.ledger.export.polecat import write_polecat
from onrecord.ledger.query import (
    article_rows,
    chunks,
    entity_rows,
    entity_selection,
    event_rows,
    event_selection,
    in_page_order,
    link_rows,
    link_selection,
    of_media_and_confidence,
    quantity_rows,
    quantity_selection,
    selection,
    statement_rows,
    to_frame,
    utterance_rows,
    utterance_selection,
)
from onrecord.ledger.rows import FORMATS, SHAPES, TABLES, EventRow, columns
from onrecord.ledger.store import Store, articles, events, links, quantities, statements

if TYPE_CHECKING:
    import pandas as pd

type _Rows = Iterable[Mapping[str, Any]]

_SELECTIONS: dict[str, Callable[..., Select[Any]]] = {
    "statements": partial(selection, statements),
    "quantities": quantity_selection,
    "events": event_selection,
    "links": link_selection,
    "utterances": utterance_selection,
    "articles": partial(selection, articles),
    "entities": entity_selection,
}
_ROWS: dict[str, Callable[..., _Rows]] = {
    "statements": statement_rows,
    "quantities": quantity_rows,
    "events": event_rows,
    "links": link_rows,
    "utterances": utterance_rows,
    "articles": article_rows,
    "entities": entity_rows,
}
# Those of which a page has several, in order; entities come in the order they were first named.
_ON_PAGES = {
    "statements": statements,
    "quantities": quantities,
    "events": events,
    "utterances": statements,
    "articles": articles,
}
# Events in CSV have the columns of that data set.
_POLECAT = ("events", "csv")


class Exporter:
    """What carries a ledger elsewhere; see the methods of the same names of `Ledger`."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def to_pandas(self, table: str) -> pd.DataFrame:
        """Return a whole table as it is exported."""
        check_installed("pandas", "to_pandas")
        with self._store.read() as connection:
            return to_frame(list(_rows(connection, table, _chosen(table), with_reading=False)))

    def export(
        self,
        table: str,
        format: str,
        stream: IO[bytes],
        *,
        versions: bool = False,
        shown: bool = False,
        formulas: str = "escape",
        progress: Callable[[int, int], None] | None = None,
    ) -> None:
        """Write a whole table to `stream`."""
        _check(table, format, formulas)
        with self._store.read() as connection:
            # The lines of POLECAT name what read them, whatever versions are asked for.
            with_reading = versions or (table, format) == _POLECAT
            chosen = _chosen(table, versions=versions, shown=shown)
            rows: _Rows = _rows(connection, table, chosen, with_reading=with_reading)
            if progress is not None:
                rows = _watched(rows, _count(connection, chosen), progress)
            _write(lambda: nullcontext(connection), table, format, rows, stream, versions=versions, formulas=formulas)

    def export_rows(
        self,
        table: str,
        format: str,
        rows: Iterable[Mapping[str, Any]],
        stream: IO[bytes],
        *,
        formulas: str = "escape",
    ) -> None:
        """Write rows of a table to `stream`."""
        _check(table, format, formulas)
        _write(self._store.read, table, format, rows, stream, versions=False, formulas=formulas)


def _check(table: str, format: str, formulas: str) -> None:
    """Refuse what cannot be written, before any of it is."""
    if table not in TABLES:
        raise UsageError(f"table {table}", "is not one of the ledger's", f"choose one of {', '.join(TABLES)}")
    if formulas not in FORMULAS:
        raise UsageError(f"formulas {formulas}", "is not known", f"choose one of {', '.join(FORMULAS)}")
    if format not in FORMATS:
        raise UsageError(f"format {format}", "is not known", f"choose one of {', '.join(FORMATS)}")
    if format == "parquet":
        check_installed("pyarrow", "format parquet")


def _write(
    asking: Asking, table: str, format: str, rows: _Rows, stream: IO[bytes], *, versions: bool, formulas: str
) -> None:
    """Write rows of a table, whoever asked for them, in a format."""
    if (table, format) == _POLECAT:
        write_polecat(asking, cast(Iterable[EventRow], rows), stream, formulas=formulas)
    elif format == "jsonl":
        write_jsonl(rows, stream)
    elif format == "csv":
        write_csv(rows, columns(SHAPES[table], versions=versions), stream, formulas=formulas)
    elif format == "parquet":
        # Imported here, since pyarrow takes long to import and few exports need it.
        from onrecord.ledger.export.parquet import write_parquet  # noqa: PLC0415

        write_parquet(rows, table, stream, versions=versions)
    else:
        write_jsonld(asking, table, rows, stream)


def _chosen(table: str, *, versions: bool = False, shown: bool = False) -> Select[Any]:
    """Return which rows of a table are meant, in page order."""
    chosen = _SELECTIONS[table](versions=versions)
    if shown and table in {"statements", "utterances"}:
        chosen = of_media_and_confidence(chosen)
    if shown and table == "links":
        chosen = chosen.where(links.c.asserted)
    return in_page_order(chosen, _ON_PAGES[table]) if table in _ON_PAGES else chosen


def _rows(connection: Connection, table: str, chosen: Select[Any], *, with_reading: bool) -> _Rows:
    return _ROWS[table](connection, chunks(connection, chosen), versions=with_reading)


def _watched(rows: _Rows, total: int, progress: Callable[[int, int], None]) -> Iterator[Mapping[str, Any]]:
    for done, row in enumerate(rows, start=1):
        yield row
        progress(done, total)


def _count(connection: Connection, chosen: Select[Any]) -> int:
    return connection.execute(select(func.count()).select_from(chosen.order_by(None).subquery())).scalar_one()
