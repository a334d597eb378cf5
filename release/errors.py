"""What a check of a release finds."""


class ReleaseError(Exception):
    """Something that must be mended before the package is released; its text says what, in a line."""
