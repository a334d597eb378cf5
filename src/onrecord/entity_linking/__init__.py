"""The registry's judgement: whether two entities of different articles are one, and what that one is called.

profile (what is known of an entity), person_name_parts, organisation_name_parts and territories (its printed names,
taken apart), pairings (words that are one name), person_comparison, organisation_comparison and role_comparison (what
speaks for and against), evidence (with which weights), comparison (the probability), blocking (who is compared at all),
canonical (the name shown). Nothing here reads or writes a ledger. What is known of names is looked up
(`onrecord.gazetteers`).
"""

from onrecord.entity_linking.blocking import blocking_keys
from onrecord.entity_linking.canonical import canonical_name
from onrecord.entity_linking.comparison import SAME, UNSURE, compare
from onrecord.entity_linking.profile import Profile

__all__ = ["SAME", "UNSURE", "Profile", "blocking_keys", "canonical_name", "compare"]
