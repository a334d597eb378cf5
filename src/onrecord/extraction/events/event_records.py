"""Events as records, led back to the page."""

from collections import Counter
from collections.abc import Mapping, Sequence

from onrecord.extraction.attribution import Attribution
from onrecord.extraction.document import Document
from onrecord.extraction.entities import DiscourseEntity
from onrecord.extraction.events.coded_event import CodedEvent
from onrecord.extraction.identifiers import identifier
from onrecord.extraction.participants import StatementParticipants
from onrecord.extraction.statements import statement_id
from onrecord.records import Entity, Event, Participant


def record_events(
    document: Document,
    found: Sequence[CodedEvent],
    attributions: Sequence[Attribution],
    participants: Sequence[StatementParticipants],
    records: Mapping[DiscourseEntity, Entity],
) -> tuple[Event, ...]:
    """Return the events `found` as records, led back to the page."""
    events = []
    alike: Counter[tuple[object, ...]] = Counter()
    for one in found:
        spans = document.to_page(one.where)
        if not spans:
            continue
        what = (one.type, *(edge for span in spans for edge in (span.start, span.end)))
        # Two statements with one cue are two events of the same words: the second has its number in its id.
        again = (alike[what],) if alike[what] else ()
        alike[what] += 1
        by = participants[one.teller].speakers if one.teller is not None else ()
        events.append(
            Event(
                id=identifier("v", document.article.page.sha256, *what, *again),
                type=one.type,
                spans=spans,
                actors=tuple(Participant(records[entity], sector) for entity, sector in one.actors),
                recipients=tuple(Participant(records[entity], sector) for entity, sector in one.recipients),
                place=document.to_span(one.place),
                date=one.date,
                date_basis=one.date_basis,
                modality=one.modality,
                asserted_by=records[by[0]] if by else None,
                narrated=one.teller is None,
                statement=statement_id(document, attributions[one.telling]) if one.telling is not None else None,
                confidence=round(one.confidence, 3),
            )
        )
    return tuple(events)
