"""What names are made of, in any script: words, letters, sounds, and tables to look them up in.

words (how a name is parted), letters (scripts, and names in Latin letters), sounds (how a word is heard), spelling (how
many letters differ), name_records (a name taken apart), tables (from names to what is known of them). Nothing here
knows a name.
"""

from onrecord.names.letters import in_latin, is_latin, is_spelt, scripts
from onrecord.names.name_records import Name, NamePart, PartTag, Span, Symbol, SymbolCategory
from onrecord.names.sounds import metaphone
from onrecord.names.spelling import within_edits
from onrecord.names.tables import beginnings, known
from onrecord.names.words import tokens

__all__ = [
    "Name",
    "NamePart",
    "PartTag",
    "Span",
    "Symbol",
    "SymbolCategory",
    "beginnings",
    "in_latin",
    "is_latin",
    "is_spelt",
    "known",
    "metaphone",
    "scripts",
    "tokens",
    "within_edits",
]
