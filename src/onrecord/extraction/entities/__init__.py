"""Entities of one article: who and what it names, each with all its mentions, as the discourse grows.

recognition (the steps in order), mentions (what the tagger found, mended), entity_types, persons and non_persons
(mentions joined), person_names, countries, roles, discourse (the result), entity_records (its record).
"""

from onrecord.extraction.entities.countries import country_of, described_country
from onrecord.extraction.entities.discourse import Discourse, DiscourseEntity
from onrecord.extraction.entities.entity_records import record_entities
from onrecord.extraction.entities.entity_types import EPITHETS, is_occupation
from onrecord.extraction.entities.mentions import DASHES, is_hyphenated
from onrecord.extraction.entities.non_persons import TYPE_OF_NOUN, is_short_for
from onrecord.extraction.entities.person_names import PersonName, gender_of, is_person_noun, is_title, kinds_of
from onrecord.extraction.entities.recognition import recognise
from onrecord.extraction.entities.roles import origins, own_role_words, role_heads, role_words

__all__ = [
    "DASHES",
    "EPITHETS",
    "TYPE_OF_NOUN",
    "Discourse",
    "DiscourseEntity",
    "PersonName",
    "country_of",
    "described_country",
    "gender_of",
    "is_hyphenated",
    "is_occupation",
    "is_person_noun",
    "is_short_for",
    "is_title",
    "kinds_of",
    "origins",
    "own_role_words",
    "recognise",
    "record_entities",
    "role_heads",
    "role_words",
]
