"""Noun phrases that name somebody: at their head, in apposition to it, behind it."""

from spacy.tokens import Token

from onrecord import lexicons
from onrecord.extraction.coreference.antecedents import REACH
from onrecord.extraction.coreference.context import Context
from onrecord.extraction.coreference.descriptions import is_of_people
from onrecord.extraction.coreference.mention import Mention
from onrecord.extraction.coreference.proposal import Proposal
from onrecord.extraction.coreference.relational_nouns import named_behind
from onrecord.extraction.coreference.weight_tables import worth
from onrecord.extraction.entities import TYPE_OF_NOUN, DiscourseEntity, PersonName, gender_of
from onrecord.extraction.syntax import dependents
from onrecord.folding import fold

_OF = {"of", "from", "in"}
# "The AP news reported", "the Dockers union said": the agency did, the Dockers did.
_SAID_AGAIN = lexicons.words("description_contexts.tsv", "added")


def surname_alone(mention: Mention, context: Context) -> Proposal | None:
    """The person whose surname the head is: the tagger takes many that stand alone for a place or for nothing."""
    entity = _tagged(mention, context)
    if entity is not None and (entity.type == "person" or " " in entity.name):
        return None
    return _named(context.discourse.person_called(mention.head))


def surname_of_several(mention: Mention, context: Context) -> Proposal | None:
    """One of several of a surname that stands alone ("Rivas" after Ada Rivas and her son Teo Rivas): the others too.

    Who of them it is was chosen by nearness, which is a guess: they are alternatives, and the choice is less sure.
    """
    head = mention.head
    entity, printed = _tagged(mention, context), context.discourse.mention_at(head.i)
    if entity is None or entity.type != "person" or printed is None or len(printed) > 1:
        return None
    surname = PersonName.parse(entity.name).words[-1:]
    gender = gender_of(head.nbor(-1).text) if head.i else None
    near = dict.fromkeys(one for one, _ in context.discourse.before(head.i, REACH) if one is not entity)
    others = [
        one
        for one in near
        if one.type == "person"
        and one.named
        and PersonName.parse(one.name).words[-1:] == surname
        and (gender is None or one.gender in {None, gender})
    ]
    if not others:
        return None
    sureness = worth(surname_of_several)
    share = round((1 - sureness) / len(others), 3)
    return Proposal((entity,), sureness, alternatives=tuple((one, share) for one in others))


def named_at_head(mention: Mention, context: Context) -> Proposal | None:
    """The entity whose name stands at the head."""
    return _named(_tagged(mention, context))


def named_behind_another(mention: Mention, context: Context) -> Proposal | None:
    """The person named behind somebody else ("A lawyer for Rivas, Mara Voss")."""
    return _named(named_behind(context.discourse, mention.head, mention.span))


def named_elsewhere(mention: Mention, context: Context) -> Proposal | None:
    """Who bears a name that the tagger knows from elsewhere and passed over here."""
    return _named(context.discourse.called(mention.head))


def in_apposition_to_a_name(mention: Mention, context: Context) -> Proposal | None:
    """The bearer of the name that it is said of ("Rivas, a clerk at the port who ...": the clerk is Rivas)."""
    head = mention.head
    bearer = context.discourse.by_token.get(head.head.i) if head.dep_ == "appos" else None
    if bearer is None:
        return None
    same = bearer.type == TYPE_OF_NOUN.get(head.lemma_.casefold(), "person")
    return _named(bearer) if same or (bearer.type == "state" and _is_said_of(head)) else None


def named_in_apposition(mention: Mention, context: Context) -> Proposal | None:
    """The entity whose name is said of it ("the head of the fund, Ivo Marek"), or is part of it ("Lanta Fund")."""
    head, span = mention.head, mention.span
    for child in dependents(head):
        near = child.dep_ in {"appos", "flat", "compound"} and span.start <= child.i < span.end
        # A party is asked for without what is told of it.
        told = child.dep_ == "appos" and mention.kind == "party"
        entity = context.discourse.by_token.get(child.i) if near or told else None
        if entity is not None and told and not _is_kind_of(head, entity):
            continue
        # One person is not "supporters of her opponent, Ivo Marek".
        if entity is not None and not (child.dep_ == "appos" and head.tag_ == "NNS" and entity.type == "person"):
            # "The former House speaker" is not the House, "Former Rivas Pollster" not Rivas.
            of_office = is_of_people(head)
            if child.dep_ != "compound" or (head.pos_ == "PROPN" and not of_office):
                return _named(entity)
            if entity.type == "organisation" and fold(head.text) in _SAID_AGAIN:
                return _named(entity)
    return None


def _is_kind_of(noun: Token, entity: DiscourseEntity) -> bool:
    """Say whether a noun can be for such an entity: "his striker" for a person, "support" for none."""
    kind = TYPE_OF_NOUN.get(noun.lemma_.casefold(), "person" if is_of_people(noun) else None)
    return kind == entity.type


def _tagged(mention: Mention, context: Context) -> DiscourseEntity | None:
    """Return the entity at the head, by the head alone where that is part of a longer stretch taken for a name."""
    head, span = mention.head, mention.span
    entity = context.discourse.by_token.get(head.i)
    # A party is asked for without what stands behind its head, which may be part of the name.
    if entity is None or mention.kind == "party":
        return entity
    if any(span.start <= m.start and m.end <= span.end for m in entity.mentions):
        return entity
    return next(iter(context.discourse.all_named(head.text)), None)


def _named(entity: DiscourseEntity | None) -> Proposal | None:
    return Proposal((entity,)) if entity is not None else None


def _is_said_of(noun: Token) -> bool:
    """Say whether a noun in apposition opens right behind a name that is not somebody's home ("Lanta, its ally,")."""
    first, name = noun.left_edge, noun.head
    beside = first.i > 1 and first.nbor(-1).text == "," and first.nbor(-2).i == name.i
    return beside and not (name.dep_ == "pobj" and name.head.lower_ in _OF)
