"""How articles and their statements belong together: copies, repeats, denials, answers, revisions.

words (stems, and how rare they are), shingles (runs of words), cues, material (what is compared), copies, blocking
(which articles are compared at all), figures, features, pairing (two statements as the network reads them), network,
scorer, told_links (by the form of an article), same_words, finding (all of it), links (what is found), evidence,
wording (how two printings of one quotation differ). Nothing here reads or writes a ledger.
"""

from onrecord.linking.blocking import MOST, SHARED, WINDOW, characteristic
from onrecord.linking.copies import Copy, Narration, copy_of, original_of
from onrecord.linking.cues import cues_in
from onrecord.linking.features import articles_alike, features_of
from onrecord.linking.figures import agree
from onrecord.linking.finding import LIKELY, MOST_PAIRS, find_links, is_possible
from onrecord.linking.links import Evidence, FoundLink
from onrecord.linking.material import Claim, Figure, Party, Story
from onrecord.linking.network import relation_scores
from onrecord.linking.pairing import KINDS as PIECE_KINDS
from onrecord.linking.pairing import MOST_PIECES, SPEAKERS, Pieces, Speakers, as_printed, pair_pieces, speakers_of
from onrecord.linking.relations import RELATIONS, Relation
from onrecord.linking.scorer import INTERCEPT, NETWORK
from onrecord.linking.shingles import fingerprints, likely_share
from onrecord.linking.wording import Wording, compare_wording
from onrecord.linking.words import shared_share, stems, weighed

__all__ = [
    "INTERCEPT",
    "LIKELY",
    "MOST",
    "MOST_PAIRS",
    "MOST_PIECES",
    "NETWORK",
    "PIECE_KINDS",
    "RELATIONS",
    "SHARED",
    "SPEAKERS",
    "WINDOW",
    "Claim",
    "Copy",
    "Evidence",
    "Figure",
    "FoundLink",
    "Narration",
    "Party",
    "Pieces",
    "Relation",
    "Speakers",
    "Story",
    "Wording",
    "agree",
    "articles_alike",
    "as_printed",
    "characteristic",
    "compare_wording",
    "copy_of",
    "cues_in",
    "features_of",
    "find_links",
    "fingerprints",
    "is_possible",
    "likely_share",
    "original_of",
    "pair_pieces",
    "relation_scores",
    "shared_share",
    "speakers_of",
    "stems",
    "weighed",
]
