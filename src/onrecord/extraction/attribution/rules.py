"""Every rule of attribution, in the order in which a document meets them."""

from typing import Any

from onrecord.extraction.attribution.acts import ACTS
from onrecord.extraction.attribution.candidates import CANDIDATES
from onrecord.extraction.attribution.medium import MEDIA
from onrecord.extraction.attribution.modality import MODALITIES
from onrecord.extraction.attribution.repairs import DECODED_REPAIRS, DOCUMENT_REPAIRS, FIRST_REPAIRS, LAST_REPAIRS
from onrecord.extraction.attribution.vetoes import VETOES
from onrecord.rules import Rule

RULES: tuple[Rule[Any], ...] = (
    *CANDIDATES,
    *DECODED_REPAIRS,
    *ACTS,
    *MEDIA,
    *(rule for rules in MODALITIES.values() for rule in rules),
    *FIRST_REPAIRS,
    *VETOES,
    *LAST_REPAIRS,
    *DOCUMENT_REPAIRS,
)
