"""What hangs on each word: the parse turned round, once for each document."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from spacy import attrs
from spacy.tokens import Doc, Token

# Key of `doc.user_data`.
_TREE = "onrecord.tree"


@dataclass(frozen=True, slots=True)
class _Tree:
    """The words of a document by what they hang on: those of word i are `hanging[starts[i] : starts[i + 1]]`.

    Numbers and not `Token` objects, which would keep the document alive through itself.
    """

    starts: list[int]
    hanging: list[int]
    relations: list[str]


def dependents(token: Token) -> Sequence[Token]:
    """Return the words that hang on `token`, in text order.

    They are those of `token.children`, worked out for all words of the document when the first is asked for, so that
    it must have been parsed by then.
    """
    doc, i = token.doc, token.i
    tree = _tree(doc)
    first, last = tree.starts[i], tree.starts[i + 1]
    return [doc[child] for child in tree.hanging[first:last]] if first < last else ()


def dependent(token: Token, *relations: str) -> Token | None:
    """Return the first word that hangs on `token` by one of the `relations`."""
    doc, i = token.doc, token.i
    tree = _tree(doc)
    for child in tree.hanging[tree.starts[i] : tree.starts[i + 1]]:
        if tree.relations[child] in relations:
            return doc[child]
    return None


def has_dependent(token: Token, *relations: str) -> bool:
    """Say whether a word hangs on `token` by one of the `relations`."""
    return dependent(token, *relations) is not None


def dependents_before(token: Token) -> Sequence[Token]:
    """Return the words that hang on `token` and stand before it."""
    return [child for child in dependents(token) if child.i < token.i]


def dependents_behind(token: Token) -> Sequence[Token]:
    """Return the words that hang on `token` and stand behind it."""
    return [child for child in dependents(token) if child.i > token.i]


def _tree(doc: Doc) -> _Tree:
    found: _Tree | None = doc.user_data.get(_TREE)
    if found is None:
        found = doc.user_data[_TREE] = _turned_round(doc)
    return found


def _turned_round(doc: Doc) -> _Tree:
    words = np.arange(len(doc))
    labels, apart = doc.to_array([attrs.DEP, attrs.HEAD]).T
    heads = words + apart.astype(np.int64)
    # A root hangs on itself, and so on nothing.
    heads[heads == words] = len(doc)
    hanging = np.argsort(heads, kind="stable")
    starts = np.searchsorted(heads[hanging], np.arange(len(doc) + 1))
    names = {label: doc.vocab.strings[label] for label in set(labels.tolist())}
    return _Tree(starts.tolist(), hanging.tolist(), [names[label] for label in labels.tolist()])
