"""Participants of an article's statements: who speaks, for whom, to whom, against whom, and where.

speakers (all of a statement's, in order), represented, addressees, targets, venues, statement_participants (the
result).
"""

from onrecord.extraction.participants.speakers import participant_mentions, resolve_participants
from onrecord.extraction.participants.statement_participants import StatementParticipants
from onrecord.extraction.participants.targets import RULES, acting_word
from onrecord.extraction.participants.venues import venue

__all__ = ["RULES", "StatementParticipants", "acting_word", "participant_mentions", "resolve_participants", "venue"]
