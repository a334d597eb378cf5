"""The cast of an article, assembled from its named entities."""

from spacy.tokens import Doc, Token
from spacy.tokens import Span as DocSpan

from onrecord.reading.cast.countries import country_of
from onrecord.reading.cast.groups import groups
from onrecord.reading.cast.member import Cast
from onrecord.reading.cast.persons import persons
from onrecord.reading.cast.roles import describe
from onrecord.reading.names import given_gender, is_title

_NAMED = {"PERSON", "ORG", "GPE", "NORP", "LOC", "FAC"}


def assemble(doc: Doc) -> Cast:
    """Return the cast of `doc`: named entities, joined where a short name stands for a fuller one."""
    spans = [_relabelled(_trim(ent)) for ent in doc.ents if ent.label_ in _NAMED]
    spans = [span for span in spans if len(span) and any(token.is_alpha for token in span) and not _adjective(span)]
    found = persons(doc, spans)
    taken = {i for member in found for mention in member.mentions for i in range(mention.start, mention.end)}
    others = groups([span for span in spans if not taken.intersection(range(span.start, span.end))])
    members = [member for member in found + others if member.mentions]
    for member in members:
        member.mentions.sort(key=lambda mention: mention.start)
    members.sort(key=lambda member: member.mentions[0].start)
    by_token = {
        i: member for member in members for mention in member.mentions for i in range(mention.start, mention.end)
    }
    for member in members:
        if member.type == "person":
            describe(member)
    return Cast(members, by_token)


def _trim(span: DocSpan) -> DocSpan:
    """Return `span` without a leading article or titles, a closing possessive, and quote marks at its edges."""
    start, end = span.start, span.end
    doc, person = span.doc, span.label_ == "PERSON"
    while start < end and (
        doc[start].is_punct or doc[start].lower_ == "the" or (person and end - start > 1 and is_title(doc[start].text))
    ):
        start += 1
    while start < end and (doc[end - 1].is_punct or doc[end - 1].tag_ == "POS" or doc[end - 1].is_space):
        end -= 1
    while person and start and _is_given(doc[start - 1]):
        start -= 1
    return DocSpan(doc, start, end, label=span.label_)


def _is_given(token: Token) -> bool:
    """Say whether `token` is a rare given name that the tagger left outside the name of a person behind it."""
    if token.ent_type_ or token.pos_ != "PROPN" or not token.text.istitle() or is_title(token.text):
        return False
    return given_gender(token.text) is not None or not token.vocab[token.lower_].has_vector


def _relabelled(span: DocSpan) -> DocSpan:
    """Return `span` as that of a place where it is a territory's name and the tagger has it for a person or company."""
    mistaken = span.label_ in {"PERSON", "ORG"} and len(span) == 1
    if mistaken and given_gender(span.text) is None and country_of(span.text) is not None:
        return DocSpan(span.doc, span.start, span.end, label="GPE")
    return span


def _adjective(span: DocSpan) -> bool:
    """Say whether a nationality or party is only an adjective ("Russian forces"), which names nobody."""
    return span.label_ == "NORP" and (span.root.pos_ == "ADJ" or span.root.dep_ in {"amod", "compound", "nmod"})
