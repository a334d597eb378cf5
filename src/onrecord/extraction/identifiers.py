"""Identifiers that records keep from one reading to the next."""

from hashlib import blake2s


def identifier(prefix: str, *parts: object) -> str:
    """Return an identifier that is the same whenever the same thing is read at the same place."""
    return prefix + blake2s("\x1f".join(map(str, parts)).encode(), digest_size=6).hexdigest()
