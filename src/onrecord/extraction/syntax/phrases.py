"""Stretches of text that words of the parse stand for: whole phrases, verbs with their auxiliaries."""

from spacy.tokens import Token

from onrecord.extraction.ranges import CharRange, overlap
from onrecord.extraction.syntax.parse import dependents
from onrecord.extraction.syntax.relations import AUXILIARIES

_EDGES = set(",;:.-–—\"“”'‘’()[] ")
# So many words at most lie between a verb and an auxiliary that is quoted with it ("has since said").
_NEAREST = 2


def stretch(first: Token, last: Token) -> CharRange:
    """Return the characters from token `first` to token `last`, both included."""
    return CharRange(first.idx, last.idx + len(last))


def phrase(token: Token) -> CharRange:
    """Return the characters of everything that hangs on `token`."""
    return stretch(token.left_edge, token.right_edge)


def trim(text: str, where: CharRange) -> CharRange | None:
    """Return the range `where` of `text` without punctuation and white space at its edges, None if nothing is left."""
    start, end = where
    while start < end and text[start] in _EDGES:
        start += 1
    while end > start and text[end - 1] in _EDGES:
        end -= 1
    return CharRange(start, end) if start < end else None


def without(outer: CharRange, inner: CharRange) -> tuple[CharRange, ...]:
    """Return what of `outer` is left when `inner` is taken out of it."""
    if not overlap(outer, inner):
        return (outer,)
    parts = (CharRange(outer.start, inner.start), CharRange(inner.end, outer.end))
    return tuple(part for part in parts if part.start < part.end)


def with_auxiliaries(verb: Token) -> CharRange:
    """Return the characters of `verb` with the perfect or passive auxiliaries right before it ("has said")."""
    first = verb
    for child in dependents(verb):
        if child.i >= verb.i:
            break
        if child.dep_ in AUXILIARIES and verb.i - child.i <= _NEAREST and child.i < first.i:
            first = child
    return stretch(first, verb)
