"""What is an address on the web, and may be given out as a link."""

from urllib.parse import urlsplit

# What every server should take (RFC 9110, 4.1).
_LONGEST = 8_000


def web_address(written: str | None) -> str | None:
    """Return an address with http or https as it is written, without the space around it; None of anything else.

    `" https://herald.example/levy"` is one. No address are `javascript:alert(1)`, `=HYPERLINK("https://...")`,
    `herald.example/levy`, and one with a space, an invisible character or a direction mark inside.
    """
    address = (written or "").strip()
    # Printable is all but spaces, control characters, direction marks and lone surrogates; the space itself counts too.
    if not address.isprintable() or " " in address or len(address) > _LONGEST:
        return None
    try:
        parts = urlsplit(address)
        named = parts.scheme in {"http", "https"} and parts.hostname
    except ValueError:
        # Half a bracket, as of an IPv6 address.
        return None
    return address if named else None
