"""Running: how many articles are read at once, and where.

processes (how many read), worker (what runs in each but this one), workers (those, as seen from here), readers
(articles in; articles read, or the errors that stood in the way, out, in the same order, whoever read them).
"""

from onrecord.running.readers import Outcome, Readers

__all__ = ["Outcome", "Readers"]
