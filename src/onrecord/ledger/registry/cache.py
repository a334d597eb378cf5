"""What is known of registered entities, kept by the process that writes: articles name the same ones again."""

from collections.abc import Collection, Mapping

from sqlalchemy import Connection, select

from onrecord.ledger.registry.candidates import LinkCandidate
from onrecord.ledger.registry.printed_counts import profile_of, traits_of
from onrecord.ledger.store import registry

# Entities kept in memory, about a kilobyte each.
_KEPT = 50_000


class RegistryCache:
    """Candidates by key, read from the ledger when they are first asked for.

    What another process or another method of this one changed meanwhile is noticed by SQLite's counts of changes: all
    is read anew then. `begin` and `end` enclose each transaction that writes pages.
    """

    def __init__(self) -> None:
        self._candidates: dict[int, LinkCandidate] = {}
        self._state: tuple[int, ...] = ()

    def begin(self, connection: Connection) -> None:
        """Forget everything if the ledger is not as `end` left it."""
        if self._state != _state(connection) or len(self._candidates) > _KEPT:
            self._candidates.clear()
        self._state = ()

    def end(self, connection: Connection) -> None:
        """Note how the ledger is left."""
        self._state = _state(connection)

    def of(self, connection: Connection, keys: Collection[int]) -> Mapping[int, LinkCandidate]:
        """Return what is known of the registered entities with these keys."""
        missing = [key for key in keys if key not in self._candidates]
        if missing:
            counts = traits_of(connection, missing)
            chosen = select(registry.c.key, registry.c.root, registry.c.type).where(registry.c.key.in_(missing))
            for row in connection.execute(chosen):
                own = counts.get(row.key, [])
                profile = profile_of(row.type, own)
                # Of a damaged ledger some have no name left; nobody is taken for them.
                if profile.names:
                    articles = max(one.articles for one in own)
                    self._candidates[row.key] = LinkCandidate(row.key, row.root, articles, profile)
        return self._candidates

    def forget(self, keys: Collection[int]) -> None:
        """Forget what is known of these, since it changes."""
        for key in keys:
            self._candidates.pop(key, None)


def _state(connection: Connection) -> tuple[int, ...]:
    driver = connection.connection.driver_connection
    assert driver is not None
    version: int = connection.exec_driver_sql("PRAGMA data_version").scalar_one()
    return id(driver), version, driver.total_changes
