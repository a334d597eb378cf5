"""Where tokens and mentions stand in a document: in which paragraph and sentence; looked up once."""

from bisect import bisect_left
from collections.abc import Sequence

import numpy as np
from spacy import attrs
from spacy.tokens import Doc, Token
from spacy.tokens import Span as DocSpan

from onrecord.extraction.document import words_of
from onrecord.extraction.syntax import COLLECTIVE, GENDERS

_THIRD_PERSON = GENDERS.keys() | COLLECTIVE


class Layout:
    """In which paragraph and in which sentence of a document each token stands, by number; counted once."""

    def __init__(self, doc: Doc) -> None:
        spaces, starts = doc.to_array([attrs.IS_SPACE, attrs.SENT_START]).T
        self._spaces = [0, *np.cumsum(spaces).tolist()]
        self._sentences = [0, *np.cumsum(starts == 1).tolist()]
        self._pronouns = [i for i, word in enumerate(words_of(doc)) if word.lower() in _THIRD_PERSON]
        self._roots: dict[tuple[int, int], Token] = {}

    def sentences_begun(self, start: int, end: int) -> int:
        """Return how many sentences begin from the token `start` to before `end`."""
        return self._sentences[end] - self._sentences[start] if start < end else 0

    def paragraphs_begun(self, start: int, end: int) -> int:
        """Return how many paragraphs begin from the token `start` to before `end`."""
        return self._spaces[end] - self._spaces[start] if start < end else 0

    def pronouns_between(self, start: int, end: int) -> Sequence[int]:
        """Return the pronouns of the third person from the token `start` to before `end`, by number, in order."""
        return self._pronouns[bisect_left(self._pronouns, start) : bisect_left(self._pronouns, end)]

    def root(self, mention: DocSpan) -> Token:
        """Return the head of a mention."""
        place = mention.start, mention.end
        root = self._roots.get(place)
        if root is None:
            root = self._roots[place] = mention.root
        return root
