"""Who writes an article, as far as its own text names them: "I" of an opinion piece."""

from spacy.tokens import Doc

from onrecord.extraction.document import PARTS
from onrecord.folding import fold
from onrecord.reading.cast import Cast, Member
from onrecord.reading.names import is_title

# An article with a closing note has one paragraph more at least.
_NOTED = 2


def author_of(doc: Doc, cast: Cast, byline: str | None) -> Member | None:
    """Return the person who writes, None where the text does not name them.

    It is who is named in the byline, or who opens the note that closes the article and is named nowhere before it
    ("Ada Orlen is a playwright in Velo.", "Sen. Ivo Marek was ...").
    """
    persons = [member for member in cast.members if member.type == "person" and member.named and " " in member.name]
    if byline is not None:
        printed = f" {fold(byline)} "
        return next((member for member in persons if f" {fold(member.name)} " in printed), None)
    paragraphs = [part for part in doc.spans[PARTS] if part.label_ == "paragraph"]
    if len(paragraphs) < _NOTED:
        return None
    start, end = paragraphs[-1].start, paragraphs[-1].end
    while start < end and (is_title(doc[start].text) or doc[start].is_punct):
        start += 1
    return next((member for member in persons if member.mentions[0].start == start), None)
