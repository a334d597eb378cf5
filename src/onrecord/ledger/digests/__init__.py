"""Digests of what a ledger holds: a tree over the rows of each reading, and a chain over readings and judgements.

parts (the rows that a digest covers), tree (the digests of one reading, and which rows differ), chain (each reading and
judgement, linked to those before it; its last link is the root), backfill (of older ledgers).

A change of any covered value changes the reading's digest, and with it every later link (Merkle, "A Digital Signature
Based on a Conventional Encryption Function", CRYPTO 1987; Haber and Stornetta, "How to Time-Stamp a Digital Document",
Journal of Cryptology 3, 1991). Who alters rows and makes all links anew is found by a root that was kept elsewhere.
"""

from onrecord.ledger.digests.backfill import digest_stored
from onrecord.ledger.digests.chain import (
    Link,
    append_judgement,
    append_reading,
    append_undo,
    judgement_digest,
    links,
    root,
    undo_digest,
)
from onrecord.ledger.digests.tree import Difference, read_tree

__all__ = [
    "Difference",
    "Link",
    "append_judgement",
    "append_reading",
    "append_undo",
    "digest_stored",
    "judgement_digest",
    "links",
    "read_tree",
    "root",
    "undo_digest",
]
