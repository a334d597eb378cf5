"""Names that are known of old: words of persons' and organisations' names, and names of states, peoples and places.

What rigour (OpenSanctions) knows of them, in tables that are looked up in a file and not loaded (`onrecord.names`):
analysis (how a name is taken apart), person_names, organisation_names, legal_forms, territories (which one a name
stands for). `python -m training.names` makes the tables; `python -m training.name_answers` compares what is told here
with what rigour tells.
"""

from onrecord.gazetteers.legal_forms import without_legal_forms
from onrecord.gazetteers.organisation_names import analyse_organisation, without_article
from onrecord.gazetteers.person_names import analyse_person
from onrecord.gazetteers.territories import Territory, get_territory, is_city, lookup_territory, territory_key

__all__ = [
    "Territory",
    "analyse_organisation",
    "analyse_person",
    "get_territory",
    "is_city",
    "lookup_territory",
    "territory_key",
    "without_article",
    "without_legal_forms",
]
