"""Repairs of what is said: clauses made whole, words of a transcript left to its turns, quotations parted."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc
from spacy.tokens import Span as DocSpan

from onrecord.extraction.attribution.decoding import DecodedRelation
from onrecord.extraction.attribution.relation import Attribution
from onrecord.extraction.attribution.repairs.surroundings import Surroundings
from onrecord.extraction.document import PARTS
from onrecord.extraction.ranges import TokenRange, overlap, share, within
from onrecord.extraction.syntax import FINITE_VERBS, NOMINAL_SUBJECTS

# So many paragraphs behind it a free quotation may go on from a statement; farther on it is somebody else's.
_GOING_ON = 2
# How likely a quotation that stands free in the next paragraph is its speaker's, if the relation before it is right.
_INHERITED = 0.9


def left_to_turn(own: Attribution, found: DecodedRelation, around: Surroundings) -> Attribution | None:
    """Give nothing for words of a turn, which is a statement already, nor for what is told within one."""
    free = tuple(words for words in own.content if not any(share([words], [t]) for t in around.turns.near([words])))
    if free == own.content:
        return own
    told_within = own.cue is None or any(overlap(own.cue, turn) for turn in around.turns.near([own.cue]))
    return replace(own, content=free) if free and not told_within else None


def whole_clause(own: Attribution, found: DecodedRelation, around: Surroundings) -> Attribution | None:
    """Give the clause that the parse gives a cue, where the model took only the front of it.

    "The minister is expected to resign, two officials said": the model leaves out the cue in the clause, or what that
    tells, which it gives to that cue alone.
    """
    doc = around.doc
    span = doc.char_span(*own.content[0], alignment_mode="expand") if found.cue is not None else None
    if span is None:
        return own
    bare = span.root.dep_ in NOMINAL_SUBJECTS and not any(token.tag_ in FINITE_VERBS for token in span)
    for hint in around.hints_at(own.cue):
        if hint.cue and own.cue and overlap(own.cue, hint.cue) and share(own.content, hint.content) == 1:
            whole = doc.char_span(hint.content[0].start, hint.content[-1].end, alignment_mode="expand")
            in_front = whole is not None and hint.content[-1].end <= hint.cue.start
            words = {token.i for token in whole or () if not token.is_punct}
            near = [TokenRange(whole.start, whole.end)] if whole is not None else []
            if bare or (in_front and words <= _content_tokens(doc, own, around.others(found, near))):
                return own if own.content == hint.content else replace(own, content=hint.content)
    return own


def parted(relations: Sequence[Attribution], around: Surroundings) -> list[Attribution]:
    """Part from each relation the quotations that stand free in later paragraphs, as one that goes on from it.

    "Orlen said the ferry had left. / “We will publish the log.”": one reported, one quoted.
    """
    return [part for own in relations for part in _parts(own, around)]


def _parts(own: Attribution, around: Surroundings) -> list[Attribution]:
    if own.cue is None or len(own.content) == 1:
        return [own]
    begun = [
        (number, words)
        for number, part in enumerate(_parts_begun(around.doc, own.cue.end, own.content[-1].end))
        for words in own.content
        if part.start_char <= words.start < part.end_char
    ]
    free = tuple(words for _, words in begun)
    quoted = [any(within(words, q.where) and q.closed for q in around.quotes.near([words])) for words in free]
    near = tuple(words for words in own.content if words not in free)
    reported = not any(overlap(q.where, words) for words in near for q in around.quotes.near([words]))
    if not free or not near or not all(quoted) or not reported:
        return [own]
    going_on = tuple(words for number, words in begun if number < _GOING_ON)
    if not going_on:
        return [replace(own, content=near)]
    following = replace(own, content=going_on, inherited=True, confidence=own.confidence * _INHERITED)
    return [replace(own, content=near), following]


def _parts_begun(doc: Doc, start: int, end: int) -> Iterator[DocSpan]:
    """Yield the parts that begin from the character `start` to before `end`."""
    parts = doc.spans[PARTS]
    for number in range(bisect_left(parts, start, key=lambda part: part.start_char), len(parts)):
        if parts[number].start_char >= end:
            return
        yield parts[number]


def _content_tokens(doc: Doc, own: Attribution, others: Iterable[DecodedRelation]) -> set[int]:
    """Return the tokens of a relation's content, and of the contents and cues of others that have a cue."""
    told = {i for other in others if other.cue for start, end in (*other.content, other.cue) for i in range(start, end)}
    spans = (doc.char_span(start, end, alignment_mode="expand") for start, end in own.content)
    return told | {token.i for span in spans for token in span or ()}
