"""What a person or a program sees of an answer: tables, text, colours, JSON. Drawings are in `cli.plots`."""

from onrecord.cli.render.articles import print_articles, print_debris
from onrecord.cli.render.colours import coloured_article, in_context
from onrecord.cli.render.counts import print_counts
from onrecord.cli.render.disputes import print_disputes
from onrecord.cli.render.entities import print_entities, print_entity, suggest_names
from onrecord.cli.render.events import print_events
from onrecord.cli.render.explanations import print_explanation
from onrecord.cli.render.judgements import print_judgement, print_judgements, print_undone
from onrecord.cli.render.links import other_ends, print_copies, print_links
from onrecord.cli.render.quantities import print_quantities
from onrecord.cli.render.statements import print_hidden, print_statement, print_statements
from onrecord.cli.render.terminal import TerminalBytes, err, out, print_error, print_json, progress
from onrecord.cli.render.text import Text
from onrecord.cli.render.threads import print_thread
from onrecord.cli.render.timelines import print_timeline
from onrecord.cli.render.versions import print_versions

__all__ = [
    "TerminalBytes",
    "Text",
    "coloured_article",
    "err",
    "in_context",
    "other_ends",
    "out",
    "print_articles",
    "print_copies",
    "print_counts",
    "print_debris",
    "print_disputes",
    "print_entities",
    "print_entity",
    "print_error",
    "print_events",
    "print_explanation",
    "print_hidden",
    "print_json",
    "print_judgement",
    "print_judgements",
    "print_links",
    "print_quantities",
    "print_statement",
    "print_statements",
    "print_thread",
    "print_timeline",
    "print_undone",
    "print_versions",
    "progress",
    "suggest_names",
]
