"""Who is named by the words of a source themselves: at their head, in apposition to it, in front of it."""

from spacy.tokens import Span as DocSpan
from spacy.tokens import Token

from onrecord.extraction.coreference.descriptions import is_of_people
from onrecord.extraction.coreference.relational_nouns import named_behind
from onrecord.extraction.entities import TYPE_OF_NOUN, Discourse, DiscourseEntity
from onrecord.folding import fold

_OF = {"of", "from", "in"}
# "The AP news reported", "the Dockers union said": the agency did, the Dockers did.
_SAID_AGAIN = {
    "agency", "airline", "company", "federation", "firm", "magazine", "network", "news", "newspaper", "newswire",
    "paper", "party", "union", "website",
}  # fmt: skip


def named_at(discourse: Discourse, head: Token, span: DocSpan) -> DiscourseEntity | None:
    """Return the entity named at `head` or in apposition to it ("the head of the fund, Ivo Marek")."""
    entity = discourse.by_token.get(head.i)
    if entity is not None and not any(span.start <= m.start and m.end <= span.end for m in entity.mentions):
        # Part of a longer stretch that the tagger took for a name, as in titles.
        entity = next((m for m in discourse.entities if fold(m.name) == fold(head.text)), None)
    if entity is None or (entity.type != "person" and " " not in entity.name):
        # The tagger takes many a surname that stands alone for a place or for nothing.
        person = discourse.person_called(head)
        entity = person or entity
    entity = entity or named_behind(discourse, head, span) or discourse.called(head)
    if entity is not None:
        return entity
    # "Rivas, a clerk at the port who ...": the clerk is Rivas; so "Velo Energy, another company that ...".
    bearer = discourse.by_token.get(head.head.i) if head.dep_ == "appos" else None
    if bearer is not None and (
        bearer.type == TYPE_OF_NOUN.get(head.lemma_.casefold(), "person")
        or (bearer.type == "state" and _is_said_of(head))
    ):
        return bearer
    for child in head.children:
        near = child.dep_ in {"appos", "flat", "compound"} and span.start <= child.i < span.end
        entity = discourse.by_token.get(child.i) if near else None
        if child.dep_ == "appos" and head.tag_ == "NNS" and entity is not None and entity.type == "person":
            # One person is not "supporters of her opponent, Ivo Marek".
            continue
        # "The former House speaker" is not the House, "Former Rivas Pollster" not Rivas.
        of_office = entity is not None and is_of_people(head)
        if entity is not None and (child.dep_ != "compound" or (head.pos_ == "PROPN" and not of_office)):
            return entity
        if entity is not None and entity.type == "organisation" and fold(head.text) in _SAID_AGAIN:
            return entity
    return None


def _is_said_of(noun: Token) -> bool:
    """Say whether a noun in apposition opens right behind a name that is not somebody's home ("Lanta, its ally,")."""
    first, name = noun.left_edge, noun.head
    beside = first.i > 1 and first.nbor(-1).text == "," and first.nbor(-2).i == name.i
    return beside and not (name.dep_ == "pobj" and name.head.lower_ in _OF)
