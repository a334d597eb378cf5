"""Pages: from any bytes to articles, with nothing of the page lost and nothing of it changed.

`find` walks paths, `load` reads what is there, `parse` and `from_text` make a page of bytes or text, `cut` cuts it into
its articles.
"""

from onrecord.pages.cutting import cut
from onrecord.pages.loading import from_text, load, parse
from onrecord.pages.sources import Source, find

__all__ = ["Source", "cut", "find", "from_text", "load", "parse"]
