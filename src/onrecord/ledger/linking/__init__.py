"""Linking what a ledger holds: each current article is compared with those before it, in the order of their days.

material (rows to what `onrecord.linking` compares), narrations (of articles that were compared), fingerprint_index
(which articles may be copies), indices (which may be on the same affair), writing (what was found, as rows), copying
(of which article one is a copy), queue (which articles are still to be compared, or anew), run (all of it).
"""

from onrecord.ledger.linking.material import stories
from onrecord.ledger.linking.run import Linker

__all__ = ["Linker", "stories"]
