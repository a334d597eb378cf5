"""Reading: from an article to its statements, in the order the files tell.

document (the text that is read), the language pass (reader), attribution (source, cue, content), names and cast
(who is named), speakers (who a source is), statements (what is recorded).
"""

from onrecord.reading.reader import Reader, load_reader

__all__ = ["Reader", "load_reader"]
