"""Who did what to whom: events in PLOVER's terms, from what statements do and from what is told."""

from onrecord.reading.events.coding import Found, code, record
from onrecord.reading.events.typist import Typist

__all__ = ["Found", "Typist", "code", "record"]
