"""Preloaded by the fork server of the killing test: the pipeline, so that a process can start reading at once."""

from onrecord.reading import load_reader

load_reader()
