"""To whom something is said: the hearers that a cue names."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from onrecord import lexicons
from onrecord.extraction.attribution import Attribution
from onrecord.extraction.participants.venues import is_venue
from onrecord.extraction.ranges import CharRange
from onrecord.extraction.syntax import NOMINALS, OBJECTS, dependents, governed, governed_by, has_dependent

# What is told takes its hearer as an object; what is said, behind "to".
_TOLD = lexicons.words("statement_contexts.tsv", "told")
_TO = lexicons.words("statement_contexts.tsv", "said to")
_NOBODY = {"it", "that", "this", "what"}
# "In an interview with the Post".
_INTERVIEWS = lexicons.words("statement_contexts.tsv", "interview")


def addressed(doc: Doc, attribution: Attribution) -> Iterator[Token]:
    """Yield the heads of those to whom an attribution's cue says its words are said ("told reporters")."""
    cue = attribution.cue_in(doc)
    if cue is None:
        return
    verb, content = cue.root, attribution.content
    doing = verb.lemma_.casefold()
    for child in dependents(verb):
        if child.dep_ in OBJECTS and doing in _TOLD and child.pos_ != "ADP":
            yield from _persons([child], content)
        elif child.lower_ == "to" and doing in _TO | _TOLD:
            yield from _persons(governed(child), content)
        elif child.dep_ == "advcl" and child.tag_ == "VBG" and child.lemma_ in _TO:
            # "Speaking to reporters, she said".
            yield from _persons([*governed_by(child, "to")], content)
        elif child.dep_ == "prep" and child.lower_ in {"during", "in"}:
            talks = (noun for noun in governed(child) if noun.lemma_ in _INTERVIEWS)
            yield from _persons([one for noun in talks for one in governed_by(noun, "with")], content)
    if doing in _TOLD and not has_dependent(verb, *OBJECTS):
        # "told Channel 12 she would follow": the parser makes the hearer a subject of the clause.
        after = doc[cue.end] if cue.end < len(doc) else None
        if after is not None and after.dep_ == "nsubj" and after.head.i != verb.i and after.pos_ in NOMINALS:
            yield from _persons([after], content)


def _persons(heads: list[Token], content: Sequence[CharRange]) -> Iterator[Token]:
    for head in heads:
        for token in (head, *head.conjuncts):
            # "told patients to come back": the hearers are the subject of what is said.
            inside = any(start < token.left_edge.idx < end for start, end in content)
            if token.pos_ in NOMINALS and not inside and token.lower_ not in _NOBODY and not is_venue(token):
                yield token
