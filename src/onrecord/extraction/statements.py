"""From attributions and speakers to the statements of an article's record."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from spacy.tokens import Doc

from onrecord.extraction.attribution import Attribution, Nesting
from onrecord.extraction.document import Document, text_of
from onrecord.extraction.entities import DiscourseEntity
from onrecord.extraction.identifiers import identifier
from onrecord.extraction.likelihood import Likelihood
from onrecord.extraction.participants import StatementParticipants, venue
from onrecord.extraction.quotations import Quotation
from onrecord.extraction.ranges import CharRange, overlap
from onrecord.extraction.temporal import UtteranceTime
from onrecord.records import Entity, Reason, Span, Statement
from onrecord.vocabulary import REASONED_FIELDS, Act, Kind

_AGAINST: set[Act] = {"deny", "reject"}


def record_statements(
    document: Document,
    doc: Doc,
    quotes: Sequence[Quotation],
    records: Mapping[DiscourseEntity, Entity],
    attributions: Sequence[Attribution],
    participants: Sequence[StatementParticipants],
    nesting: Nesting,
    days: Sequence[UtteranceTime],
    likelihoods: Sequence[Likelihood],
) -> tuple[Statement, ...]:
    """Return the statements of a document, in the order of their content.

    Args:
        document: the article's text with the way back to the page.
        doc: that text after the language pass.
        quotes: its quotations.
        records: the record of everybody who is named or speaks in it.
        attributions: its attribution relations.
        participants: for each attribution, who speaks, for whom, to whom and against whom.
        nesting: which attributions stand in the words of which.
        days: for each attribution, when it was said.
        likelihoods: for each attribution, how likely it is right.
    """
    quoted = _Quoted(quotes)
    statements = []
    found_so = zip(attributions, participants, days, likelihoods, strict=True)
    for number, (attribution, found, day, likely) in enumerate(found_so):
        content, cue, source = _printed(document, attribution)
        if not content:
            continue
        outer = nesting.outer(number)
        statements.append(
            Statement(
                id=_identified(document, content, cue, source),
                kind=_kind(doc, attribution, quoted),
                medium=attribution.medium,
                act=attribution.act,
                content=content,
                cue=cue,
                source=source,
                speakers=tuple(records[entity] for entity in found.speakers),
                confidence=round(likely.both, 3),
                on_behalf_of=records[found.on_behalf_of] if found.on_behalf_of else None,
                addressees=tuple(records[entity] for entity in found.addressees),
                targets=tuple(records[entity] for entity in found.targets),
                venue=document.to_span(venue(doc, attribution)),
                said_on=day.period.iso if day.period else None,
                said_on_basis=day.basis,
                nested_in=statement_id(document, attributions[outer]) if outer is not None else None,
                modality=attribution.modality,
                polarity="negative" if attribution.act in _AGAINST else "positive",
                reasons=_reasons(attribution, found, day, likely),
            )
        )
    return tuple(sorted(statements, key=lambda one: (one.content[0].start, -one.content[-1].end)))


def _reasons(
    attribution: Attribution, found: StatementParticipants, day: UtteranceTime, likely: Likelihood
) -> tuple[Reason, ...]:
    """Return why each field is as it is, in the order of `ReasonedField`."""
    told = [*attribution.reasons, *found.reasons, *likely.reasons]
    if day.rule is not None:
        told.append(Reason("date", day.rule))
    return tuple(sorted(told, key=lambda reason: REASONED_FIELDS.index(reason.field)))


def statement_id(document: Document, attribution: Attribution) -> str:
    """Return the identifier of the statement that an attribution becomes."""
    return _identified(document, *_printed(document, attribution))


def _printed(document: Document, attribution: Attribution) -> tuple[tuple[Span, ...], Span | None, Span | None]:
    """Return where the page prints content, cue and source."""
    content = document.to_page(attribution.content)
    return content, document.to_span(attribution.cue), document.to_span(attribution.source)


def _identified(document: Document, content: tuple[Span, ...], cue: Span | None, source: Span | None) -> str:
    places = (*_places(*content), "|", *_places(cue), "|", *_places(source))
    return identifier("s", document.article.page.sha256, *places)


class _Quoted:
    """The quotations of a document, for asking which lie near."""

    def __init__(self, quotations: Sequence[Quotation]) -> None:
        self._quotations = quotations
        self._starts = [quote.start for quote in quotations]
        self._longest = max((quote.end - quote.start for quote in quotations), default=0)

    def overlapping(self, where: CharRange) -> Sequence[Quotation]:
        """Return the quotations that share characters with the range `where`."""
        low = bisect_left(self._starts, where.start - self._longest)
        high = bisect_left(self._starts, where.end)
        return [quote for quote in self._quotations[low:high] if quote.end > where.start]


def _kind(doc: Doc, attribution: Attribution, quoted: _Quoted) -> Kind:
    """Return how the words are given: all between quote marks, some of them, or none.

    Marks that also enclose the cue or the source are those of somebody quoting this statement, and do not count.
    The words after a speaker's label ("MAREK: ...") are direct without any.
    """
    text = text_of(doc)
    inside = outside = False
    for start, end in attribution.content:
        at = start
        for quote in quoted.overlapping(CharRange(start, end)):
            around = any(r and overlap(quote.where, r) for r in (attribution.cue, attribution.source))
            # One that was never closed ends where its cue begins.
            if not around or (not quote.closed and quote.start <= start <= quote.start + quote.width):
                outside = outside or _has_words(text[at : max(quote.start, at)])
                inside = inside or _has_words(text[max(quote.start, at) : min(quote.end, end)])
                at = max(at, quote.end)
        outside = outside or _has_words(text[at:end])
    labelled = attribution.is_labelled(doc) and not inside
    if not outside or labelled:
        return "direct"
    return "mixed" if inside else "indirect"


def _has_words(text: str) -> bool:
    return any(c.isalnum() for c in text)


def _places(*spans: Span | None) -> list[int]:
    return [edge for span in spans if span for edge in (span.start, span.end)]
