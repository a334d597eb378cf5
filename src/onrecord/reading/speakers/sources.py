"""Which words of a source tell who it is: its heads, and the name that the parser lost."""

from spacy.tokens import Span as DocSpan
from spacy.tokens import Token

from onrecord.reading.cast import Cast, Member
from onrecord.reading.names import is_title
from onrecord.reading.speakers.pronouns import RELATIVE

_NOUNS = {"NOUN", "PROPN", "PRON"}
# Behind the name in front of a source comes what is told of its bearer.
_BREAKS = {",", "(", "[", "-", "–", "—", "--", ";"}
# In front of a name these make it somebody else's.
_BINDING = {"ADP", "VERB", "AUX", "CCONJ", "PRON", "PART", "SCONJ"}


def heads_of(cast: Cast, span: DocSpan) -> list[Token]:
    """Return the head of each speaker of the source at `span`."""
    root = span.root
    if root.i not in cast.by_token and root.pos_ not in _NOUNS | {"NUM", "ADP", "ADJ", "X"}:
        # "Veterans interviewed at rallies", "who leads the union": the parser takes it for a clause.
        root = next((token for token in span if token.pos_ in _NOUNS or token.lower_ in RELATIVE), root)
    elif root.pos_ == "ADP":
        root = next((child for child in root.rights if child.dep_ == "pobj" and child.i < span.end), root)
    heads = [root, *(token for token in root.conjuncts if span.start <= token.i < span.end)]
    if len(heads) > 1 and _is_bare_office(cast, heads[0]) and heads[1].i in cast.by_token:
        # "Vice President and Managing Editor Ada Orlen" is one person.
        del heads[0]
    return heads


def _is_bare_office(cast: Cast, head: Token) -> bool:
    alone = not any(child.dep_ in {"det", "poss", "nummod"} for child in head.children)
    return alone and is_title(head.text) and head.tag_ in {"NN", "NNP"} and head.i not in cast.by_token


def named_behind_all(cast: Cast, span: DocSpan) -> Member | None:
    """Return the person whose name closes a source behind a comma ("One clerk not on the list, Ada Orlen,"), or None.

    So does "a woman later identified as Ada Orlen".
    """
    doc, end = span.doc, span.end
    while end > span.start and doc[end - 1].is_punct:
        end -= 1
    for i in range(span.start + 1, end):
        member = cast.by_token.get(i)
        before = doc[i - 1]
        told = before.text == "," or (before.lower_ == "as" and i > 1 and doc[i - 2].lemma_ == "identify")
        if member is None or member.type != "person" or not told or member is cast.by_token.get(i - 1):
            continue
        mention = next((m for m in member.mentions if m.start == i), None)
        if mention is not None and (mention.end == end or before.text != ","):
            return member
    return None


def named_in_front(cast: Cast, span: DocSpan) -> Member | None:
    """Return the person whose full name closes the front part of a source, None if there is no such.

    "Candidate Sen. Ada Orlen (D-Velo)", "Ivo Marek, an aide during her run and now director": the parser makes
    something else of it.
    """
    end = next((token.i for token in span if token.text in _BREAKS), span.end)
    member = cast.by_token.get(end - 1)
    if member is None or member.type != "person" or end == span.start:
        return None
    mention = next((m for m in member.mentions if m.end == end and m.start >= span.start), None)
    if mention is None or any(token.pos_ in _BINDING for token in span.doc[span.start : mention.start]):
        return None
    behind = cast.by_token.get(end + 1)
    listed = behind is not None and behind.type == "person" and behind is not member
    return member if not listed else None
