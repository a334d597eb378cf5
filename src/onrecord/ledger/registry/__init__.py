"""Entities across articles: which registered one each appearance is, and what is kept of them.

candidates (whom an appearance may be), registrar (placing the entities of a reading's articles), entries (new entities
and their keys), printed_counts (what articles print of them, and how often), display_names (under which name they are
shown), involvement (in which statements and events they take part), mentioning (which are about them), cache (what is
known of them, kept by the process that writes), merges_and_splits (the user's, gone through in order), backfill (of
older ledgers).
"""

from onrecord.ledger.registry.backfill import register_stored
from onrecord.ledger.registry.cache import RegistryCache
from onrecord.ledger.registry.display_names import Display, displays, refresh_display_names
from onrecord.ledger.registry.entries import register, register_named_by_user, reindex
from onrecord.ledger.registry.involvement import INVOLVED, involve_anew, involve_reading, involve_stored
from onrecord.ledger.registry.mentioning import about_stored
from onrecord.ledger.registry.merges_and_splits import ArticleAnchor, MergesAndSplits, appearances_of, is_split_off
from onrecord.ledger.registry.printed_counts import (
    PRINTED_EVER,
    PRINTED_NOW,
    TraitCount,
    profile_of,
    recount,
    traits_of,
)
from onrecord.ledger.registry.registrar import Placement, Registrar

__all__ = [
    "INVOLVED",
    "PRINTED_EVER",
    "PRINTED_NOW",
    "ArticleAnchor",
    "Display",
    "MergesAndSplits",
    "Placement",
    "Registrar",
    "RegistryCache",
    "TraitCount",
    "about_stored",
    "appearances_of",
    "displays",
    "involve_anew",
    "involve_reading",
    "involve_stored",
    "is_split_off",
    "profile_of",
    "recount",
    "refresh_display_names",
    "register",
    "register_named_by_user",
    "register_stored",
    "reindex",
    "traits_of",
]
