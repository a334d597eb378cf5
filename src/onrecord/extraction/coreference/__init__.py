"""Coreference: whom a name, a pronoun, an office or a description stands for.

resolver (asks the others in order), named_heads (names in the words themselves), antecedents (pronouns),
descriptions, relational_nouns ("his lawyer"), owned_organisations ("the campaign"), plurals, referents (the result).
"""

from onrecord.extraction.coreference.descriptions import add_described, is_of_people, user_of_handle
from onrecord.extraction.coreference.referents import EPITHET, SURE, Referents
from onrecord.extraction.coreference.resolver import Resolver

__all__ = ["EPITHET", "SURE", "Referents", "Resolver", "add_described", "is_of_people", "user_of_handle"]
