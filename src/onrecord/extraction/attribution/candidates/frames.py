"""Candidate relations from the parse: what a verb or noun governs that could be what somebody said.

A frame is the way a cue takes its content; which cues are to be believed in which frames is for `cues` to say.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from spacy.tokens import Token

from onrecord.extraction.attribution.candidates.candidate import Candidate
from onrecord.extraction.attribution.candidates.cues import may_report
from onrecord.extraction.attribution.candidates.estimates import may_number
from onrecord.extraction.attribution.candidates.noun_frames import (
    ACCORDING,
    NOUN_FRAMES,
    RECKONING,
    GoverningNoun,
    may_open,
)
from onrecord.extraction.attribution.candidates.verb_frames import VERB_FRAMES, GoverningVerb
from onrecord.extraction.ranges import CharRange
from onrecord.extraction.syntax import VERBS, trim
from onrecord.rules import Rule, active

_GOVERNING = VERBS | {"NOUN"}
_EDGES = " ,;:—–-\n"


def candidates(words: Iterable[Token], text: str) -> Iterator[Candidate]:
    """Yield the candidates of a paragraph (title, heading), in the order of their cues; one cue may have several.

    Args:
        words: the words of the paragraph that are asked, after the language pass.
        text: the text of its whole document.
    """
    for token in words:
        for rule, raw in _governed(token, text):
            content = tuple(words for words in (_trimmed(text, c) for c in raw.content) if words is not None)
            if content:
                source = trim(text, raw.source) if raw.source else None
                yield Candidate(raw.token, raw.frame, raw.cue, source, content, rule)


def likely_cues(part: Iterable[Token]) -> list[Token]:
    """Return the words of a paragraph whose candidates may be believed: the lexicon has them in some frame.

    So have those that may say a number or open an "according to"; of all others `cues.precision` is 0.
    """
    return [
        token
        for token in part
        if may_open(token) or (token.pos_ in _GOVERNING and (may_report(token) or may_number(token)))
    ]


def _governed(token: Token, text: str) -> Iterator[tuple[str, Candidate]]:
    """Yield the candidates of a word, each with the rule that gives it."""
    pos = token.pos_
    if pos == "VERB" or (pos == "AUX" and token.dep_ == "ROOT"):
        verb = GoverningVerb.of(token, text)
        if verb is not None:
            yield from _given(VERB_FRAMES, verb)
    elif pos == "NOUN":
        yield from _given(NOUN_FRAMES, GoverningNoun.of(token))
    if token.lower_ == "according" or token.text == "per":
        yield from _given((ACCORDING,), token)
    elif token.dep_ == "prep":
        yield from _given((RECKONING,), token)


def _given[Word](
    rules: tuple[Rule[Callable[[Word], Iterator[Candidate]]], ...], word: Word
) -> Iterator[tuple[str, Candidate]]:
    return ((rule.id, candidate) for rule in active(rules) for candidate in rule.apply(word))


def _trimmed(text: str, where: CharRange) -> CharRange | None:
    """Return `where` without commas and white space at its edges, None if no word is left; quote marks stay."""
    start, end = where
    while start < end and text[start] in _EDGES:
        start += 1
    while end > start and text[end - 1] in _EDGES:
        end -= 1
    return CharRange(start, end) if any(c.isalnum() for c in text[start:end]) else None


FRAMES: tuple[Rule[Any], ...] = (*VERB_FRAMES, *NOUN_FRAMES, ACCORDING, RECKONING)
"""All frames, in the order in which they are asked."""
