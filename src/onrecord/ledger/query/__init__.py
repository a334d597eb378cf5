"""What a ledger answers: selections of its rows, in SQL, and the rows as they leave it.

row_selection (which rows, and what every row tells), spans, full_text (words that are looked for), lookup (from ids and
names to rows), candidates (what an index gives in the order that is asked for), search (the first rows of them),
cursors (where these are gone on), statement_entities (who takes part, as judged), statements, quantities, events,
links, arguments (who replied to whom), printings (what is said again, and utterances), altered (what is printed in
other words), outlets, copies, threads, affairs (which articles are on one), disputes, changes (between versions),
timelines, articles, entities, entity_lines, tallies (what there is among some statements), facets, profiles, stats,
shown (which statements, unless more is asked for), answers (what is found), queries (the questions).
"""

from onrecord.ledger.query.answers import (
    Answer,
    Appearances,
    Arguments,
    Articles,
    Copies,
    Disputes,
    Entities,
    EntityList,
    Events,
    Links,
    Outlets,
    Quantities,
    Statements,
    Stats,
    Timeline,
    Utterances,
    to_frame,
)
from onrecord.ledger.query.articles import article_rows
from onrecord.ledger.query.choices import check_limit
from onrecord.ledger.query.entities import current_appearances, entity_rows, entity_selection
from onrecord.ledger.query.events import event_rows, event_selection
from onrecord.ledger.query.links import link_rows, link_selection
from onrecord.ledger.query.lookup import find_entities, find_entity, find_link, full_id, is_id
from onrecord.ledger.query.printings import utterance_rows, utterance_selection
from onrecord.ledger.query.quantities import quantity_rows, quantity_selection
from onrecord.ledger.query.queries import Queries
from onrecord.ledger.query.row_selection import FetchedRow, article_ref, chunks, in_page_order, selection
from onrecord.ledger.query.shown import SHOWN_CONFIDENCE, SHOWN_MEDIA, of_media_and_confidence
from onrecord.ledger.query.statements import StatementQuery, statement_rows

__all__ = [
    "SHOWN_CONFIDENCE",
    "SHOWN_MEDIA",
    "Answer",
    "Appearances",
    "Arguments",
    "Articles",
    "Copies",
    "Disputes",
    "Entities",
    "EntityList",
    "Events",
    "FetchedRow",
    "Links",
    "Outlets",
    "Quantities",
    "Queries",
    "StatementQuery",
    "Statements",
    "Stats",
    "Timeline",
    "Utterances",
    "article_ref",
    "article_rows",
    "check_limit",
    "chunks",
    "current_appearances",
    "entity_rows",
    "entity_selection",
    "event_rows",
    "event_selection",
    "find_entities",
    "find_entity",
    "find_link",
    "full_id",
    "in_page_order",
    "is_id",
    "link_rows",
    "link_selection",
    "of_media_and_confidence",
    "quantity_rows",
    "quantity_selection",
    "selection",
    "statement_rows",
    "to_frame",
    "utterance_rows",
    "utterance_selection",
]
