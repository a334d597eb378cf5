"""Posts of networks as relations: what is posted is a statement of who signs it."""

from collections.abc import Callable

from spacy.tokens import Doc

from onrecord.extraction.attribution.reasons import reasons_of_rule
from onrecord.extraction.attribution.relation import Attribution
from onrecord.extraction.document import PARTS, text_of
from onrecord.extraction.ranges import CharRange
from onrecord.records import Reason
from onrecord.rules import Rule
from onrecord.transcripts import find_posts

_NAME, _BELIEVED = "candidate/signed-post", 0.85


def signed_posts(doc: Doc) -> list[Attribution]:
    """Return the posts of a document, each a direct statement whose source is the name in its signature."""
    text = text_of(doc)
    parts = [CharRange(part.start_char, part.end_char) for part in doc.spans[PARTS] if part.label_ == "paragraph"]
    found = []
    for post in find_posts([text[slice(*part)] for part in parts]):
        start = parts[post.signature].start
        asks = text[slice(*parts[post.words])].rstrip(' ”"').endswith("?")
        found.append(
            Attribution(
                source=CharRange(start + post.speaker[0], start + post.speaker[1]),
                cue=None,
                content=(parts[post.words],),
                medium="writing",
                act="demand" if asks else "assert",
                confidence=_BELIEVED,
                labelled=True,
                reasons=(*reasons_of_rule(_NAME, _BELIEVED), Reason("act", _NAME)),
            )
        )
    return found


POST: Rule[Callable[[Doc], list[Attribution]]] = Rule(_NAME, signed_posts, _BELIEVED)
