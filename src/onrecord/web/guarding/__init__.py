"""Keeping the room safe: hosts (by which names it is asked for), headers (what a page may load), sizes, access."""

from onrecord.web.guarding.access import COOKIE, check_writing, has_access, proof
from onrecord.web.guarding.headers import SafeHeaders
from onrecord.web.guarding.hosts import HostGuard
from onrecord.web.guarding.sizes import MOST_BYTES, SizeGuard

__all__ = ["COOKIE", "MOST_BYTES", "HostGuard", "SafeHeaders", "SizeGuard", "check_writing", "has_access", "proof"]
