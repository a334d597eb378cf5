"""The outlets that printed articles: one name for each, and what each carried.

names (one name, however pages spell it), carrying (which statements each has, in the order in which they are asked for,
and how many).
"""

from onrecord.ledger.outlets.carrying import CARRIED, COUNTED, carry_reading, carry_stored, label_articles
from onrecord.ledger.outlets.names import name_of_label, outlet_label, outlet_name, spelling_of, spellings_of

__all__ = [
    "CARRIED",
    "COUNTED",
    "carry_reading",
    "carry_stored",
    "label_articles",
    "name_of_label",
    "outlet_label",
    "outlet_name",
    "spelling_of",
    "spellings_of",
]
