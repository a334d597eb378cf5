"""Repairs of what the model found, by its words, before anything else is known: datelines, hearers, titles cut off."""

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import replace

from spacy.tokens import Doc
from spacy.tokens import Span as DocSpan

from onrecord.extraction.attribution.candidates import is_listed
from onrecord.extraction.attribution.decoding import DecodedRelation
from onrecord.extraction.document import DATELINES, PARTS
from onrecord.extraction.ranges import TokenRange
from onrecord.extraction.syntax import NOMINAL_SUBJECTS, OBJECTS, dependents_behind, subject
from onrecord.rules import Rule

type DecodedRepair = Callable[[DecodedRelation, Doc], DecodedRelation]
"""Gives what the model found as it should be, without content where nothing is left; the same where it is right."""

_TELLING = {"assure", "inform", "remind", "tell", "warn"}


def _behind_dateline(found: DecodedRelation, doc: Doc) -> DecodedRelation:
    lines = doc.spans[DATELINES]

    def behind(words: TokenRange) -> TokenRange | None:
        number = bisect_right(lines, words.start, key=lambda line: line.start)
        line = lines[number - 1] if number else None
        end = line.end if line is not None and words.start < line.end else words.start
        return TokenRange(end, words.end) if end < words.end else None

    content = [rest for rest in map(behind, found.content) if rest]
    if found.cue is not None and behind(found.cue) is None:
        # The colon of "PORT VELA: Boats were banned, the mayor informed the council" told the model who spoke.
        verb = doc[slice(*found.content[0])].root.head
        teller = subject(verb) if is_listed(verb) else None
        source = TokenRange(teller.left_edge.i, teller.right_edge.i + 1) if teller is not None else None
        return replace(found, content=content, source=source, cue=TokenRange(verb.i, verb.i + 1) if source else None)
    source = behind(found.source) if found.source is not None else None
    if content == found.content and source == found.source:
        return found
    return replace(found, content=content, source=source)


def _behind_hearer(found: DecodedRelation, doc: Doc) -> DecodedRelation:
    if found.cue is None or not found.content or found.content[0].start != found.cue.end:
        return found
    start, end = found.content[0]
    verb = doc[found.cue.end - 1]
    hearer = next((c for c in dependents_behind(verb) if c.dep_ in OBJECTS and c.left_edge.i == start), None)
    if hearer is None or verb.lemma_ not in _TELLING or hearer.right_edge.i + 1 >= end:
        return found
    told = doc[hearer.right_edge.i + 1]
    clause = told.tag_ == "PRP" and told.dep_ in NOMINAL_SUBJECTS
    asked = told.tag_ == "TO" and told.head.dep_ == "xcomp" and told.head.head == verb
    return replace(found, content=[TokenRange(told.i, end), *found.content[1:]]) if clause or asked else found


def _below_title(found: DecodedRelation, doc: Doc) -> DecodedRelation:
    if found.cue is None:
        return found
    own = _part_at(doc, found.cue.start)
    parts = [_part_at(doc, words.start) for words in found.content]
    content = [
        words
        for words, part in zip(found.content, parts, strict=True)
        if part == own or part is None or part.label_ == "paragraph" or doc[words.start].is_quote
    ]
    return found if content == found.content else replace(found, content=content)


def _part_at(doc: Doc, token: int) -> DocSpan | None:
    """Return the part that a token stands in."""
    parts = doc.spans[PARTS]
    number = bisect_right(parts, token, key=lambda part: part.start) - 1
    return parts[number] if number >= 0 else None


DECODED_REPAIRS: tuple[Rule[DecodedRepair], ...] = (
    Rule("repair/dateline", _behind_dateline),
    Rule("repair/hearer", _behind_hearer),
    Rule("repair/title", _below_title),
)
"""The repairs of what the model found, in order."""
