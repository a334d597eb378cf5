"""What a sieve may look at: who is named, and what is known at the place of the mention that it is asked about."""

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import NamedTuple

from spacy.tokens import Doc, Token

from onrecord.extraction.coreference.layout import Layout
from onrecord.extraction.coreference.referents import Referents
from onrecord.extraction.entities import Discourse, DiscourseEntity

type Observer = Callable[
    [Token, str, Sequence[tuple[tuple[DiscourseEntity, ...], Sequence[Mapping[str, float]]]]], None
]
"""Is told of each choice: the word, its form, and all who may be meant, with their features at each of their places;
nobody, (), is one of them."""


class Context(NamedTuple):
    """The state of the discourse at one mention, to be looked at and not to be changed.

    Attributes:
        doc: the document.
        layout: its paragraphs and sentences.
        discourse: who is named in it, and who has been described so far.
        quoted: the tokens that stand in the contents of statements; those whom they mention are talked about.
        author: who writes, as far as the article names them.
        writes: the author writes as "I", so that no pronoun of theirs is about them.
        last: where somebody spoke last before the mention, and who.
        around: the speakers of the innermost statement in whose words the mention stands, nobody in the narration.
        between_marks: those words stand between quote marks.
        known: whom the pronouns and noun phrases resolved so far stand for, by their heads.
        subjects: whom the pronouns and offices stand for that are subjects of the narration, by token.
        sources: the tokens that stand in the sources of statements.
        spoken: where somebody has spoken so far, in order, and who did at each place.
        observer: is told of each choice among several who may be meant; None but in training.
    """

    doc: Doc
    layout: Layout
    discourse: Discourse
    quoted: Collection[int]
    author: DiscourseEntity | None
    writes: bool
    last: tuple[int, tuple[DiscourseEntity, ...]]
    around: tuple[DiscourseEntity, ...]
    between_marks: bool
    known: Mapping[int, Referents]
    subjects: Mapping[int, DiscourseEntity]
    sources: Collection[int] = ()
    spoken: tuple[Sequence[int], Mapping[int, tuple[DiscourseEntity, ...]]] = ((), {})
    observer: Observer | None = None

    @property
    def barred(self) -> tuple[DiscourseEntity, ...]:
        """Whom a pronoun does not stand for: between quote marks who speaks there, anywhere who writes as "I"."""
        writing = (self.author,) if self.writes and self.author is not None else ()
        return (*(self.around if self.between_marks else ()), *writing)

    def owner(self, pronoun: Token) -> DiscourseEntity | None:
        """Return whose something is by the possessive `pronoun` beside it, None where that is not known."""
        known = self.known.get(pronoun.i)
        return known.entities[0] if known is not None and len(known.entities) == 1 else None
