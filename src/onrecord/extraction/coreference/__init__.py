"""Coreference: whom a name, a pronoun, an office or a description stands for."""

from onrecord.extraction.coreference.descriptions import described, handle, is_of_people
from onrecord.extraction.coreference.referents import EPITHET, SURE, Referents
from onrecord.extraction.coreference.resolver import Resolver

__all__ = ["EPITHET", "SURE", "Referents", "Resolver", "described", "handle", "is_of_people"]
