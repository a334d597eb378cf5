"""Preloaded by the fork server of the killing test: all that loads late, so that a process starts working at once."""

from onrecord.entity_linking import Profile, compare
from onrecord.extraction import load_reader
from onrecord.pages import cut, from_text

load_reader()
compare(Profile("person", ("Jonas Weil",)), Profile("person", ("J. Weil",)))
cut(from_text("Mayor Jonas Weil said on Monday, March 3, 2025, that the bridge was closed. " * 9))
