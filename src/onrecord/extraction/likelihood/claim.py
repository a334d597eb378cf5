"""A statement as it is looked at when it is judged: its words in the document, and who is held to speak."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from spacy.tokens import Doc, Token
from spacy.tokens import Span as DocSpan

from onrecord.extraction.attribution import Attribution, Nesting, head_of_cue
from onrecord.extraction.document import PARTS
from onrecord.extraction.participants import StatementParticipants
from onrecord.extraction.quotations import Quotation
from onrecord.extraction.ranges import Neighbours, overlap


@dataclass(frozen=True)
class Claim:
    """A statement that was found.

    Attributes:
        doc: the document.
        relation: its words, by characters, and what gave them.
        participants: who is held to speak.
        quotes: the quotations of the document that share characters with its content.
        nested: it is made in the words of another statement.
        shared: another statement, neither around it nor in it, has words of its content.
        titled: it stands in a title or heading.
        apart: how many paragraphs lie from its source or cue to its content.
    """

    doc: Doc
    relation: Attribution
    participants: StatementParticipants
    quotes: Sequence[Quotation] = ()
    nested: bool = False
    shared: bool = False
    titled: bool = False
    apart: int = 0

    @cached_property
    def content(self) -> list[DocSpan]:
        """The parts of the content, by tokens."""
        parts = (self.doc.char_span(*part, alignment_mode="expand") for part in self.relation.content)
        return [part for part in parts if part is not None]

    @cached_property
    def words(self) -> list[Token]:
        """The words of the content, without marks."""
        return [token for part in self.content for token in part if not (token.is_punct or token.is_space)]

    @cached_property
    def cue(self) -> DocSpan | None:
        """The words of the cue, None where none are printed and where it is the colon behind a label."""
        return None if self.relation.is_labelled(self.doc) else self.relation.cue_in(self.doc)

    @cached_property
    def head(self) -> Token | None:
        """The word of the cue that tells what kind it is."""
        return head_of_cue(self.cue) if self.cue is not None else None

    @cached_property
    def source(self) -> DocSpan | None:
        """The words of the source, None where none are printed."""
        printed = self.relation.source
        return self.doc.char_span(*printed, alignment_mode="expand") if printed is not None else None

    @cached_property
    def quoted(self) -> float:
        """The share of the content's words that stand between quote marks."""
        if not self.quotes:
            return 0.0
        inside = sum(any(quote.start <= token.idx < quote.end for quote in self.quotes) for token in self.words)
        return inside / max(1, len(self.words))


def claims(
    doc: Doc,
    quotes: Sequence[Quotation],
    attributions: Sequence[Attribution],
    participants: Sequence[StatementParticipants],
    nesting: Nesting,
) -> Iterator[Claim]:
    """Yield each statement of a document as it is judged, in the order of `attributions`."""
    near = Neighbours((quote, [quote.where]) for quote in quotes)
    contents = Neighbours((number, one.content) for number, one in enumerate(attributions))
    starts = [part.start_char for part in doc.spans[PARTS]]
    titles = [(part.start_char, part.end_char) for part in doc.spans[PARTS] if part.label_ != "paragraph"]
    for number, (one, own) in enumerate(zip(attributions, participants, strict=True)):
        others = {
            other
            for other in contents.near(one.content)
            if other != number and nesting.outer(number) != other and nesting.outer(other) != number
        }
        yield Claim(
            doc,
            one,
            own,
            tuple(quote for quote in near.near(one.content) if any(overlap(quote.where, part) for part in one.content)),
            nested=nesting.outer(number) is not None,
            shared=any(_overlap(one, attributions[other]) for other in others),
            titled=any(start <= one.content[0].start < end for start, end in titles),
            apart=_apart(one, starts),
        )


def _overlap(one: Attribution, other: Attribution) -> bool:
    return any(overlap(part, also) for part in one.content for also in other.content)


def _apart(one: Attribution, starts: Sequence[int]) -> int:
    """Return how many of the paragraphs that begin at `starts` do so between a content and what tells whose it is."""
    told = one.cue or one.source
    if told is None:
        return 0
    return abs(bisect_right(starts, one.content[0].start) - bisect_right(starts, told.start))
