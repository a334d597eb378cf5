"""Columns that several tables have: keys, references to an owner, and fields of the rows that leave the ledger."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Boolean, Column, Float, ForeignKey, Integer, String
from sqlalchemy.types import TypeEngine

from onrecord.ledger.rows import Stored, fields_of

_TYPES: Mapping[object, type[TypeEngine[Any]]] = {str: String, float: Float, int: Integer, bool: Boolean}


def key() -> Column[int]:
    """Return the primary key of a table."""
    return Column("key", Integer, primary_key=True)


def owned_by(table: str) -> ForeignKey:
    """Return a reference to the row that a row goes with, when that goes."""
    return ForeignKey(f"{table}.key", ondelete="CASCADE")


def stored(shape: type) -> list[Column[Any]]:
    """Return the columns that the `Stored` fields of a shape of rows are, in order."""
    return [
        Column(
            one.name,
            _TYPES[one.types[0]],
            nullable=one.nullable,
            index=one.field.indexed,
            server_default=one.field.default,
        )
        for one in fields_of(shape)
        if isinstance(one.field, Stored)
    ]
