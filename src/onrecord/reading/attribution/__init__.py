"""Attribution: who is said to have said what, as character ranges of one language-processed document.

`attribute` is the room's one way in. It puts together what quote marks show (`quotes`, `quoted`), what speakers' labels
show (`labelled`) and what the dependency parse shows (`frames`, believed by the lexicon in `cues`).
"""

from onrecord.reading.attribution.combining import attribute
from onrecord.reading.attribution.relation import Attribution, Range

__all__ = ["Attribution", "Range", "attribute"]
