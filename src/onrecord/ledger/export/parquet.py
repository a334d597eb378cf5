"""Rows as Parquet."""

from collections.abc import Iterable, Mapping
from itertools import batched
from typing import IO, Any, get_args, get_origin

import pyarrow as pa
import pyarrow.parquet as pq

from onrecord.ledger.rows import SCHEMA_VERSION, SHAPES, fields_of

# Rows in a row group.
_GROUP = 2_000

_SCALARS: dict[object, pa.DataType] = {
    str: pa.string(),
    int: pa.int64(),
    float: pa.float64(),
    bool: pa.bool_(),
}


def write_parquet(rows: Iterable[Mapping[str, Any]], table: str, stream: IO[bytes], *, versions: bool) -> None:
    """Write the rows of a table, some thousands at a time."""
    metadata = {"schema_version": str(SCHEMA_VERSION)}
    schema = pa.schema(_columns(SHAPES[table], versions=versions), metadata=metadata)
    # Parquet needs to know how much was written, which a pipe does not tell.
    with pq.ParquetWriter(pa.PythonFile(stream, mode="w"), schema, compression="zstd") as writer:
        for group in batched(rows, _GROUP):
            writer.write_table(pa.Table.from_pylist(list(group), schema=schema))


def _columns(shape: type, *, versions: bool) -> list[tuple[str, pa.DataType]]:
    """Return the columns that the fields of a shape of rows are."""
    return [
        (one.name, _type(one.types[0], versions=versions)) for one in fields_of(shape) if versions or not one.versions
    ]


def _type(type_: Any, *, versions: bool) -> pa.DataType:  # noqa: ANN401 -- any type
    """Return the type of a column."""
    if type_ in _SCALARS:
        return _SCALARS[type_]
    if get_origin(type_) is list:
        return pa.list_(_type(get_args(type_)[0], versions=versions))
    return pa.struct(_columns(type_, versions=versions))
