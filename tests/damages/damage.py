"""The kinds of damage: to the bytes of a file, and to the rows of its tables."""

import random
import sqlite3
from collections.abc import Callable, Mapping
from contextlib import closing, suppress
from pathlib import Path

type Damage = Callable[[Path, random.Random], None]

_PAGE = 4096


def flip(path: Path, chance: random.Random) -> None:
    """Change one bit."""
    _write(path, chance.randrange(path.stat().st_size), lambda old: bytes([old[0] ^ (1 << chance.randrange(8))]), 1)


def overwrite(path: Path, chance: random.Random) -> None:
    """Write random bytes over a few."""
    length = chance.choice([1, 2, 8, 64])
    at = chance.randrange(path.stat().st_size - length)
    _write(path, at, lambda old: chance.randbytes(length), length)


def letter(path: Path, chance: random.Random) -> None:
    """Change a letter of a text, wherever it stands."""
    body = path.read_bytes()
    while not chr(body[at := chance.randrange(len(body))]).isalnum():
        pass
    _write(path, at, lambda old: chance.choice(b"aeiou0123").to_bytes(), 1)


def empty(path: Path, chance: random.Random) -> None:
    """Fill one of the file's pages with zeros."""
    _write(path, chance.randrange(path.stat().st_size // _PAGE) * _PAGE, lambda old: bytes(len(old)), _PAGE)


def swap(path: Path, chance: random.Random) -> None:
    """Let two of the file's pages change places."""
    body = path.read_bytes()
    one, other = (chance.randrange(len(body) // _PAGE) * _PAGE for _ in "12")
    _write(path, one, lambda old: body[other : other + _PAGE], _PAGE)
    _write(path, other, lambda old: body[one : one + _PAGE], _PAGE)


def cut(path: Path, chance: random.Random) -> None:
    """Cut the file off."""
    with path.open("r+b") as stream:
        stream.truncate(chance.randrange(1, path.stat().st_size))


def value(path: Path, chance: random.Random) -> None:
    """Change a value of a row by hand."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        table, column, row = _any_row(connection, chance)
        old = connection.execute(f'SELECT "{column}" FROM {table} LIMIT 1 OFFSET ?', (row,)).fetchone()[0]
        new = (
            chance.choice([old + 1, -old, 0.5])
            if isinstance(old, int | float)
            else chance.choice([f"{old}x", "", None])
        )
        where = f'"{column}" IS (SELECT "{column}" FROM {table} LIMIT 1 OFFSET {row})'
        with suppress(sqlite3.IntegrityError):
            connection.execute(f'UPDATE {table} SET "{column}" = ? WHERE {where}', (new,))


def row(path: Path, chance: random.Random) -> None:
    """Delete a row by hand."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        table, column, number = _any_row(connection, chance)
        where = f'"{column}" IS (SELECT "{column}" FROM {table} LIMIT 1 OFFSET {number})'
        connection.execute(f"DELETE FROM {table} WHERE {where}")


DAMAGES: Mapping[str, Damage] = {one.__name__: one for one in (flip, overwrite, letter, empty, swap, cut, value, row)}


def _write(path: Path, at: int, made: Callable[[bytes], bytes], length: int) -> None:
    with path.open("r+b") as stream:
        stream.seek(at)
        old = stream.read(length)
        stream.seek(at)
        stream.write(made(old))


def _any_row(connection: sqlite3.Connection, chance: random.Random) -> tuple[str, str, int]:
    """Return a table, a column of it and the number of a row, any row being as likely as any other."""
    tables = [
        name
        for (name,) in connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT GLOB '*_config' ORDER BY name"
        )
    ]
    counts = [connection.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in tables]
    [table] = chance.choices(tables, counts)
    columns = [one[1] for one in connection.execute(f"PRAGMA table_info({table})")]
    return table, chance.choice(columns), chance.randrange(counts[tables.index(table)])
