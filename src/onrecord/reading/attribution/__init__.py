"""Attribution: who is said to have said what, as character ranges of one language-processed document.

`attribute` is the room's one way in. The rules (`rules`) say what quote marks, labels and the parse show; the encoder
is told that (`hints`) and gives scores; `decoding` makes relations of them, and `combining` adds what only the rules
can see.
"""

from onrecord.reading.attribution.pipeline import attribute
from onrecord.reading.attribution.relation import Attribution

__all__ = ["Attribution", "attribute"]
