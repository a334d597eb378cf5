"""Linking what a ledger holds: each current article is compared with those before it, in the order of their days.

material (rows to what `onrecord.linking` compares), indices (which earlier articles and statements may have to do with
one), writing (what was found, as rows), queue (which articles are still to be compared, or anew), run (all of it).
"""

from onrecord.ledger.linking.material import stories
from onrecord.ledger.linking.run import Linker

__all__ = ["Linker", "stories"]
