"""Who writes an article, as far as its own text names them: "I" of an opinion piece."""

from spacy.tokens import Doc

from onrecord.extraction.document import PARTS
from onrecord.extraction.entities import Discourse, DiscourseEntity, is_title
from onrecord.folding import fold

# An article with a closing note has one paragraph more at least.
_NOTED = 2


def author_of(doc: Doc, discourse: Discourse, byline: str | None) -> DiscourseEntity | None:
    """Return the person who writes, None where the text does not name them.

    It is who is named in the byline, or who opens the note that closes the article and is named nowhere before it
    ("Ada Orlen is a playwright in Velo.", "Sen. Ivo Marek was ...").
    """
    persons = [
        entity for entity in discourse.entities if entity.type == "person" and entity.named and " " in entity.name
    ]
    if byline is not None:
        printed = f" {fold(byline)} "
        return next((entity for entity in persons if f" {fold(entity.name)} " in printed), None)
    paragraphs = [part for part in doc.spans[PARTS] if part.label_ == "paragraph"]
    if len(paragraphs) < _NOTED:
        return None
    start, end = paragraphs[-1].start, paragraphs[-1].end
    while start < end and (is_title(doc[start].text) or doc[start].is_punct):
        start += 1
    return next((entity for entity in persons if entity.mentions[0].start == start), None)
