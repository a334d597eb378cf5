"""Coreference: whom a name, a pronoun, an office or a description stands for.

resolution (one pass through the document), resolved (its result), sieves (the rules that it asks, in order), mention,
context (what a sieve may look at), proposal (what it answers) and referents (what becomes of it). What sieves ask:
antecedents (pronouns), descriptions, relational_nouns ("his lawyer"), owned_organisations ("the campaign"), plurals,
newcomers, source_heads (which words of a source tell who it is), interviews, author ("I" of an opinion piece).
"""

from onrecord.extraction.coreference.anaphor import FORMS
from onrecord.extraction.coreference.context import Observer
from onrecord.extraction.coreference.descriptions import is_definite, is_of_people
from onrecord.extraction.coreference.mention import Mention
from onrecord.extraction.coreference.referents import Referents
from onrecord.extraction.coreference.resolution import resolve
from onrecord.extraction.coreference.resolved import Coreference
from onrecord.extraction.coreference.sieves import HEADS, NAMING, NEW, SIEVES
from onrecord.extraction.coreference.weight_tables import weights

__all__ = [
    "FORMS",
    "HEADS",
    "NAMING",
    "NEW",
    "SIEVES",
    "Coreference",
    "Mention",
    "Observer",
    "Referents",
    "is_definite",
    "is_of_people",
    "resolve",
    "weights",
]
