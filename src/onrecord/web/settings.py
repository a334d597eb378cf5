"""What a reading room is told when it is opened."""

from dataclasses import dataclass
from pathlib import Path

LOOPBACK = ("127.0.0.1", "localhost", "::1")
"""Hosts that only programs of the same machine reach."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Which ledger is shown, to whom, and who may write to it.

    Attributes:
        ledger: the ledger's file.
        host: the address that is listened at.
        port: the port, 0 for any that is free.
        hosts: names by which browsers may ask for it beside `host` and those of the loopback; see `guarding.hosts`.
        token: what whoever writes has to show; None where everybody who reaches the room may write.
        read_only: whether nobody may write.
    """

    ledger: Path
    host: str = "127.0.0.1"
    port: int = 8000
    hosts: tuple[str, ...] = ()
    token: str | None = None
    read_only: bool = False

    @property
    def is_local(self) -> bool:
        """Whether only programs of this machine reach it."""
        return self.host in LOOPBACK
