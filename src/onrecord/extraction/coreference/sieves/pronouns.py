"""Pronouns for one person ("he", "her"), and for whoever speaks or writes ("I", "we")."""

from onrecord.extraction.coreference.antecedents import named_next, of_gender, topic
from onrecord.extraction.coreference.context import Context
from onrecord.extraction.coreference.descriptions import spoken_of
from onrecord.extraction.coreference.mention import Mention
from onrecord.extraction.coreference.newcomers import described
from onrecord.extraction.coreference.proposal import Proposal
from onrecord.extraction.coreference.ranking import likeliest_person
from onrecord.extraction.coreference.weight_tables import worth
from onrecord.extraction.entities import DiscourseEntity, gender_of
from onrecord.extraction.syntax import FIRST_PERSON_SINGULAR, GENDERS
from onrecord.vocabulary import Gender

# Who is named so many times less often than another is not who a distant pronoun stands for.
_RARELY = 3


def who_speaks(mention: Mention, context: Context) -> Proposal:
    """Of "I" or "we": whoever says the words around it; outside of all words, of "I", who writes the article."""
    if context.around:
        return Proposal(context.around, worth(who_speaks))
    head = mention.head
    writes = head.lower_ in FIRST_PERSON_SINGULAR and head.i not in context.quoted and context.author is not None
    return Proposal((context.author,) if writes and context.author is not None else (), worth(who_speaks))


def topic_of_sentence(mention: Mention, context: Context) -> Proposal | None:
    """The one whom its sentence is said to be about ("As for Rivas, she ...")."""
    gender = GENDERS[mention.head.lower_]
    return _person(topic(context.discourse, mention.head, of_gender(gender)), mention, worth(topic_of_sentence))


def named_in_main_clause(mention: Mention, context: Context) -> Proposal | None:
    """The subject of the clause that the pronoun's clause opens ("Ever since she left, Ada Orlen has ...")."""
    gender = GENDERS[mention.head.lower_]
    person = named_next(context.discourse, mention.head, of_gender(gender), context.quoted)
    return _person(person, mention, worth(named_in_main_clause))


def likeliest_before(mention: Mention, context: Context) -> Proposal | None:
    """The likeliest of the persons of its gender before it, by nearness, role, who speaks and much else."""
    choice = likeliest_person(context, mention.head, GENDERS[mention.head.lower_])
    return Proposal.of(choice, gender=_told(mention))


def only_one_of_article(mention: Mention, context: Context) -> Proposal | None:
    """The only person of the article who can be meant, though named far before ("she", page after page)."""
    fits, barred = of_gender(GENDERS[mention.head.lower_]), context.barred
    known = (m for m in context.discourse.entities if m.named and m not in barred and fits(m))
    found = [m for m in known if m.before(mention.head.i)]
    often = max((len(entity.mentions) for entity in found), default=0)
    found = [entity for entity in found if len(entity.mentions) * _RARELY >= often]
    return _person(found[0], mention, worth(only_one_of_article)) if len(found) == 1 else None


def described_in_sentence(mention: Mention, context: Context) -> Proposal | None:
    """The person whom a noun of the same sentence describes ("I asked the general and he told me")."""
    if mention.kind == "subject":
        return None
    gender = GENDERS[mention.head.lower_]
    for i in range(mention.head.i - 1, mention.head.sent.start - 1, -1):
        noun = context.doc[i]
        if spoken_of(noun) and gender_of(noun.text) in (None, gender) and i not in context.discourse.by_token:
            person = described(noun, context.doc[noun.left_edge.i : i + 1])
            return _person(person, mention, worth(described_in_sentence))
    return None


def _person(person: DiscourseEntity | None, mention: Mention, sureness: float) -> Proposal | None:
    return Proposal((person,), sureness, gender=_told(mention)) if person is not None else None


def _told(mention: Mention) -> Gender | None:
    """Return the gender that a pronoun tells of whom it stands for; what nobody asks for tells nothing."""
    return GENDERS[mention.head.lower_] if mention.kind != "subject" else None
