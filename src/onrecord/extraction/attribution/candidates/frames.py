"""Candidate relations from the parse: what a verb, noun or adjective governs that could be what somebody said.

A frame is the way a cue takes its content; which cues are to be believed in which frames is for `cues` to say.
"""

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from onrecord.extraction.attribution.candidates.candidate import Candidate
from onrecord.extraction.attribution.candidates.cues import may_report
from onrecord.extraction.attribution.candidates.estimates import may_number
from onrecord.extraction.attribution.candidates.noun_frames import (
    may_open,
    of_according,
    of_adjective,
    of_estimate,
    of_noun,
)
from onrecord.extraction.attribution.candidates.verb_frames import of_verb
from onrecord.extraction.ranges import CharRange
from onrecord.extraction.syntax import VERBS, trim

_GOVERNING = VERBS | {"NOUN", "ADJ"}
_EDGES = " ,;:—–-\n"


def candidates(words: Iterable[Token], text: str) -> Iterator[Candidate]:
    """Yield the candidates of a paragraph (title, heading), in the order of their cues; one cue may have several.

    Args:
        words: the words of the paragraph that are asked, after the language pass.
        text: the text of its whole document.
    """
    for token in words:
        for raw in _governed(token, text):
            content = tuple(words for words in (_trimmed(text, c) for c in raw.content) if words is not None)
            if content:
                source = trim(text, raw.source) if raw.source else None
                yield Candidate(raw.token, raw.frame, raw.cue, source, content)


def likely_cues(part: Iterable[Token]) -> list[Token]:
    """Return the words of a paragraph whose candidates may be believed: the lexicon has them in some frame.

    So have those that may say a number or open an "according to"; of all others `cues.precision` is 0.
    """
    return [
        token
        for token in part
        if may_open(token) or (token.pos_ in _GOVERNING and (may_report(token) or may_number(token)))
    ]


def _governed(token: Token, text: str) -> Iterator[Candidate]:
    pos = token.pos_
    if pos == "VERB" or (pos == "AUX" and token.dep_ == "ROOT"):
        yield from of_verb(token, text)
    elif pos == "NOUN":
        yield from of_noun(token)
    elif pos == "ADJ":
        yield from of_adjective(token)
    if token.lower_ == "according" or token.text == "per":
        yield from of_according(token)
    elif token.dep_ == "prep":
        yield from of_estimate(token)


def _trimmed(text: str, where: CharRange) -> CharRange | None:
    """Return `where` without commas and white space at its edges, None if no word is left; quote marks stay."""
    start, end = where
    while start < end and text[start] in _EDGES:
        start += 1
    while end > start and text[end - 1] in _EDGES:
        end -= 1
    return CharRange(start, end) if any(c.isalnum() for c in text[start:end]) else None
