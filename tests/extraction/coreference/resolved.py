"""A document annotated by hand, with statements, after the pass of resolution."""

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from onrecord.extraction.attribution import Attribution, Nesting
from onrecord.extraction.coreference.mention import Mention, MentionKind
from onrecord.extraction.coreference.referents import Referents
from onrecord.extraction.coreference.resolution import resolve
from onrecord.extraction.coreference.resolved import Coreference
from onrecord.extraction.entities import Discourse, recognise
from onrecord.extraction.ranges import CharRange
from tests.documents import annotated


@dataclass(frozen=True, slots=True)
class Resolved:
    """A document with statements after the pass."""

    doc: Doc
    discourse: Discourse
    attributions: Sequence[Attribution]
    coreference: Coreference

    def token(self, word: str, nth: int = 0) -> Token:
        return [token for token in self.doc if token.text == word][nth]

    def of(self, word: str, nth: int = 0) -> Referents:
        """Return whom the phrase at a word stands for."""
        return self.coreference.of(self.token(word, nth))

    def names(self, word: str, nth: int = 0) -> list[str]:
        """Return the names of those whom the phrase at a word stands for."""
        return names_of(self.of(word, nth))

    def source(self, number: int = 0) -> Referents:
        """Return who speaks in a statement."""
        return self.coreference.source(self.attributions[number])


type Told = tuple[str | None, str | None, str]
"""A statement by its source, its cue and its content: the content printed once, the others near it."""


def resolved(
    columns: str, *told: Told, asked: Sequence[tuple[str, MentionKind]] = (), byline: str | None = None
) -> Resolved:
    """Resolve a document in columns, with statements and asked words, the first in the text that read so."""
    doc = annotated(columns)
    discourse = recognise(doc)
    attributions = [_attribution(doc.text, one) for one in told]
    mentions = [Mention.phrase(next(t for t in doc if t.text == word), kind) for word, kind in asked]
    found = resolve(doc, discourse, attributions, Nesting(attributions), mentions, byline)
    return Resolved(doc, discourse, attributions, found)


def _attribution(text: str, told: Told) -> Attribution:
    source, cue, content = told
    at = text.index(content)
    near = [_nearest(text, words, at) if words is not None else None for words in (source, cue)]
    return Attribution(near[0], near[1], (_nearest(text, content, at),), "speech", "assert", 1.0)


def _nearest(text: str, words: str, near: int) -> CharRange:
    places = [at for at in range(len(text)) if text.startswith(words, at)]
    at = min(places, key=lambda place: abs(place - near))
    return CharRange(at, at + len(words))


def names_of(found: Referents) -> list[str]:
    """Return the names of those whom a mention stands for."""
    return [entity.name for entity in found.entities]
