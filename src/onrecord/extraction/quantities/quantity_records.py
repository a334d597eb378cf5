"""From the quantities of a document to its record's quantities."""

from bisect import bisect_right
from collections.abc import Callable, Sequence

from spacy.tokens import Doc

from onrecord.extraction.attribution import Attribution, Nesting
from onrecord.extraction.document import Document, text_of
from onrecord.extraction.entities import Discourse
from onrecord.extraction.identifiers import identifier
from onrecord.extraction.quantities.circumstances import places, times_of
from onrecord.extraction.quantities.counted_nouns import counted_nouns
from onrecord.extraction.quantities.printed_quantities import PrintedQuantity, printed_quantities, words_at
from onrecord.extraction.quantities.vetoes import claimed
from onrecord.extraction.ranges import CharRange, overlap
from onrecord.extraction.statements import statement_id
from onrecord.extraction.temporal import ResolvedTime
from onrecord.records import Quantity, Span, Statement
from onrecord.rules import Rule, active, fired

# How many of those who speak are told by a word rather than claimed: "two officials said".
_FEW = 12
_BEFORE_SOURCE = {"", "the", "these", "those", "all", "both", "other", "another", "some", "at least"}


def _no_time(thing: CharRange | None, times: Sequence[ResolvedTime]) -> CharRange | None:
    """Return what is counted, None where that is a time: "made 3m in Q3 2024" counts no quarters."""
    if thing is None:
        return None
    at = bisect_right(times, thing.start, key=lambda time: time.where.start)
    beside = times[max(at - 1, 0) : at + 1]
    return None if any(overlap(time.where, thing) for time in beside) else thing


def record_quantities(
    document: Document,
    doc: Doc,
    discourse: Discourse,
    attributions: Sequence[Attribution],
    nesting: Nesting,
    statements: Sequence[Statement],
    times: Sequence[ResolvedTime],
) -> tuple[Quantity, ...]:
    """Return the quantities that an article claims, in the order of its text.

    A quantity in the content of a statement is its speaker's, of several statements the innermost's; all others are the
    narrator's.

    Args:
        document: the article's text with the way back to the page.
        doc: that text after the language pass.
        discourse: who is named in it.
        attributions: its attribution relations.
        nesting: which of them stand in the words of which.
        statements: what they became in the record.
        times: the times it tells of.
    """
    quantities = claimed(doc, discourse, printed_quantities(text_of(doc)), [time.where for time in times])
    what = [_no_time(thing, times) for thing in counted_nouns(doc, discourse, quantities)]
    where = places(doc, quantities, what)
    when = times_of(doc, quantities, times)
    by_id = {statement.id: statement for statement in statements}
    records = []
    for quantity, thing, place, time in zip(quantities, what, where, when, strict=True):
        span = document.to_span(quantity.where)
        if span is None:
            continue
        veto = next((rule for rule in active(SPEAKERS) if rule.apply(quantity, span, statements)), None)
        if veto is not None:
            fired(veto, *quantity.where)
            continue
        telling = nesting.innermost(quantity.where)
        statement = by_id.get(statement_id(document, attributions[telling])) if telling is not None else None
        sentence = words_at(doc, quantity.where).sent
        records.append(
            Quantity(
                id=identifier("q", document.article.page.sha256, span.start, span.end),
                span=span,
                value=quantity.value,
                low=quantity.low,
                high=quantity.high,
                unit=quantity.unit,
                counted=document.to_span(thing),
                hedge=document.to_span(quantity.hedge),
                place=document.to_span(place),
                as_of=time.period.iso if time is not None else None,
                as_of_basis=time.basis if time is not None else None,
                asserted_by=next(iter(statement.speakers), None) if statement is not None else None,
                narrated=statement is None,
                statement=statement.id if statement is not None else None,
                sentence=document.to_span(CharRange(sentence.start_char, sentence.end_char)) or span,
            )
        )
    return tuple(records)


def _are_few_speakers(quantity: PrintedQuantity, where: Span, statements: Sequence[Statement]) -> bool:
    """Say whether `where` opens the words that name who speaks, and so is how many they are."""
    return quantity.least < _FEW and any(
        source.start <= where.start
        and where.end <= source.end
        and source.text[: where.start - source.start].casefold().strip() in _BEFORE_SOURCE
        for statement in statements
        if (source := statement.source) is not None
    )


SPEAKERS: tuple[Rule[Callable[[PrintedQuantity, Span, Sequence[Statement]], bool]], ...] = (
    Rule("veto/quantity-few-speakers", _are_few_speakers),
)
"""What is asked of a quantity when it is known who speaks; behind `vetoes`."""
