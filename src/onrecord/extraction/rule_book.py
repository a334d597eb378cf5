"""Every rule of reading, in the order in which an article meets them."""

from typing import Any

from onrecord.extraction.attribution import RULES as ATTRIBUTION_RULES
from onrecord.extraction.coreference import SIEVES
from onrecord.extraction.events import RULES as EVENT_RULES
from onrecord.extraction.participants import RULES as TARGET_RULES
from onrecord.extraction.quantities import RULES as QUANTITY_RULES
from onrecord.extraction.temporal import DAYS
from onrecord.rules import Rule

RULES: tuple[Rule[Any], ...] = (
    *ATTRIBUTION_RULES,
    *SIEVES,
    *TARGET_RULES,
    *DAYS,
    *EVENT_RULES,
    *QUANTITY_RULES,
)
