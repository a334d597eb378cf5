"""What stands between a tag and a package that strangers install: `python -m release` (docs/how-to/release.md)."""
