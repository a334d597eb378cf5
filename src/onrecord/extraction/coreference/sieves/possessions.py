"""What is somebody's: an organisation of theirs ("his campaign"), somebody they have to do with ("his lawyer")."""

from onrecord.extraction.coreference.context import Context
from onrecord.extraction.coreference.descriptions import by_role
from onrecord.extraction.coreference.mention import Mention
from onrecord.extraction.coreference.owned_organisations import can_be_owned, last_owned, owned_organisation
from onrecord.extraction.coreference.proposal import Proposal
from onrecord.extraction.coreference.relational_nouns import related
from onrecord.extraction.coreference.weight_tables import worth
from onrecord.extraction.syntax import GENDERS, NOMINAL_ATTRIBUTES, dependent, dependents


def organisation_of_a_person(mention: Mention, context: Context) -> Proposal | None:
    """The organisation of the person named or meant beside it ("his campaign", "the Rivas campaign")."""
    head, discourse = mention.head, context.discourse
    if not can_be_owned(head):
        return None
    for child in dependents(head):
        if child.dep_ not in NOMINAL_ATTRIBUTES:
            continue
        if child.lower_ in GENDERS:
            # Whose campaign one man of two "criticised" nearness does not tell: a party is not named by it.
            owner = context.owner(child) if mention.kind == "speaker" else None
            return (
                owned_organisation(discourse, head, owner, worth(organisation_of_a_person))
                if owner is not None
                else None
            )
        entity = discourse.by_token.get(child.i) or discourse.person_called(child)
        if entity is not None and entity.type == "person":
            return owned_organisation(discourse, head, entity)
    before = head.nbor(-1) if head.i else head
    entity = discourse.by_token.get(before.i)
    if entity is not None and entity.type == "person" and before.dep_ == "compound":
        # "The Rivas campaign projects ...": the parser takes it for a campaign's projects.
        return owned_organisation(discourse, head, entity)
    return None


def organisation_last_owned(mention: Mention, context: Context) -> Proposal | None:
    """The campaign that "the campaign" is: of who runs and has just acted, else the one mentioned last."""
    if not can_be_owned(mention.head):
        return None
    return last_owned(context.discourse, mention.head, worth(organisation_last_owned))


def related_person(mention: Mention, context: Context) -> Proposal | None:
    """Who is named somewhere as what it says of somebody ("his lawyer")."""
    head, discourse = mention.head, context.discourse
    first = dependent(head, "poss")
    if can_be_owned(head) or first is None:
        return None
    owner = discourse.by_token.get(first.i) or by_role(discourse, first)
    if first.lower_ in GENDERS:
        owner = context.owner(first)
    person = related(discourse, head, owner) if owner is not None else None
    return Proposal((person,), worth(related_person)) if person is not None else None
