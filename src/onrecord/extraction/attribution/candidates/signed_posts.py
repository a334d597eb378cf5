"""Posts of networks as relations: what is posted is a statement of who signs it."""

from collections.abc import Callable

from spacy.tokens import Doc

from onrecord.extraction.attribution.candidates.labelled_statements import BELIEVED, labelled_statement
from onrecord.extraction.attribution.relation import Attribution
from onrecord.extraction.document import paragraphs_of, quotations_of, text_of
from onrecord.extraction.ranges import CharRange
from onrecord.rules import Rule
from onrecord.transcripts import find_posts

_NAME = "candidate/signed-post"


def signed_posts(doc: Doc) -> list[Attribution]:
    """Return the posts of a document: each paragraph of one is a direct statement of the name in its signature."""
    text, parts = text_of(doc), paragraphs_of(doc)
    found = []
    for post in find_posts([text[slice(*part)] for part in parts], quotations_of(doc)):
        start = parts[post.signature].start
        source = CharRange(start + post.speaker[0], start + post.speaker[1])
        for words in parts[post.first : post.last + 1]:
            found.append(labelled_statement(_NAME, source, None, words, text[slice(*words)], "writing"))
    return found


POST: Rule[Callable[[Doc], list[Attribution]]] = Rule(_NAME, signed_posts, BELIEVED)
