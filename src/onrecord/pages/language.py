"""In which language a page is written."""

import re
from functools import cache, lru_cache

from onrecord import lexicons

# Fewer characters tell too little: very short texts are taken for English.
_FEWEST = 200
_SAMPLE = 1_500

_WORD = re.compile(r"[^\W\d_]+")
# How many of a text's words are in the lexicon of common words if it is plainly English; in another language it is a
# tenth at most.
_PLAINLY = 0.25


def foreign_language(text: str) -> str | None:
    """Return the English name of the language of `text` if it is clearly not English, else None.

    A text of which one word in four is among the commonest of English is English. Of others a classifier judges: Lui
    and Baldwin, "langid.py: An Off-the-shelf Language Identification Tool", ACL 2012 demonstrations. It takes a third
    of a second to load, and 100 MB.
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
    # Imported here, as the classifier is: most pages need neither.
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415

    try:
        return Locale.parse(code).get_display_name("en")
    except (UnknownLocaleError, ValueError):
        return code


@lru_cache(maxsize=64)
def _classify(sample: str) -> str:
    if _is_plainly_english(sample):
        return "en"
    import py3langid  # noqa: PLC0415

    return str(py3langid.classify(sample)[0])


def _is_plainly_english(sample: str) -> bool:
    words, common = _WORD.findall(sample.casefold()), _common_words()
    return sum(word in common for word in words) > _PLAINLY * len(words)


@cache
def _common_words() -> frozenset[str]:
    return frozenset(lexicons.mapping("common_words.tsv"))
