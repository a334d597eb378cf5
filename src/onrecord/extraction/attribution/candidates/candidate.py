"""What may be a relation, before it is known whether its cue is one."""

from dataclasses import dataclass

from spacy.tokens import Token

from onrecord.extraction.ranges import CharRange


@dataclass(frozen=True, slots=True)
class Candidate:
    """A relation that is one if `cue` is a cue in this `frame` ("ccomp", "dobj", "prep:for", ...), by a rule."""

    token: Token
    frame: str
    cue: CharRange
    source: CharRange | None
    content: tuple[CharRange, ...]
    rule: str = ""
