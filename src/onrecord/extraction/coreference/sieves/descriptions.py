"""Nouns for somebody who has been named: by their office, as one of two, as the kind of thing they are."""

from spacy.tokens import Token

from onrecord.extraction.coreference import plurals
from onrecord.extraction.coreference.context import Context
from onrecord.extraction.coreference.descriptions import (
    by_role,
    holds_other,
    is_bare_subject,
    is_counted_otherwise,
    is_definite,
    is_elected,
    is_epithet,
    is_known_description,
    is_of_people,
    likely_holders,
)
from onrecord.extraction.coreference.documents import maker_before, maker_of
from onrecord.extraction.coreference.mention import Mention
from onrecord.extraction.coreference.proposal import Proposal
from onrecord.extraction.coreference.ranking import likeliest, likeliest_person
from onrecord.extraction.coreference.relational_nouns import named_later
from onrecord.extraction.coreference.weight_tables import worth
from onrecord.extraction.coreference.word_agreement import is_called, is_of_kind
from onrecord.extraction.entities import TYPE_OF_NOUN, gender_of
from onrecord.extraction.syntax import ATTRIBUTES, GENDERS, dependents, has_dependent
from onrecord.folding import fold
from onrecord.vocabulary import Gender


def holder_of_role(mention: Mention, context: Context) -> Proposal | None:
    """The person before it whose printed role is what it says ("the minister")."""
    holder = by_role(context.discourse, mention.head)
    return Proposal((holder,), worth(holder_of_role)) if holder is not None else None


def maker_of_words(mention: Mention, context: Context) -> Proposal | None:
    """Of words or a reckoning: whose they are ("an estimate by the union", "Rivas's account")."""
    maker = maker_of(context.discourse, mention.head)
    if maker is None or maker.i >= mention.span.end:
        return None
    whole = context.doc[maker.left_edge.i : maker.right_edge.i + 1]
    return Proposal(same_as=(Mention(maker, whole, mention.kind),), sureness=None)


def maker_of_words_before(mention: Mention, context: Context) -> Proposal | None:
    """Of words that are spoken of again: whose they were ("the statement" after "a statement by the union")."""
    maker = maker_before(context.discourse, mention.head)
    if maker is None:
        return None
    return Proposal(same_as=(Mention.phrase(maker, mention.kind),), sureness=None)


def former_or_latter(mention: Mention, context: Context) -> Proposal | None:
    """The one of the two named last whom "the former" or "the latter" is."""
    one = plurals.contrasted(context.discourse, mention.head)
    return Proposal((one,), worth(former_or_latter)) if one is not None else None


def several_together(mention: Mention, context: Context) -> Proposal | None:
    """The several whom a plural means ("the senators", "both women")."""
    joint = plurals.together(context.discourse, mention.head, context.last)
    return Proposal(joint, worth(several_together)) if joint is not None else None


def organisation_called_so(mention: Mention, context: Context) -> Proposal | None:
    """The only organisation whose name has all that it says, be it named far from it ("the budget office")."""
    head = mention.head
    if not _is_of_organisation(head) or not has_dependent(head, *ATTRIBUTES):
        return None
    found = [entity for entity in context.discourse.entities if is_called(head, entity)]
    return Proposal((found[0],), worth(organisation_called_so)) if len(found) == 1 else None


def organisation_of_kind(mention: Mention, context: Context) -> Proposal | None:
    """The likeliest organisation before it that can be of its kind ("the network")."""
    head = mention.head
    if not _is_of_organisation(head):
        return None
    return Proposal.of(likeliest(context, head, lambda entity: is_of_kind(head, entity)))


def described_person(mention: Mention, context: Context) -> Proposal | None:
    """The likeliest person of whom a noun can tell ("the candidate", "the 34-year-old mother", "the Velo senator").

    Who is told of by an office that has one holder has it from then on.
    """
    head = mention.head
    epithet = is_epithet(head)
    known = is_of_people(head) and (is_definite(head) or is_bare_subject(head))
    if not (epithet or known or (mention.kind != "party" and is_known_description(head))):
        return None
    if not epithet and _has_spoken(fold(mention.span.text), context):
        return None
    gender = gender_of(head.text) or _gender_beside(head)
    holders = likely_holders(context.discourse, head)
    # Who is named in the sentence is told apart from "the Velo senator" in it.
    beside = {m for m, _ in context.discourse.between(head.sent.start, head.i)}
    holders = [m for m in holders if not is_counted_otherwise(m, head)]
    likely = [m for m in holders if epithet or (m not in beside and not holds_other(m, head))]
    choice = (likeliest_person(context, head, gender, likely) if likely else None) or (
        likeliest_person(context, head, gender) if epithet else None
    )
    return Proposal.of(choice, role=head.text if not epithet and is_elected(head) else None)


def _has_spoken(words: str, context: Context) -> bool:
    """Say whether somebody nameless who is told of by the same words has spoken before."""
    return any(not one.named and fold(one.name) == words for those in context.spoken[1].values() for one in those)


def named_after_lead(mention: Mention, context: Context) -> Proposal | None:
    """Who is described in the lead and named soon after ("A former harbour minister")."""
    later = named_later(context.discourse, mention.head, mention.span)
    return Proposal((later,), worth(named_after_lead)) if later is not None else None


def _is_of_organisation(head: Token) -> bool:
    """Say whether a noun is for one organisation that is known ("the network", not "a network")."""
    return is_definite(head) and TYPE_OF_NOUN.get(head.lemma_.casefold()) == "organisation"


def _gender_beside(head: Token) -> Gender | None:
    """Return the gender that a possessive beside `head` tells of ("the candidate and her staff")."""
    beside = (child.lower_ for token in head.conjuncts for child in dependents(token))
    return next((GENDERS[word] for word in beside if word in GENDERS), None)
