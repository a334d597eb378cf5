"""Who speaks, for whom and to whom: from the words around a statement to members of the article's cast."""

from onrecord.reading.speakers.resolving import resolve
from onrecord.reading.speakers.voices import Voices

__all__ = ["Voices", "resolve"]
