"""Preloaded by the fork server of the killing test: all that loads late, so that a process starts working at once."""

from onrecord.pages import cut, from_text
from onrecord.reading import load_reader
from onrecord.registry import Profile, compare

load_reader()
compare(Profile("person", ("Jonas Weil",)), Profile("person", ("J. Weil",)))
cut(from_text("Mayor Jonas Weil said on Monday, March 3, 2025, that the bridge was closed. " * 9))
