"""Statements and articles as linking compares them, built by hand."""

from dataclasses import replace
from datetime import date
from itertools import count

from onrecord.linking import Claim, Figure, Party, Story
from onrecord.records import Span
from onrecord.vocabulary import Act, Polarity

_KEYS = count(1)
DAY = date(2031, 3, 4)
VOSS = Party(1, "Mara Voss", "person")
HARROW = Party(2, "Bill Harrow", "person")
MINISTRY = Party(3, "Foreign Ministry", "organisation")


def claim(
    words: str,
    *,
    paragraph: str | None = None,
    by: tuple[Party, ...] = (VOSS,),
    cue: str | None = None,
    act: Act = "assert",
    polarity: Polarity = "positive",
    day: date | None = DAY,
    number: int = 0,
    mentioned: tuple[Party, ...] = (),
    figures: tuple[Figure, ...] = (),
) -> Claim:
    """Return a statement of these words, which stand in the paragraph, as its cue does."""
    text = paragraph or words
    return Claim(
        key=next(_KEYS),
        id=f"s{number}",
        number=number,
        content=(span(text, words),),
        cue=span(text, cue) if cue else None,
        around=Span(0, len(text), text),
        kind="indirect",
        act=act,
        polarity=polarity,
        modality="said",
        speakers=by,
        mentioned=mentioned,
        figures=figures,
        day=day,
    )


def span(text: str, words: str) -> Span:
    """Return where words stand in a text."""
    start = text.index(words)
    return Span(start, start + len(words), words)


def figure(text: str, printed: str, value: float, counted: str | None = None, *, hedged: bool = False) -> Figure:
    """Return a figure as printed in a text, of what is counted."""
    return Figure(span(text, printed), value, None, None, None, counted, hedged)


def story(*claims: Claim, day: date | None = DAY, text: str = "") -> Story:
    """Return an article with these statements, numbered in their order."""
    key = next(_KEYS)
    told = [replace(one, number=number, id=f"s{key}-{number}") for number, one in enumerate(claims)]
    return Story(key, f"a{key}", day, text or "\n".join(one.around.text for one in claims), told)
