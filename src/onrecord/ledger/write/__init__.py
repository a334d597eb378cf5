"""Filling a ledger: from paths to rows, one transaction a page.

loading (files to pages), run (over pages: load, cut, read and write), report (what it did), page_writer (pages and
readings, each in one transaction), page (their rows), identity (which page a page is), same_story (what two versions of
one have in common), reading_rows (the rows of what was read), writer (what fills a ledger).
"""

from onrecord.ledger.write.report import Added, Kept, Replaced
from onrecord.ledger.write.writer import Writer

__all__ = ["Added", "Kept", "Replaced", "Writer"]
