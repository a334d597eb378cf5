"""From the attributions of a document to its article's record: everything that is made without the encoder."""

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc

from onrecord.extraction.attribution import Attribution, Nesting
from onrecord.extraction.budget import budget_of
from onrecord.extraction.coreference import resolve
from onrecord.extraction.document import Document
from onrecord.extraction.entities import recognise, record_entities
from onrecord.extraction.events import (
    Arguments,
    EventClassifier,
    Statements,
    argument_mentions,
    code_events,
    find_triggers,
    record_events,
)
from onrecord.extraction.likelihood import likelihoods
from onrecord.extraction.participants import participant_mentions, resolve_participants
from onrecord.extraction.quantities import record_quantities
from onrecord.extraction.quotations import Quotation
from onrecord.extraction.statements import record_statements
from onrecord.extraction.temporal import find_expressions, quoted_days, record_times, resolve_times, utterance_times
from onrecord.records import Article


def record(
    document: Document,
    doc: Doc,
    quotes: Sequence[Quotation],
    attributions: Sequence[Attribution],
    classifier: EventClassifier,
) -> Article:
    """Return the article of a document with all that it says, once it is known who is said to have said what.

    Args:
        document: the article's text with the way back to the page.
        doc: that text after the language pass.
        quotes: its quotations.
        attributions: its attribution relations.
        classifier: what types events.
    """
    check = budget_of(doc).check
    byline, published = document.article.byline, document.article.published.day
    nesting = Nesting(attributions)
    discourse = recognise(doc)
    check()
    triggers = tuple(find_triggers(doc))
    mentions = [*participant_mentions(doc, attributions), *argument_mentions(triggers)]
    check()
    coreference = resolve(doc, discourse, attributions, nesting, mentions, byline.text if byline else None)
    check()
    participants = resolve_participants(doc, discourse, attributions, coreference)
    check()
    printed = find_expressions(doc)
    told = resolve_times(printed, published)
    check()
    days = utterance_times(doc, attributions, participants, nesting, told, published)
    # In what is quoted "yesterday" is the day before it was spoken.
    if any(day.period and day.period.first != published for day in days):
        told = resolve_times(printed, published, quoted_days(doc, attributions, days))
    check()
    likely = likelihoods(doc, quotes, attributions, participants, nesting)
    spoken = Statements(attributions, participants, nesting, days, likely)
    check()
    events = code_events(doc, triggers, spoken, told, Arguments(discourse, coreference), classifier)
    check()
    taking_part = [entity for one in participants for entity in one.entities]
    taking_part += [entity for one in events for entity in one.entities]
    records = record_entities(document, discourse, taking_part)
    check()
    statements = record_statements(document, doc, quotes, records, attributions, participants, nesting, days, likely)
    return replace(
        document.article,
        statements=statements,
        entities=tuple(records.values()),
        events=record_events(document, events, attributions, participants, records),
        times=record_times(document, told),
        quantities=record_quantities(document, doc, discourse, attributions, nesting, statements, told),
    )
