"""The cast of an article, assembled from its named entities."""

from spacy.tokens import Doc

from onrecord.reading.cast.groups import groups
from onrecord.reading.cast.member import Cast
from onrecord.reading.cast.mentions import mentions
from onrecord.reading.cast.persons import persons
from onrecord.reading.cast.roles import describe


def assemble(doc: Doc) -> Cast:
    """Return the cast of `doc`: named entities, joined where a short name stands for a fuller one."""
    spans = mentions(doc)
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
