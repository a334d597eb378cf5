"""Who writes an article, "I" of an opinion piece, as far as its own text names them; and whom its byline names."""

import re

from spacy.tokens import Doc

from onrecord.extraction.document import PARTS
from onrecord.extraction.entities import TYPE_OF_NOUN, Discourse, DiscourseEntity, is_person_noun, is_title
from onrecord.folding import fold
from onrecord.records import Label

# An article with a closing note has one paragraph more at least.
_NOTED = 2
# "Mara Voss", not "Mara Voss and Ivo Marek", "Harbour Desk", "Staff Reporter".
_ONE_NAME = re.compile(r"[A-ZÀ-ÖØ-Þ][\w.'’-]+(?: [\w.'’-]+){0,2} [A-ZÀ-ÖØ-Þ][\w.'’-]+")


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


def named_in_byline(byline: Label | None) -> DiscourseEntity | None:
    """Return the one person whom a printed byline names, who has no mention in the text; None where it names no one."""
    if byline is None or byline.span is None or byline.text not in byline.span.text:
        return None
    words = fold(byline.text).split()
    if "and" in words or any(word in TYPE_OF_NOUN or is_person_noun(word) for word in words):
        return None
    return DiscourseEntity("person", byline.text) if _ONE_NAME.fullmatch(byline.text) else None
