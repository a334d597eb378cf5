"""Tables of a ledger, and what was found in it, in the formats other programs read.

exporter (which rows, and into which format), asking (for more than rows tell), lines (JSON Lines and CSV), formulas
(what CSV must not have), parquet, jsonld (linked data), polecat (events as CSV, with the columns of POLECAT); sheets
(what was found, for a spreadsheet).
"""

from onrecord.ledger.export.exporter import Exporter
from onrecord.ledger.export.formulas import FORMULAS
from onrecord.ledger.export.sheets import write_sheet

__all__ = ["FORMULAS", "Exporter", "write_sheet"]
