"""Pronouns for several, or for a body ("they", "it")."""

from onrecord.extraction.coreference.antecedents import REACH, acted_before, just_acted, subjects_before
from onrecord.extraction.coreference.context import Context
from onrecord.extraction.coreference.mention import Mention
from onrecord.extraction.coreference.proposal import Proposal
from onrecord.extraction.coreference.referents import EPITHET, PRONOUN
from onrecord.extraction.entities import DiscourseEntity
from onrecord.extraction.syntax import THIRD_PERSON_PLURAL
from onrecord.vocabulary import EntityType


def acted_together_since(mention: Mention, context: Context) -> Proposal | None:
    """Of "they": those who did something together since anybody spoke ("Rivas and Marek met. They said ...")."""
    where, _ = context.last
    joint = () if _is_one(mention) else subjects_before(context.discourse, mention.head)
    since = any((before := m.before(mention.head.i)) is not None and before.end > where for m in joint)
    return Proposal(joint, PRONOUN) if since else None


def spoke_last(mention: Mention, context: Context) -> Proposal | None:
    """Who spoke last, if it was a body, or of "they" a group or several."""
    where, spoke = context.last
    one = _is_one(mention)
    found = tuple(m for m in spoke if m.type != "person" and not (one and m.type == "group"))
    if len(spoke) > 1 and not one:
        found = spoke
    return Proposal(found, PRONOUN) if found and 0 < mention.head.i - where < REACH else None


def acting_body(mention: Mention, context: Context) -> Proposal | None:
    """The organisation or state, of "they" the group, that acted shortly before, one without a name just before."""
    one = _is_one(mention)
    types: set[EntityType] = {"organisation", "state"} if one else {"group"}

    def acted(entity: DiscourseEntity) -> bool:
        recently = acted_before if one or entity.named else just_acted
        return entity.type in types and recently(entity, mention.head)

    body = context.likeliest(mention.head, acted)
    return Proposal((body,), EPITHET) if body is not None else None


def acted_together(mention: Mention, context: Context) -> Proposal | None:
    """Of "they": those who are together the subject of something shortly before."""
    joint = () if _is_one(mention) else subjects_before(context.discourse, mention.head)
    return Proposal(joint, EPITHET) if joint else None


def organisation_that_just_acted(mention: Mention, context: Context) -> Proposal | None:
    """Of "they": the organisation with a name that did something just before, and no others since; else nobody."""
    if _is_one(mention):
        return None
    acting = context.likeliest(
        mention.head, lambda m: m.type == "organisation" and m.named and just_acted(m, mention.head)
    )
    return Proposal((acting,) if acting is not None else (), EPITHET)


def _is_one(mention: Mention) -> bool:
    return mention.head.lower_ not in THIRD_PERSON_PLURAL
