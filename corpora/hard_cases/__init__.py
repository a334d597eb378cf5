"""Hard cases: short texts with full gold, of statements, quantities, events, links, dates and entities.

The shared ones are looked for in `../shared/cases`: `cases.json`, and `score.py`, the scorer of an exported ledger. Our
own are the files `cases*.toml` in `benchmarks/data`, each by a writer of its own who had not seen the system;
`conversion` tells how they are written. All texts are invented. Licence: as the project's.

fields (what a case may say), case_text (words looked up in its text), conversion (from TOML to the gold of the shared
ones), sets (where each set is).
"""

from corpora.hard_cases.case_text import CaseError
from corpora.hard_cases.sets import OWN_SETS, own_set, scorer, shared_set

__all__ = ["OWN_SETS", "CaseError", "own_set", "scorer", "shared_set"]
