"""Pronouns for one person ("he", "her"), and for whoever speaks or writes ("I", "we")."""

from onrecord.extraction.coreference.antecedents import named_next, of_gender, topic
from onrecord.extraction.coreference.context import Context
from onrecord.extraction.coreference.descriptions import spoken_of
from onrecord.extraction.coreference.mention import Mention
from onrecord.extraction.coreference.newcomers import described
from onrecord.extraction.coreference.proposal import Proposal
from onrecord.extraction.coreference.referents import PRONOUN
from onrecord.extraction.entities import DiscourseEntity, gender_of
from onrecord.extraction.syntax import FIRST_PERSON_SINGULAR, GENDERS


def who_speaks(mention: Mention, context: Context) -> Proposal:
    """Of "I" or "we": whoever says the words around it; outside of all words, of "I", who writes the article."""
    if context.around:
        return Proposal(context.around, PRONOUN)
    head = mention.head
    writes = head.lower_ in FIRST_PERSON_SINGULAR and head.i not in context.quoted and context.author is not None
    return Proposal((context.author,) if writes and context.author is not None else (), PRONOUN)


def topic_of_sentence(mention: Mention, context: Context) -> Proposal | None:
    """The one whom its sentence is said to be about ("As for Rivas, she ...")."""
    gender = GENDERS[mention.head.lower_]
    return _person(topic(context.discourse, mention.head, of_gender(gender)), mention)


def named_in_main_clause(mention: Mention, context: Context) -> Proposal | None:
    """The subject of the clause that the pronoun's clause opens ("Ever since she left, Ada Orlen has ...")."""
    gender = GENDERS[mention.head.lower_]
    return _person(named_next(context.discourse, mention.head, of_gender(gender), context.quoted), mention)


def likeliest_before(mention: Mention, context: Context) -> Proposal | None:
    """The likeliest of the persons of its gender before it, by nearness, role and who speaks."""
    return _person(context.likeliest_person(mention.head, GENDERS[mention.head.lower_]), mention)


def described_in_sentence(mention: Mention, context: Context) -> Proposal | None:
    """The person whom a noun of the same sentence describes ("I asked the general and he told me")."""
    if mention.kind == "subject":
        return None
    gender = GENDERS[mention.head.lower_]
    for i in range(mention.head.i - 1, mention.head.sent.start - 1, -1):
        noun = context.doc[i]
        if spoken_of(noun) and gender_of(noun.text) in (None, gender) and i not in context.discourse.by_token:
            return _person(described(noun, context.doc[noun.left_edge.i : i + 1]), mention)
    return None


def _person(person: DiscourseEntity | None, mention: Mention) -> Proposal | None:
    if person is None:
        return None
    # What nobody asks for tells nothing of them.
    return Proposal((person,), PRONOUN, gender=GENDERS[mention.head.lower_] if mention.kind != "subject" else None)
