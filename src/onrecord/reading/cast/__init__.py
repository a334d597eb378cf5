"""The cast of an article: who and what it names."""

from onrecord.reading.cast.assembling import assemble
from onrecord.reading.cast.member import Cast, Member

__all__ = ["Cast", "Member", "assemble"]
