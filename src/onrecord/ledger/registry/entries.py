"""New entities of the registry, and the keys under which registered ones are looked up."""

from collections.abc import Collection
from hashlib import blake2s

from sqlalchemy import Connection, select

from onrecord.entity_linking import blocking_keys
from onrecord.folding import fold
from onrecord.ledger.registry.display_names import refresh_display_names
from onrecord.ledger.registry.printed_counts import note_printed, profile_of, traits_of
from onrecord.ledger.store import registry
from onrecord.vocabulary import EntityType


def register(connection: Connection, kind: EntityType, name: str) -> int:
    """Register a new entity first seen by this name, and return its key.

    Its id is made of its type and name, and a number where others were registered by the same.
    """
    stem = "e" + blake2s(f"{kind}\x1f{fold(name)}".encode(), digest_size=6).hexdigest()
    alike = connection.exec_driver_sql(
        "SELECT count(*) FROM registry WHERE id = ? OR (id >= ? AND id < ?)", (stem, f"{stem}-", f"{stem}.")
    ).scalar_one()
    return insert_entity(connection, f"{stem}-{alike + 1}" if alike else stem, kind, name)


def register_named_by_user(connection: Connection, kind: EntityType, name: str) -> int:
    """Register an entity that the user names and no article needs to, and return its key."""
    key = register(connection, kind, name)
    note_printed(connection, [(key, "name", name)])
    reindex(connection, {key})
    refresh_display_names(connection, {key})
    return key


def reindex(connection: Connection, keys: Collection[int]) -> None:
    """Look the registered entities with these keys up under what is known of them now."""
    counts = traits_of(connection, keys)
    for row in connection.execute(select(registry.c.key, registry.c.type).where(registry.c.key.in_(keys))):
        under = blocking_keys(profile_of(row.type, counts.get(row.key, ())))
        connection.exec_driver_sql("DELETE FROM blocking_keys WHERE registered = ?", (row.key,))
        if under:
            connection.exec_driver_sql(
                "INSERT INTO blocking_keys (key, registered) VALUES (?, ?)", [(key, row.key) for key in sorted(under)]
            )


def insert_entity(connection: Connection, identifier: str, kind: str, name: str) -> int:
    """Register a new entity under an id that nobody has, and return its key."""
    key = connection.exec_driver_sql("SELECT coalesce(max(key), 0) + 1 FROM registry").scalar_one()
    connection.exec_driver_sql(
        "INSERT INTO registry (key, id, type, name, root) VALUES (?, ?, ?, ?, ?)", (key, identifier, kind, name, key)
    )
    return int(key)
