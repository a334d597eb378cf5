"""In which language a page is written."""

import re
from functools import lru_cache

# Fewer characters tell too little: very short texts are taken for English.
_FEWEST = 200
_SAMPLE = 1_500

_WORD = re.compile(r"[^\W\d_]+")
# Words by which English is known: a third of the words of news in it, at most a tenth of those in another language.
_ENGLISH = {
    "a", "about", "after", "an", "and", "are", "as", "at", "be", "been", "but", "by", "for", "from", "had", "has",
    "have", "he", "her", "his", "in", "is", "it", "more", "not", "of", "on", "said", "she", "than", "that", "the",
    "they", "this", "to", "was", "we", "were", "when", "which", "who", "will", "with", "would",
}  # fmt: skip
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
    words = _WORD.findall(sample.casefold())
    return sum(word in _ENGLISH for word in words) > _PLAINLY * len(words)
