"""How articles and their statements belong together: copies, repeats, denials, answers, revisions.

words (stems, and how rare they are), shingles (runs of words), material (what is compared), copies, blocking (which
articles are compared at all), links (what is found),
wording (how two printings of one quotation differ). Nothing here reads or writes a ledger.
"""

from onrecord.linking.blocking import MOST, SHARED, characteristic
from onrecord.linking.copies import Copy, original_of
from onrecord.linking.features import cues_in
from onrecord.linking.figures import figures_agree
from onrecord.linking.finding import find_links
from onrecord.linking.links import Evidence, FoundLink
from onrecord.linking.material import Claim, Figure, Party, Story
from onrecord.linking.pairing import KINDS as PIECE_KINDS
from onrecord.linking.pairing import Pieces, Speakers, as_printed, pair_pieces, speakers_of
from onrecord.linking.relations import RELATIONS, Relation
from onrecord.linking.shingles import fingerprints
from onrecord.linking.wording import Wording, compare_wording
from onrecord.linking.words import stems

__all__ = [
    "MOST",
    "PIECE_KINDS",
    "RELATIONS",
    "SHARED",
    "Claim",
    "Copy",
    "Evidence",
    "Figure",
    "FoundLink",
    "Party",
    "Pieces",
    "Relation",
    "Speakers",
    "Story",
    "Wording",
    "as_printed",
    "characteristic",
    "compare_wording",
    "cues_in",
    "figures_agree",
    "find_links",
    "fingerprints",
    "original_of",
    "pair_pieces",
    "speakers_of",
    "stems",
]
