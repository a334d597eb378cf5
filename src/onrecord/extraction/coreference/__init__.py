"""Coreference: whom a name, a pronoun, an office or a description stands for."""

from onrecord.extraction.coreference.descriptions import add_described, is_of_people, user_of_handle
from onrecord.extraction.coreference.referents import EPITHET, SURE, Referents
from onrecord.extraction.coreference.resolver import Resolver

__all__ = ["EPITHET", "SURE", "Referents", "Resolver", "add_described", "is_of_people", "user_of_handle"]
