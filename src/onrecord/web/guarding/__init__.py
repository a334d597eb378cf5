"""What each request passes: hosts (by which names the room is asked for), headers (what a page may load), sizes, heads
(HEAD); and access, by which is told who may write."""

from onrecord.web.guarding.access import COOKIE, Visitors, check_writing, has_access, session_of
from onrecord.web.guarding.headers import SafeHeaders
from onrecord.web.guarding.heads import HeadAnswers
from onrecord.web.guarding.hosts import HostGuard
from onrecord.web.guarding.sizes import MOST_BYTES, SizeGuard

__all__ = [
    "COOKIE",
    "MOST_BYTES",
    "HeadAnswers",
    "HostGuard",
    "SafeHeaders",
    "SizeGuard",
    "Visitors",
    "check_writing",
    "has_access",
    "session_of",
]
