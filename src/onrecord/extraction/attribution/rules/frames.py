"""Candidate relations from the parse: what a verb, noun or adjective governs that could be what somebody said.

A frame is the way a cue takes its content; which cues are to be believed in which frames is for `cues` to say.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from spacy.tokens import Token

from onrecord.extraction.attribution.rules.candidate import Candidate
from onrecord.extraction.attribution.rules.noun_frames import of_according, of_adjective, of_estimate, of_noun
from onrecord.extraction.attribution.rules.verb_frames import of_verb
from onrecord.extraction.ranges import CharRange
from onrecord.extraction.syntax import trim

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
                yield replace(raw, source=trim(text, raw.source) if raw.source else None, content=content)


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
