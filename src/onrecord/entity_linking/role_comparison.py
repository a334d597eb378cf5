"""Roles as printed, and how far those of two entities are the same."""

from collections.abc import Iterable

from onrecord import lexicons
from onrecord.names import tokens

_STOPWORDS = lexicons.words("name_words.tsv", "stopword")


def shared_role(one: Iterable[str], other: Iterable[str]) -> float:
    """Return the share of words, 0 to 1, that the two closest roles have in common.

    "Harbour Minister" and "the minister for harbours" have all of them, "Vice President" and "President" half.
    """
    left, right = [_words(role) for role in one], [_words(role) for role in other]
    return max((len(a & b) / len(a | b) for a in left for b in right if a | b), default=0.0)


def _words(role: str) -> frozenset[str]:
    # Without the plural's letter: what is compared is the noun and not its form.
    words = (word.removesuffix("s") for word in tokens(role.casefold()) if word not in _STOPWORDS)
    return frozenset(word for word in words if word)
