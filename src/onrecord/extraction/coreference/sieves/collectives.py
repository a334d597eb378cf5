"""Pronouns for several, or for a body ("they", "it")."""

from onrecord.extraction.coreference.context import Context
from onrecord.extraction.coreference.mention import Mention
from onrecord.extraction.coreference.proposal import Proposal
from onrecord.extraction.coreference.ranking import likeliest
from onrecord.extraction.entities import DiscourseEntity
from onrecord.extraction.syntax import THIRD_PERSON_PLURAL
from onrecord.vocabulary import EntityType

_ONE: set[EntityType] = {"organisation", "state", "place", "group", "document"}
_SEVERAL: set[EntityType] = {"organisation", "state", "group", "person"}


def likeliest_body(mention: Mention, context: Context) -> Proposal | None:
    """The likeliest body or group before it; of "they" too those who did or said something together."""
    several = mention.head.lower_ in THIRD_PERSON_PLURAL
    types = _SEVERAL if several else _ONE

    def fits(entity: DiscourseEntity) -> bool:
        return entity.type in types

    return Proposal.of(likeliest(context, mention.head, fits, several=several))
