"""How articles and their statements belong together: copies, repeats, denials, answers, revisions.

words (stems, and how rare they are), shingles (runs of words), parties (who is one in two articles), cues, material
(what is compared), copies, blocking (which articles are compared at all), figures, features, pairing (two statements as
the network reads them), network, scorer, told_links (by the form of an article), same_words, finding (all of it), links
(what is found), evidence, wording (how two printings of one quotation differ). Nothing here reads or writes a ledger.
"""

from onrecord.linking.blocking import MOST, SHARED, WINDOW, characteristic
from onrecord.linking.copies import Copy, Narration, copy_of, original_of
from onrecord.linking.cues import cues_in
from onrecord.linking.features import OVERLAPS, Features, articles_alike, features_of
from onrecord.linking.figures import agree
from onrecord.linking.finding import LIKELY, MOST_PAIRS, find_links, is_possible
from onrecord.linking.links import Evidence, FoundLink
from onrecord.linking.material import Claim, Figure, Story
from onrecord.linking.network import relation_scores
from onrecord.linking.pairing import KINDS as PIECE_KINDS
from onrecord.linking.pairing import (
    LONGEST,
    Pieces,
    Place,
    Printed,
    Speakers,
    as_printed,
    first_kind,
    pair_pieces,
    place_of,
    printed_in,
    speakers_of,
    statement_pieces,
)
from onrecord.linking.pairing import ROLES as PIECE_ROLES
from onrecord.linking.parties import Party
from onrecord.linking.relations import RELATIONS, Relation
from onrecord.linking.scorer import ACROSS, ALONE, INTERCEPT, KINDS, WITHIN, Asked, features_of_asked
from onrecord.linking.shingles import fingerprints, likely_share
from onrecord.linking.wording import Wording, compare_wording
from onrecord.linking.words import shared_share, stems, weighed

__all__ = [
    "ACROSS",
    "ALONE",
    "INTERCEPT",
    "KINDS",
    "LIKELY",
    "LONGEST",
    "MOST",
    "MOST_PAIRS",
    "OVERLAPS",
    "PIECE_KINDS",
    "PIECE_ROLES",
    "RELATIONS",
    "SHARED",
    "WINDOW",
    "WITHIN",
    "Asked",
    "Claim",
    "Copy",
    "Evidence",
    "Features",
    "Figure",
    "FoundLink",
    "Narration",
    "Party",
    "Pieces",
    "Place",
    "Printed",
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
    "features_of_asked",
    "find_links",
    "fingerprints",
    "first_kind",
    "is_possible",
    "likely_share",
    "original_of",
    "pair_pieces",
    "place_of",
    "printed_in",
    "relation_scores",
    "shared_share",
    "speakers_of",
    "statement_pieces",
    "stems",
    "weighed",
]
