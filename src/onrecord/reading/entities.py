"""From the cast to the entities of an article's record."""

from onrecord.extraction.document import Document
from onrecord.reading.cast import Cast, Member
from onrecord.reading.identifiers import identifier
from onrecord.records import Entity


def record_entities(document: Document, cast: Cast) -> dict[Member, Entity]:
    """Return the record of each member of the cast, in the order of their first mentions."""
    entities = {member: _entity(document, member) for member in cast.members}
    return dict(sorted(entities.items(), key=lambda pair: pair[1].mentions[0].start))


def _entity(document: Document, member: Member) -> Entity:
    """Return the record of a member of the cast, its mentions led back to the page."""
    mentions = document.to_page((mention.start_char, mention.end_char) for mention in member.mentions)
    variants = dict.fromkeys(span.text for span in mentions)
    variants.pop(member.name, None)
    first = mentions[0]
    return Entity(
        id=identifier("e", document.article.id, member.type, member.name, first.start),
        name=member.name,
        type=member.type,
        country=member.country,
        role=member.roles[0] if member.roles else None,
        variants=tuple(variants),
        mentions=mentions,
        gender=member.gender,
        named=member.named,
    )
