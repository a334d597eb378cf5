"""Attribution: who is said to have said what, as character ranges of one language-processed document.

`Attributor` is the room's one way in. The rules (`rules`) say what quote marks, labels and the parse show; the model
reads the text with all that (`pieces`, `model`, `scores`); `decoding` makes relations of its scores, and `combining`
adds what only the rules can see.
"""

from onrecord.reading.attribution.attributor import Attributor
from onrecord.reading.attribution.relation import Attribution

__all__ = ["Attribution", "Attributor"]
