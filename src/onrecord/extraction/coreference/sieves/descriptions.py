"""Nouns for somebody who has been named: by their office, as one of two, as the kind of thing they are."""

from spacy.tokens import Token

from onrecord.extraction.coreference import plurals
from onrecord.extraction.coreference.antecedents import REACH, of_gender
from onrecord.extraction.coreference.context import Context
from onrecord.extraction.coreference.descriptions import (
    by_role,
    holds_other,
    is_elected,
    is_epithet,
    is_known_description,
    likely_holders,
)
from onrecord.extraction.coreference.mention import Mention
from onrecord.extraction.coreference.proposal import Proposal
from onrecord.extraction.coreference.referents import EPITHET, ROLE
from onrecord.extraction.coreference.relational_nouns import maker_of, named_later, of_kind
from onrecord.extraction.entities import DiscourseEntity, gender_of
from onrecord.extraction.syntax import GENDERS, NOMINALS, dependents
from onrecord.vocabulary import Gender

_SEVERAL = 2
_NOMINAL = NOMINALS | {"NUM", "DET", "ADJ", "X"}


def holder_of_role(mention: Mention, context: Context) -> Proposal | None:
    """The person before it whose printed role is what it says ("the minister")."""
    holder = by_role(context.discourse, mention.head)
    return Proposal((holder,), ROLE) if holder is not None else None


def maker_of_words(mention: Mention, context: Context) -> Proposal | None:
    """Of words or a reckoning: whose it is ("an estimate by the union")."""
    maker = maker_of(mention.head)
    if maker is None or maker.i >= mention.span.end:
        return None
    whole = context.doc[maker.left_edge.i : maker.right_edge.i + 1]
    return Proposal(same_as=(Mention(maker, whole, mention.kind),), sureness=None)


def former_or_latter(mention: Mention, context: Context) -> Proposal | None:
    """The one of the two named last whom "the former" or "the latter" is."""
    return _described(plurals.contrasted(context.discourse, mention.head))


def several_together(mention: Mention, context: Context) -> Proposal | None:
    """The several whom a plural means ("the senators", "both women")."""
    joint = plurals.together(context.discourse, mention.head, context.last)
    return Proposal(joint, EPITHET) if joint is not None else None


def organisation_of_kind(mention: Mention, context: Context) -> Proposal | None:
    """The organisation named before it that is of its kind ("the network")."""
    head = mention.head
    return _described(of_kind(context.discourse, head, lambda fits: context.likeliest(head, fits)))


def person_just_named(mention: Mention, context: Context) -> Proposal | None:
    """The person whom an epithet goes on about ("the candidate", "the 34-year-old mother")."""
    head = mention.head
    if not is_epithet(head):
        return None
    gender = gender_of(head.text) or _gender_beside(head)
    running = likely_holders(context.discourse, head)
    return _described(context.likeliest_person(head, gender, running) or context.likeliest_person(head, gender))


def person_last_told_of(mention: Mention, context: Context) -> Proposal | None:
    """Who spoke last, of a noun with something told of it that fits ("the Velo senator"); so it is theirs from then."""
    head = mention.head
    if not is_known_description(head):
        return None
    where, last = context.last
    likely = context.likeliest_person(head, gender_of(head.text))
    near = 0 < head.i - where < REACH // 2 and len(last) == 1 and likely in last and where < head.sent.start
    # Of somebody with another office it is not likely.
    fits = likely is not None and likely.named and likely not in context.around and not holds_other(likely, head)
    return _holding(likely, head) if near and fits and likely is not None else None


def elected_person_often_named(mention: Mention, context: Context) -> Proposal | None:
    """The likeliest person named again and again of whom the words for an elected office tell nothing else."""
    head = mention.head
    if not is_known_description(head) or not is_elected(head):
        return None
    often = [m for m in likely_holders(context.discourse, head) if len(m.mentions) >= _SEVERAL]
    told = [m for m in often if not holds_other(m, head)]
    fitting = of_gender(gender_of(head.text))
    holder = context.likeliest(head, lambda m: fitting(m) and m in told)
    return _holding(holder, head) if holder is not None else None


def named_after_lead(mention: Mention, context: Context) -> Proposal | None:
    """Who is described in the lead and named soon after ("A former harbour minister")."""
    return _described(named_later(context.discourse, mention.head, mention.span))


def _described(entity: DiscourseEntity | None) -> Proposal | None:
    return Proposal((entity,), EPITHET) if entity is not None else None


def _holding(person: DiscourseEntity, head: Token) -> Proposal:
    """Return that `head` is `person`, who is "the senator" from here on if that is an elected office."""
    return Proposal((person,), EPITHET, role=head.text if is_elected(head) else None)


def _gender_beside(head: Token) -> Gender | None:
    """Return the gender that a possessive beside `head` tells of ("the candidate and her staff")."""
    beside = (child.lower_ for token in head.conjuncts for child in dependents(token))
    return next((GENDERS[word] for word in beside if word in GENDERS), None)
