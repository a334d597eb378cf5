"""For whom a speaker speaks: the organisation of a spokesman."""

from spacy.tokens import Span as DocSpan
from spacy.tokens import Token

from onrecord.extraction.entities import Discourse, DiscourseEntity
from onrecord.extraction.syntax import NOMINAL_ATTRIBUTES, dependent, dependents

_OFFICES = {"spokesman", "spokeswoman", "spokesperson", "spokesmen", "spokeswomen", "spokespeople"}
_PRESS = {"press", "media", "communications", "public"}
_FOR = {"for", "of", "at", "with"}
# How many sentences before a nameless "spokeswoman Ada Orlen said" her organisation may be named.
_SENTENCES = 2


def represented(span: DocSpan) -> Token | None:
    """Return the head of what the source at `span` speaks for ("Lanta Fund spokesman", "a spokesman for the fund")."""
    for office in span.doc[max(span.start - 1, 0) : span.end]:
        if not _is_office(office):
            continue
        for child in dependents(office):
            if child.lower_ in _FOR:
                return dependent(child, "pobj")
            if child.dep_ in NOMINAL_ATTRIBUTES and child.ent_type_ and child.i < office.i:
                return child
        # "Lanta Fund spokesman Ivo Marek": all hang from the name.
        if office.dep_ == "compound":
            before = [c for c in dependents(office.head) if c.dep_ in NOMINAL_ATTRIBUTES and c.i < office.i]
            return next((child for child in reversed(before) if child.ent_type_ not in {"", "PERSON"}), None)
    return None


def bare_office(discourse: Discourse, span: DocSpan) -> DiscourseEntity | None:
    """Return whom a bare office at `span` ("spokeswoman Ada Orlen") speaks for: the organisation mentioned last."""
    doc = span.doc
    if not any(_is_office(token) for token in span):
        return None
    sentences = 0
    for i in range(span.start - 1, -1, -1):
        entity = discourse.by_token.get(i)
        if entity is not None and entity.named and entity.type in {"organisation", "state"}:
            return entity
        sentences += bool(doc[i].is_sent_start)
        if sentences > _SENTENCES:
            return None
    return None


def _is_office(token: Token) -> bool:
    """Say whether `token` is an office that speaks for somebody else."""
    if token.lower_ == "secretary":
        return any(child.lower_ in _PRESS for child in dependents(token))
    return token.lower_ in _OFFICES
