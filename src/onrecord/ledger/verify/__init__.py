"""Proof that every row of a ledger still equals the page it came from. It only reads.

pages (their bytes, texts and spans), database (its structure and what its rows say of each other), full_text (the
indices), problem (what is found wrong).
"""

from onrecord.ledger.verify.problem import Problem
from onrecord.ledger.verify.verifier import verify

__all__ = ["Problem", "verify"]
