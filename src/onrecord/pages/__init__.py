"""Pages: from any bytes to articles, with nothing of the page lost and nothing of it changed.

`find` walks paths, `load` reads what is there, `parse` and `from_text` make a page of bytes or text, `cut` cuts it into
its articles. `extents` tells what of a page is its story, `why_debris` why a block of it is none.
"""

from onrecord.pages.extents import Extents, extents, why_debris
from onrecord.pages.files import InputFile
from onrecord.pages.folders import find
from onrecord.pages.formats import from_text, load, parse
from onrecord.pages.segmentation import cut

__all__ = [
    "Extents",
    "InputFile",
    "cut",
    "extents",
    "find",
    "from_text",
    "load",
    "parse",
    "why_debris",
]
