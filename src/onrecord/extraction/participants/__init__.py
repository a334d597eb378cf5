"""Participants of an article's statements: who speaks, for whom, to whom, against whom, and where.

speakers (all of a statement's, in order), source_heads (which words of a source tell who it is), represented,
addressees, targets, venues, author ("I" of an opinion piece), statement_participants (the result).
"""

from onrecord.extraction.participants.speakers import resolve_participants
from onrecord.extraction.participants.statement_participants import StatementParticipants
from onrecord.extraction.participants.targets import acting_word
from onrecord.extraction.participants.venues import venue

__all__ = ["StatementParticipants", "acting_word", "resolve_participants", "venue"]
