"""Rules that explain themselves: each is an entry with what it says, an example and a counterexample.

rule (what a rule is: an identifier, what it does, how far it is believed), entry_tables (what is told of each rule, in
one table for each subject), firings (which rules spoke, and reading without some of them).

The rules themselves stand where they are applied, in ordered tuples; one driver for each kind goes through its tuple.
"""

from onrecord.rules.entry_tables import Entry, Example, entries, entry
from onrecord.rules.firings import Firing, active, fired, is_active, watching, without
from onrecord.rules.rule import KINDS, Rule, RuleKind

__all__ = [
    "KINDS",
    "Entry",
    "Example",
    "Firing",
    "Rule",
    "RuleKind",
    "active",
    "entries",
    "entry",
    "fired",
    "is_active",
    "watching",
    "without",
]
