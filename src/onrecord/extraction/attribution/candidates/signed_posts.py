"""Posts of networks as relations: what is posted is a statement of who signs it."""

from collections.abc import Callable

from spacy.tokens import Doc

from onrecord.extraction.attribution.candidates.labelled_statements import BELIEVED, labelled_statement
from onrecord.extraction.attribution.relation import Attribution
from onrecord.extraction.document import paragraphs_of, text_of
from onrecord.extraction.ranges import CharRange
from onrecord.rules import Rule
from onrecord.transcripts import find_posts

_NAME = "candidate/signed-post"


def signed_posts(doc: Doc) -> list[Attribution]:
    """Return the posts of a document, each a direct statement whose source is the name in its signature."""
    text, parts = text_of(doc), paragraphs_of(doc)
    found = []
    for post in find_posts([text[slice(*part)] for part in parts]):
        start, words = parts[post.signature].start, parts[post.words]
        source = CharRange(start + post.speaker[0], start + post.speaker[1])
        found.append(labelled_statement(_NAME, source, None, words, text[slice(*words)], "writing"))
    return found


POST: Rule[Callable[[Doc], list[Attribution]]] = Rule(_NAME, signed_posts, BELIEVED)
