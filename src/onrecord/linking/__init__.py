"""How articles and their statements belong together: copies, repeats, denials, answers, revisions.

words (stems, and how rare they are), shingles (runs of words), material (what is compared), copies, blocking (which
articles are compared at all), links (what is found). Nothing here reads or writes a ledger.
"""

from onrecord.linking.blocking import MOST, SHARED, characteristic
from onrecord.linking.copies import Copy, original_of
from onrecord.linking.finding import find_links
from onrecord.linking.links import Evidence, FoundLink
from onrecord.linking.material import Claim, Figure, Party, Story
from onrecord.linking.shingles import fingerprints, likely_share
from onrecord.linking.words import stems

__all__ = [
    "MOST",
    "SHARED",
    "Claim",
    "Copy",
    "Evidence",
    "Figure",
    "FoundLink",
    "Party",
    "Story",
    "characteristic",
    "find_links",
    "fingerprints",
    "likely_share",
    "original_of",
    "stems",
]
