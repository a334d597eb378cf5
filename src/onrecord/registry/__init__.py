"""The registry's judgement: whether two entities of different articles are one, and what that one is called.

profile (what is known of an entity), persons, organisations and territories (what its printed names tell), roles,
features (the evidence and its weights), comparing (the probability), blocking (who is compared at all), canonical.
Nothing here reads or writes a ledger. rigour's tagger of names is loaded by the first comparison of two persons who are
not called the same, not by import.
"""

from onrecord.registry.blocking import blocking_keys
from onrecord.registry.canonical import canonical_name
from onrecord.registry.comparing import SAME, UNSURE, Comparison, compare
from onrecord.registry.features import Feature
from onrecord.registry.profile import Profile

__all__ = ["SAME", "UNSURE", "Comparison", "Feature", "Profile", "blocking_keys", "canonical_name", "compare"]
