"""The file of a ledger: its tables, opening it, bringing an older one up to date, and text as it holds it.

schema (the tables), columns (what several of them have), migrations (from each revision to the next), file (whose a
file is), failures (each in one line), questions (connections that read), engine (those that write, and wait for their
turn), upgrading, opening, store (a ledger's file, opened), text.
"""

from onrecord.ledger.store.schema import (
    APPLICATION_ID,
    FULL_TEXT,
    REVISION,
    articles,
    chain,
    digests,
    doubts,
    entities,
    events,
    fingerprints,
    involved,
    judged,
    judgements,
    linked,
    links,
    matters,
    metadata,
    pages,
    participants,
    parties,
    quantities,
    readings,
    registry,
    spans,
    statements,
    times,
    traits,
)
from onrecord.ledger.store.store import Store
from onrecord.ledger.store.text import packed, storable, text_bytes, unpacked, unpacked_text, words_in_common
from onrecord.ledger.store.upgrading import MIGRATIONS, upgrade

__all__ = [
    "APPLICATION_ID",
    "FULL_TEXT",
    "MIGRATIONS",
    "REVISION",
    "Store",
    "articles",
    "chain",
    "digests",
    "doubts",
    "entities",
    "events",
    "fingerprints",
    "involved",
    "judged",
    "judgements",
    "linked",
    "links",
    "matters",
    "metadata",
    "packed",
    "pages",
    "participants",
    "parties",
    "quantities",
    "readings",
    "registry",
    "spans",
    "statements",
    "storable",
    "text_bytes",
    "times",
    "traits",
    "unpacked",
    "unpacked_text",
    "upgrade",
    "words_in_common",
]
