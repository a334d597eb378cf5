"""From the figures of a document to its record's quantities."""

from collections.abc import Sequence
from typing import Literal

from spacy.tokens import Doc

from onrecord.extraction.document import Document
from onrecord.reading.cast import Cast
from onrecord.reading.dates import Time
from onrecord.reading.identifiers import identifier
from onrecord.reading.quantities.circumstances import places, times_of
from onrecord.reading.quantities.counting import counted
from onrecord.reading.quantities.figures import printed_figures, words_at
from onrecord.reading.quantities.screening import screened
from onrecord.records import Entity, Quantity, Span, Statement

# How many of those who speak are told by a word rather than claimed: "two officials said".
_FEW = 12
_BEFORE_SOURCE = {"", "the", "these", "those", "all", "both", "other", "another", "some", "at least"}


def quantify(
    document: Document, doc: Doc, cast: Cast, statements: Sequence[Statement], times: Sequence[Time]
) -> tuple[Quantity, ...]:
    """Return the figures that an article claims, in the order of its text.

    A figure in the content of a statement is its speaker's, of several statements the innermost's; all others are the
    narrator's. How few speak ("two officials said") is no claim.

    Args:
        document: the article's text with the way back to the page.
        doc: that text after the language pass.
        cast: who is named in it.
        statements: its statements, with page spans.
        times: the times it tells of.
    """
    figures = screened(doc, cast, printed_figures(doc.text), [time.where for time in times])
    what = counted(doc, cast, figures)
    where = places(doc, figures, what)
    when = times_of(doc, figures, times)
    claims = _Claims(statements)
    quantities = []
    for figure, thing, place, time in zip(figures, what, where, when, strict=True):
        span = document.to_span(figure.where)
        if span is None or (figure.least < _FEW and claims.names_speakers(span)):
            continue
        statement = claims.innermost(span)
        sentence = words_at(doc, figure.where).sent
        quantities.append(
            Quantity(
                id=identifier("q", document.article.page.sha256, span.start, span.end),
                span=span,
                value=figure.value,
                low=figure.low,
                high=figure.high,
                unit=figure.unit,
                counted=document.to_span(thing),
                hedge=document.to_span(figure.hedge),
                place=document.to_span(place),
                as_of=time,
                asserted_by=_asserting(statement),
                statement=statement.id if statement is not None else None,
                sentence=document.to_span((sentence.start_char, sentence.end_char)) or span,
            )
        )
    return tuple(quantities)


def _asserting(statement: Statement | None) -> Entity | Literal["narrator"] | None:
    if statement is None:
        return "narrator"
    return statement.speakers[0] if statement.speakers else None


class _Claims:
    """The statements of an article, for asking which of them a figure stands in."""

    def __init__(self, statements: Sequence[Statement]) -> None:
        contents = [(span, statement) for statement in statements for span in statement.content]
        self._contents = sorted(contents, key=lambda pair: pair[0].start)
        self._sources = [statement.source for statement in statements if statement.source is not None]

    def innermost(self, where: Span) -> Statement | None:
        """Return the statement with the shortest stretch of content around `where`, if it can be with a speaker."""
        around = [
            (not statement.speakers, span.end - span.start, number)
            for number, (span, statement) in enumerate(self._contents)
            if span.start < where.end and where.start < span.end
        ]
        return self._contents[min(around)[-1]][1] if around else None

    def names_speakers(self, where: Span) -> bool:
        """Say whether `where` opens the words that name who speaks, and so is how many they are."""
        return any(
            source.start <= where.start
            and where.end <= source.end
            and source.text[: where.start - source.start].casefold().strip() in _BEFORE_SOURCE
            for source in self._sources
        )
