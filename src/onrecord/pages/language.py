"""In which language a page is written."""

from functools import lru_cache

import py3langid
from babel import Locale, UnknownLocaleError

# Fewer characters tell too little: very short texts are taken for English.
_FEWEST = 200
_SAMPLE = 1_500


def foreign_language(text: str) -> str | None:
    """Return the English name of the language of `text` if it is clearly not English, else None.

    Method: Lui and Baldwin, "langid.py: An Off-the-shelf Language Identification Tool", ACL 2012 demonstrations.
    """
    sample = text[:_SAMPLE]
    if len(sample) < _FEWEST:
        return None
    code = _classify(sample)
    if code == "en":
        return None
    # A page of names, or one that begins with a foreign box, may mislead: the end must agree.
    if len(text) > 2 * _SAMPLE and _classify(text[-_SAMPLE:]) == "en":
        return None
    try:
        return Locale.parse(code).get_display_name("en")
    except (UnknownLocaleError, ValueError):
        return code


@lru_cache(maxsize=64)
def _classify(sample: str) -> str:
    return str(py3langid.classify(sample)[0])
