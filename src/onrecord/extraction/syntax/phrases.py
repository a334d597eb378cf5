"""Stretches of text that words of the parse stand for: whole phrases, verbs with their auxiliaries."""

from spacy.tokens import Token

from onrecord.extraction.ranges import Range
from onrecord.extraction.syntax.parse import dependents
from onrecord.extraction.syntax.relations import AUXILIARIES

_EDGES = set(",;:.-–—\"“”'‘’()[] ")
# So many words at most lie between a verb and an auxiliary that is quoted with it ("has since said").
_NEAREST = 2


def stretch(first: Token, last: Token) -> Range:
    """Return the characters from token `first` to token `last`, both included."""
    return first.idx, last.idx + len(last)


def phrase(token: Token) -> Range:
    """Return the characters of everything that hangs on `token`."""
    return stretch(token.left_edge, token.right_edge)


def trim(text: str, where: Range) -> Range | None:
    """Return the range `where` of `text` without punctuation and white space at its edges, None if nothing is left."""
    start, end = where
    while start < end and text[start] in _EDGES:
        start += 1
    while end > start and text[end - 1] in _EDGES:
        end -= 1
    return (start, end) if start < end else None


def without(outer: Range, inner: Range) -> tuple[Range, ...]:
    """Return what of `outer` is left when `inner` is taken out of it."""
    if inner[1] <= outer[0] or outer[1] <= inner[0]:
        return (outer,)
    parts = ((outer[0], inner[0]), (inner[1], outer[1]))
    return tuple(part for part in parts if part[0] < part[1])


def with_auxiliaries(verb: Token) -> Range:
    """Return the characters of `verb` with the perfect or passive auxiliaries right before it ("has said")."""
    first = verb
    for child in dependents(verb):
        if child.i >= verb.i:
            break
        if child.dep_ in AUXILIARIES and verb.i - child.i <= _NEAREST and child.i < first.i:
            first = child
    return stretch(first, verb)
