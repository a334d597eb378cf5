"""Proof that a ledger holds what was read and judged, and that it equals the pages it came from. It only reads.

pages (their bytes, texts, digests and spans), chain (of readings and judgements), database (its structure and what its
rows say of each other), derived (what follows from readings and judgements), outlets, links, full_text (the indices),
problem (what is found wrong).
"""

from onrecord.ledger.verify.problem import Problem
from onrecord.ledger.verify.verifier import verify

__all__ = ["Problem", "verify"]
