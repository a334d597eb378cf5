"""Who speaks in an article's statements, for whom, to whom, against whom, and where."""

from onrecord.reading.speakers.aims import acting_word
from onrecord.reading.speakers.resolving import resolve
from onrecord.reading.speakers.venues import venue
from onrecord.reading.speakers.voices import Voices

__all__ = ["Voices", "acting_word", "resolve", "venue"]
