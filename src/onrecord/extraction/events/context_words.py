"""Words above an event's word or beside it that say something of the event, by the lexicon."""

from typing import Literal

from onrecord import lexicons

type Context = Literal[
    "planning", "threatening", "wanting", "preventing", "aiming", "doing", "controlling", "blaming",
    "alleged", "planned", "unsettled", "retreating",
]  # fmt: skip
"""What such a word says; the lexicon describes each."""


def context_words(what: Context) -> frozenset[str]:
    """Return the words that say `what` of an event: "vow", but not "avert", where it is "planning"."""
    return lexicons.words("event_contexts.tsv", what)
