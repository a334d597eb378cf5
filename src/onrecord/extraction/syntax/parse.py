"""What hangs on each word: the parse turned round, once for each document."""

from collections.abc import Sequence

import numpy as np
from spacy import attrs
from spacy.tokens import Doc, Token

# Key of `doc.user_data`.
_DEPENDENTS = "onrecord.dependents"


def dependents(token: Token) -> Sequence[Token]:
    """Return the words that hang on `token`, in text order.

    They are those of `token.children`, worked out for all words of the document when the first is asked for, so that
    it must have been parsed by then.
    """
    doc = token.doc
    return (doc.user_data.get(_DEPENDENTS) or _turned_round(doc))[token.i]


def dependent(token: Token, *relations: str) -> Token | None:
    """Return the first word that hangs on `token` by one of the `relations`."""
    for child in dependents(token):
        if child.dep_ in relations:
            return child
    return None


def has_dependent(token: Token, *relations: str) -> bool:
    """Say whether a word hangs on `token` by one of the `relations`."""
    return dependent(token, *relations) is not None


def dependents_before(token: Token) -> tuple[Token, ...]:
    """Return the words that hang on `token` and stand before it."""
    return tuple(child for child in dependents(token) if child.i < token.i)


def dependents_behind(token: Token) -> tuple[Token, ...]:
    """Return the words that hang on `token` and stand behind it."""
    return tuple(child for child in dependents(token) if child.i > token.i)


def _turned_round(doc: Doc) -> list[list[Token]]:
    """Return for each word of a document the words that hang on it, and keep that with the document."""
    hanging: list[list[Token]] = [[] for _ in range(len(doc))]
    # Heads are told as how far off they are.
    heads = np.arange(len(doc)) + doc.to_array(attrs.HEAD).astype(np.int64)
    for token, head in zip(doc, heads.tolist(), strict=True):
        if head != token.i:
            hanging[head].append(token)
    doc.user_data[_DEPENDENTS] = hanging
    return hanging
