"""Random damages to the file of a ledger: to its bytes, as of a disk, and to its tables, as of a hand."""

import random
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

_PAGE = 4096
_VALUES = (
    None,
    0,
    -1,
    7,
    2**62,
    1e300,
    "",
    "x",
    "2025-13-45",
    "{",
    '{"one": 3}',
    "null",
    "[]",
    b"",
    b"\xff\xfe\x00",
    "9" * 400,
)


def damage(path: Path, chance: random.Random) -> str:
    """Damage a ledger in one of many ways, and say how."""
    way = chance.choice(_WAYS)
    return way(path, chance)


def _flip(path: Path, chance: random.Random) -> str:
    data = bytearray(path.read_bytes())
    places = [chance.randrange(len(data)) for _ in range(chance.choice((1, 1, 8, 64)))]
    for place in places:
        data[place] ^= 1 << chance.randrange(8)
    path.write_bytes(data)
    return f"bits flipped at {places[:8]}"


def _overwrite(path: Path, chance: random.Random) -> str:
    data = bytearray(path.read_bytes())
    start, length = chance.randrange(len(data)), chance.choice((4, 64, 1000, _PAGE))
    data[start : start + length] = chance.randbytes(min(length, len(data) - start))
    path.write_bytes(data)
    return f"{length} bytes overwritten at {start}"


def _zero_page(path: Path, chance: random.Random) -> str:
    data = bytearray(path.read_bytes())
    page = chance.randrange(len(data) // _PAGE)
    data[page * _PAGE : (page + 1) * _PAGE] = bytes(_PAGE)
    path.write_bytes(data)
    return f"page {page} zeroed"


def _swap_pages(path: Path, chance: random.Random) -> str:
    data = bytearray(path.read_bytes())
    one, other = (chance.randrange(1, len(data) // _PAGE) * _PAGE for _ in range(2))
    data[one : one + _PAGE], data[other : other + _PAGE] = data[other : other + _PAGE], data[one : one + _PAGE]
    path.write_bytes(data)
    return f"pages at {one} and {other} swapped"


def _truncate(path: Path, chance: random.Random) -> str:
    size = path.stat().st_size
    left = chance.choice((1, 15, 50, 100, _PAGE, size - 1, size - _PAGE, chance.randrange(size)))
    with path.open("r+b") as file:
        file.truncate(left)
    return f"truncated to {left}"


def _header(path: Path, chance: random.Random) -> str:
    data = bytearray(path.read_bytes())
    place = chance.randrange(16, 100)
    data[place] = chance.randrange(256)
    path.write_bytes(data)
    return f"header byte {place} set to {data[place]}"


def _value(path: Path, chance: random.Random) -> str:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        table, column = chance.choice(_columns(connection))
        value = chance.choice(_VALUES)
        rows = chance.choice(("1", "rowid % 3 = 0"))
        for condition in (rows, "1"):
            # Some tables have no rowid, some columns take no such value.
            with suppress(sqlite3.Error):
                connection.execute(f'UPDATE OR IGNORE "{table}" SET "{column}" = ? WHERE {condition}', [value])
                break
    return f"{table}.{column} set to {value!r:.40}"


def _rows(path: Path, chance: random.Random) -> str:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        table, _ = chance.choice(_columns(connection))
        connection.execute(f'DELETE FROM "{table}" WHERE abs(random() % 2) = 0')
    return f"half the rows of {table} deleted"


def _dropped(path: Path, chance: random.Random) -> str:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        found = connection.execute(
            "SELECT type, name FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name"
        ).fetchall()
        kind, name = chance.choice(found)
        with suppress(sqlite3.Error):
            connection.execute(f'DROP {kind} "{name}"')
    return f"{kind} {name} dropped"


def _schema(path: Path, chance: random.Random) -> str:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA writable_schema = ON")
        name = chance.choice([row[0] for row in connection.execute("SELECT name FROM sqlite_master ORDER BY name")])
        sql = chance.choice(("", "CREATE TABLE", f"CREATE VIEW {name} AS SELECT 1", None))
        connection.execute("UPDATE sqlite_master SET sql = ? WHERE name = ?", [sql, name])
    return f"schema of {name} set to {sql!r}"


def _revision(path: Path, chance: random.Random) -> str:
    revision = chance.choice(("", "0000", "9999", "0006x", "abc", None, b"\xff"))
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        if revision is None:
            connection.execute("DELETE FROM alembic_version")
        else:
            connection.execute("UPDATE alembic_version SET version_num = ?", [revision])
    return f"revision {revision!r}"


def _columns(connection: sqlite3.Connection) -> list[tuple[str, str]]:
    tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").fetchall()
    return [(table, row[1]) for (table,) in tables for row in connection.execute(f'PRAGMA table_info("{table}")')]


_WAYS: tuple[Callable[[Path, random.Random], str], ...] = (
    _flip, _flip, _overwrite, _overwrite, _zero_page, _swap_pages, _truncate, _header, _value, _value, _value, _rows,
    _dropped, _schema, _revision,
)  # fmt: skip
