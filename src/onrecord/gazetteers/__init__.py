"""Names that are known of old: words of persons' names, and names of states, peoples and places.

What rigour knows of them, in tables that are looked up in a file and never loaded: tables (the files), person_names
(the tagger of persons' names), territories (which territory a name stands for). They answer what rigour's own answer,
which rigour builds anew in each process: seven seconds and 400 MB for persons, a second for territories.
"""

from onrecord.gazetteers.person_names import analyse_person
from onrecord.gazetteers.territories import lookup_territory

__all__ = ["analyse_person", "lookup_territory"]
