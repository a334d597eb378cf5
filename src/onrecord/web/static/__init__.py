"""Scripts and styles that browsers load: the room's own, and those of others in `vendored` (see vendored.toml)."""

from pathlib import Path

STATIC = Path(__file__).parent
"""The folder they are in."""
