"""The discourse entities of an article, put together from its named entities."""

from spacy.tokens import Doc

from onrecord.extraction.entities.discourse import Discourse
from onrecord.extraction.entities.mentions import mentions
from onrecord.extraction.entities.non_persons import non_persons
from onrecord.extraction.entities.persons import persons
from onrecord.extraction.entities.roles import describe


def recognise(doc: Doc) -> Discourse:
    """Return the discourse of `doc`: named entities, joined where a short name stands for a fuller one."""
    spans = mentions(doc)
    found = persons(doc, spans)
    taken = {i for entity in found for mention in entity.mentions for i in range(mention.start, mention.end)}
    others = non_persons([span for span in spans if not taken.intersection(range(span.start, span.end))])
    entities = [entity for entity in found + others if entity.mentions]
    for entity in entities:
        entity.mentions.sort(key=lambda mention: mention.start)
    entities.sort(key=lambda entity: entity.mentions[0].start)
    for entity in entities:
        if entity.type == "person":
            describe(entity)
    return Discourse(entities)
