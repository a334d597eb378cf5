"""Participants of an article's statements: who speaks, for whom, to whom, against whom, and where."""

from onrecord.extraction.participants.speakers import resolve_participants
from onrecord.extraction.participants.statement_participants import StatementParticipants
from onrecord.extraction.participants.targets import acting_word
from onrecord.extraction.participants.venues import venue

__all__ = ["StatementParticipants", "acting_word", "resolve_participants", "venue"]
