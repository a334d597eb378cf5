"""A mention in a document annotated by hand, with what a sieve may look at there."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from spacy.tokens import Doc, Token
from spacy.tokens import Span as DocSpan

from onrecord.extraction.coreference.antecedents import REACH
from onrecord.extraction.coreference.context import Context, Observer
from onrecord.extraction.coreference.layout import Layout
from onrecord.extraction.coreference.mention import Mention, MentionKind
from onrecord.extraction.coreference.proposal import Proposal, Sieve
from onrecord.extraction.coreference.referents import Referents
from onrecord.extraction.entities import Discourse, DiscourseEntity, recognise
from tests.documents import annotated


@dataclass
class Scene:
    """A document, who is named in it, and what has been said and resolved up to a mention of it."""

    doc: Doc
    discourse: Discourse
    quoted: Collection[int] = ()
    author: DiscourseEntity | None = None
    writes: bool = False
    last: tuple[int, tuple[DiscourseEntity, ...]] = (-REACH, ())
    around: tuple[DiscourseEntity, ...] = ()
    between_marks: bool = False
    known: Mapping[int, Referents] = field(default_factory=dict)
    subjects: Mapping[int, DiscourseEntity] = field(default_factory=dict)
    sources: Collection[int] = ()
    spoken: tuple[Sequence[int], Mapping[int, tuple[DiscourseEntity, ...]]] = field(default=((), {}))
    observer: Observer | None = None

    @classmethod
    def of(cls, columns: str) -> "Scene":
        """Return the scene of a document in columns (`tests.documents`), in which nobody has spoken."""
        doc = annotated(columns)
        return cls(doc, recognise(doc))

    def token(self, word: str, nth: int = 0) -> Token:
        """Return the token of a word, the `nth` of those that are alike."""
        return [token for token in self.doc if token.text == word][nth]

    def span(self, words: str) -> DocSpan:
        """Return the first stretch of the text that reads `words`."""
        at = self.doc.text.index(words)
        span = self.doc.char_span(at, at + len(words))
        assert span is not None
        return span

    def entity(self, name: str) -> DiscourseEntity:
        """Return who bears a name."""
        [entity] = [entity for entity in self.discourse.entities if entity.name == name]
        return entity

    def ask(self, sieve: Sieve, word: str, nth: int = 0, kind: MentionKind = "speaker") -> Proposal | None:
        """Return what a sieve proposes for the phrase at a word."""
        return sieve(Mention.phrase(self.token(word, nth), kind), self.context())

    def names(self, sieve: Sieve, word: str, nth: int = 0, kind: MentionKind = "speaker") -> list[str] | None:
        """Return the names of those whom a sieve proposes, None where it does not speak."""
        return _names(self.ask(sieve, word, nth, kind))

    def ask_all(self, sieve: Sieve, words: str, kind: MentionKind = "source") -> Proposal | None:
        """Return what a sieve proposes for all of `words`, as they are printed for a source or a label."""
        span = self.span(words)
        return sieve(Mention(span.root, span, kind), self.context())

    def names_all(self, sieve: Sieve, words: str, kind: MentionKind = "source") -> list[str] | None:
        """Return the names of those whom a sieve proposes for all of `words`, None where it does not speak."""
        return _names(self.ask_all(sieve, words, kind))

    def context(self) -> Context:
        """Return what a sieve may look at."""
        return Context(
            doc=self.doc,
            layout=Layout(self.doc),
            discourse=self.discourse,
            quoted=self.quoted,
            author=self.author,
            writes=self.writes,
            last=self.last,
            around=self.around,
            between_marks=self.between_marks,
            known=self.known,
            subjects=self.subjects,
            sources=self.sources,
            spoken=self.spoken,
            observer=self.observer,
        )


def same_as(proposal: Proposal | None) -> list[tuple[str, str]]:
    """Return the mentions that a proposal points at: the head and all the words of each."""
    assert proposal is not None
    return [(mention.head.text, mention.span.text) for mention in proposal.same_as]


def _names(proposal: Proposal | None) -> list[str] | None:
    return [entity.name for entity in proposal.entities] if proposal is not None else None
