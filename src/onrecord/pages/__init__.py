"""Pages: from any bytes to articles, with nothing of the page lost and nothing of it changed.

`find` walks paths, `load` reads what is there, `parse` and `from_text` make a page of bytes or text, `cut` cuts it into
its articles.
"""

from onrecord.pages.files import InputFile
from onrecord.pages.folders import find
from onrecord.pages.formats import from_text, load, parse
from onrecord.pages.segmentation import cut

__all__ = [
    "InputFile",
    "cut",
    "find",
    "from_text",
    "load",
    "parse",
]
