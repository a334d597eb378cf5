"""Relative pronouns ("who", "which")."""

from spacy.tokens import Token

from onrecord.extraction.coreference.context import Context
from onrecord.extraction.coreference.descriptions import is_of_people
from onrecord.extraction.coreference.mention import Mention
from onrecord.extraction.coreference.proposal import Proposal
from onrecord.extraction.entities import Discourse
from onrecord.extraction.syntax import NOUNS, dependents, first_conjunct


def antecedent_of_clause(mention: Mention, context: Context) -> Proposal | None:
    """Whom the clause is about: who is named right before the pronoun, or the noun that its clause hangs from."""
    pronoun, discourse = mention.head, context.discourse
    told_of = _told_of(pronoun, context)
    if told_of is None:
        return None
    heads = [told_of]
    # "Rivas and Marek, who have refused": a plural verb after single names means all of them.
    if any(token.tag_ == "VBP" for token in (pronoun.head, *dependents(pronoun.head))):
        first = first_conjunct(told_of)
        named = [token for token in (first, *first.conjuncts) if token.i in discourse.by_token]
        heads = named if told_of in named else heads
    return Proposal(same_as=tuple(Mention.phrase(head, mention.kind) for head in heads))


def _told_of(pronoun: Token, context: Context) -> Token | None:
    """Return the name right before a pronoun, or else the nearest noun above it that may be "who".

    The discourse decides with the parse, which often hangs the clause on the wrong noun of two; by the parse alone it
    is `syntax.antecedent`.
    """
    doc = context.doc
    before = pronoun.i - 1
    while before > 0 and doc[before].is_punct:
        before -= 1
    named = context.discourse.by_token.get(before)
    if named is not None and not (pronoun.lower_ == "who" and named.type not in {"person", "group"}):
        return doc[before]
    nouns = [above for above in pronoun.ancestors if above.pos_ in NOUNS]
    # "Pilots of Velo Air, who", "Ada Orlen of the hospital, who": neither firm nor hospital is a "who".
    people = [noun for noun in nouns if _is_people(noun, context.discourse)] if pronoun.lower_ == "who" else nouns
    return next(iter(people or nouns), None)


def _is_people(noun: Token, discourse: Discourse) -> bool:
    """Say whether a noun or name is one of people."""
    entity = discourse.by_token.get(noun.i)
    return entity.type in {"person", "group"} if entity is not None else noun.tag_ == "NNS" or is_of_people(noun)
