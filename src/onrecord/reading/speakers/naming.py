"""Who is named by the words of a source themselves: at their head, in apposition to it, in front of it."""

from spacy.tokens import Span as DocSpan
from spacy.tokens import Token

from onrecord.folding import fold
from onrecord.reading.cast import Cast, Member
from onrecord.reading.cast.groups import NOUNS
from onrecord.reading.speakers.descriptions import is_of_people
from onrecord.reading.speakers.relations import named_behind

_OF = {"of", "from", "in"}
# "The AP news reported", "the Dockers union said": the agency did, the Dockers did.
_SAID_AGAIN = {
    "agency", "airline", "company", "federation", "firm", "magazine", "network", "news", "newspaper", "newswire",
    "paper", "party", "union", "website",
}  # fmt: skip


def named_at(cast: Cast, head: Token, span: DocSpan) -> Member | None:
    """Return the member named at `head` or in apposition to it ("the head of the fund, Ivo Marek")."""
    member = cast.by_token.get(head.i)
    if member is not None and not any(span.start <= m.start and m.end <= span.end for m in member.mentions):
        # Part of a longer stretch that the tagger took for a name, as in titles.
        member = next((m for m in cast.members if fold(m.name) == fold(head.text)), None)
    if member is None or (member.type != "person" and " " not in member.name):
        # The tagger takes many a surname that stands alone for a place or for nothing.
        person = cast.person_called(head)
        member = person or member
    member = member or named_behind(cast, head, span) or cast.called(head)
    if member is not None:
        return member
    # "Rivas, a clerk at the port who ...": the clerk is Rivas; so "Velo Energy, another company that ...".
    bearer = cast.by_token.get(head.head.i) if head.dep_ == "appos" else None
    if bearer is not None and (
        bearer.type == NOUNS.get(head.lemma_.casefold(), "person") or (bearer.type == "state" and _is_said_of(head))
    ):
        return bearer
    for child in head.children:
        near = child.dep_ in {"appos", "flat", "compound"} and span.start <= child.i < span.end
        member = cast.by_token.get(child.i) if near else None
        if child.dep_ == "appos" and head.tag_ == "NNS" and member is not None and member.type == "person":
            # One person is not "supporters of her opponent, Ivo Marek".
            continue
        # "The former House speaker" is not the House, "Former Rivas Pollster" not Rivas.
        of_office = member is not None and is_of_people(head)
        if member is not None and (child.dep_ != "compound" or (head.pos_ == "PROPN" and not of_office)):
            return member
        if member is not None and member.type == "organisation" and fold(head.text) in _SAID_AGAIN:
            return member
    return None


def _is_said_of(noun: Token) -> bool:
    """Say whether a noun in apposition opens right behind a name that is not somebody's home ("Lanta, its ally,")."""
    first, name = noun.left_edge, noun.head
    beside = first.i > 1 and first.nbor(-1).text == "," and first.nbor(-2).i == name.i
    return beside and not (name.dep_ == "pobj" and name.head.lower_ in _OF)
