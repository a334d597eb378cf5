"""From the discourse to the entities of an article's record."""

from collections.abc import Iterable

from onrecord.extraction.document import Document
from onrecord.extraction.entities import Discourse, DiscourseEntity
from onrecord.extraction.identifiers import identifier
from onrecord.extraction.ranges import CharRange
from onrecord.records import Entity


def record_entities(
    document: Document, discourse: Discourse, taking_part: Iterable[DiscourseEntity]
) -> dict[DiscourseEntity, Entity]:
    """Return the records of an article's entities, in the order of their first mentions.

    Args:
        document: the article's text with the way back to the page.
        discourse: who is in it; those with a name are recorded, whatever is told of them.
        taking_part: those who speak, act or are acted upon, who are recorded without one, too.
    """
    named = (entity for entity in discourse.entities if entity.named)
    records = {entity: _entity(document, entity) for entity in dict.fromkeys((*named, *taking_part))}
    return dict(sorted(records.items(), key=lambda pair: pair[1].mentions[0].start))


def _entity(document: Document, entity: DiscourseEntity) -> Entity:
    """Return the record of a discourse entity, its mentions led back to the page; without any, to the byline."""
    mentions = document.to_page(CharRange(mention.start_char, mention.end_char) for mention in entity.mentions)
    mentions = mentions or document.byline_name(entity.name)
    variants = dict.fromkeys(span.text for span in mentions)
    variants.pop(entity.name, None)
    first = mentions[0]
    return Entity(
        id=identifier("e", document.article.id, entity.type, entity.name, first.start),
        name=entity.name,
        type=entity.type,
        country=entity.country,
        role=entity.roles[0] if entity.roles else None,
        variants=tuple(variants),
        mentions=mentions,
        gender=entity.gender,
        named=entity.named,
    )
