"""Who is new to the discourse: somebody described and not named, or named by words that the tagger passed over."""

from spacy.tokens import Doc, Token
from spacy.tokens import Span as DocSpan

from onrecord.extraction.coreference.proposal import Proposal
from onrecord.extraction.entities import (
    TYPE_OF_NOUN,
    Discourse,
    DiscourseEntity,
    described_country,
    gender_of,
    is_occupation,
    is_short_for,
    is_title,
)
from onrecord.extraction.syntax import PLURAL_NOUNS, dependents, dependents_behind
from onrecord.folding import fold
from onrecord.vocabulary import EntityType

_SOME = {"some", "many", "others", "several", "few", "most", "all", "both", "those", "none"}
_CAME_OUT = {"issued", "leaked", "posted", "printed", "published", "released"}
_BINDING = {"of", "for", "on", "de", "del", "da", "di", "do", "la"}
_ENTITY_TYPES: tuple[EntityType, ...] = ("person", "organisation", "state", "group", "document", "place")


def unlisted(discourse: Discourse, head: Token, span: DocSpan) -> Proposal:
    """Propose what has a name that the tagger passed over ("lantanews.com"), by all the words of it."""
    doc = head.doc
    start = end = head.i
    while start > span.start and _is_named(doc[start - 1], span):
        start -= 1
    while end + 1 < span.end and _is_named(doc[end + 1], span):
        end += 1
    front = start
    while end - front > 1 and is_title(doc[front].text):
        front += 1
    if front == start and end - start > 1 and is_occupation(doc[start]):
        front += 1
    trade = front > start
    name = doc[front : end + 1]
    for entity in discourse.entities:
        short = entity.type == "organisation" and is_short_for(name.text, entity.name)
        if entity.named and (short or fold(entity.name) == fold(name.text)):
            return Proposal((entity,), mention=name)
    kind: EntityType = "person" if trade or head.ent_type_ == "PERSON" else "organisation"
    return Proposal((DiscourseEntity(kind, name.text, [name]),))


def _is_named(token: Token, span: DocSpan) -> bool:
    """Say whether `token` is part of a name in `span`: printed like one, or between two words that are."""
    if token.text[:1].isupper() and token.lower_ != "the":
        return True
    if token.text == "-":
        return span.start < token.i < span.end - 1 and token.nbor(-1).text[:1].isupper() and not token.whitespace_
    inside = span.start < token.i < span.end - 1
    if token.lower_ == "the":
        # "Office for the Western District".
        return inside and token.nbor(-1).lower_ in _BINDING and token.nbor().text[:1].isupper()
    binding = inside and (token.tag_ == "POS" or token.lower_ in _BINDING)
    behind = token.nbor() if binding else token
    if binding and behind.lower_ == "the" and token.i + 2 < span.end:
        behind = behind.nbor()
    return binding and token.nbor(-1).text[:1].isupper() and behind.text[:1].isupper()


def described(head: Token, span: DocSpan) -> DiscourseEntity:
    """Return an entity for somebody who is described and not named, under their own words up to the first clause."""
    doc: Doc = head.doc
    start = max(head.left_edge.i, span.start)
    end = head.i + 1
    listed = TYPE_OF_NOUN.get(head.lemma_.casefold())
    # When a report came out is no part of what it is called.
    told = {"prep", "nmod", "amod"} if listed == "document" else {"prep", "nmod", "amod", "acl"}
    for child in dependents_behind(head):
        if child.i >= span.end or child.dep_ not in told or child.i > end or _tells_when(child):
            break
        end = min(child.right_edge.i + 1, span.end)
        # "A diplomat briefed on the talks, which ...".
        end = next((token.i for token in doc[child.i : end] if token.text == ","), end)
        if listed == "document":
            # "A report by the Audit Office published on Thursday".
            end = next((token.i for token in doc[child.i : end] if token.lower_ in _CAME_OUT), end)
    if end < span.end and doc[end].tag_ in {"VBN", "VBD"} and head.head == doc[end]:
        # "Residents reached by telephone said": the parser takes them for its subject.
        end = next((token.i for token in doc[end : span.end] if token.text == ","), span.end)
    while doc[end - 1].pos_ == "ADP":
        end -= 1
    while start < head.i and (
        _opens_sentence(doc[start]) or doc[start].is_punct or doc[start].lower_ in {"even", "by"}
    ):
        start += 1
    kind: EntityType = "person"
    if listed is not None:
        kind = next(k for k in _ENTITY_TYPES if k == listed)
    # "Two of its soldiers"; "one of the men" is a person.
    several = head.tag_ in PLURAL_NOUNS or head.lower_ in _SOME or (head.pos_ == "NUM" and head.lower_ != "one")
    if kind == "person" and several:
        kind = "group"
    mention = DocSpan(doc, start, end, label=kind)
    entity = DiscourseEntity(kind, mention.text, [mention], named=False, country=described_country(mention.text))
    if kind == "person":
        entity.gender = gender_of(head.text)
    return entity


def _tells_when(child: Token) -> bool:
    """Say whether a phrase behind a noun tells when it was ("a militia on Monday")."""
    return child.lower_ == "on" and any(token.ent_type_ == "DATE" for token in dependents(child))


def _opens_sentence(token: Token) -> bool:
    """Say whether `token` joins a sentence to the one before it ("And ...", "Instead, ...")."""
    return token.pos_ == "CCONJ" or (token.dep_ in {"advmod", "cc"} and token.nbor().text == ",")
