"""Two statements as the relation network reads them: as they are printed, the later one first, in word pieces.

Of each it reads who speaks, the sentence before it in its paragraph, and the sentences that it stands in, in which its
own words are marked. Beside that it is told whether one speaks in both, and how they stand to each other.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Literal

from tokenizers import Tokenizer

from onrecord.linking.material import Claim
from onrecord.models import FIRST, LAST

type Speakers = Literal["other", "same", "open"]
"""Whether the two statements have one speaker: other persons, the same, or nobody can tell."""

type Place = Literal["next", "within", "one day", "days"]
"""How they stand to each other: one behind the other in an article, in one article, in two of one day, of two days."""

SPEAKERS: tuple[Speakers, ...] = ("other", "same", "open")
PLACES: tuple[Place, ...] = ("next", "within", "one day", "days")

_SPEAKER, _BESIDE, _SAID = range(3)
ROLES = 3
KINDS = 2 * ROLES + len(SPEAKERS) * len(PLACES)
"""How many kinds of pieces there are: of each statement the speaker's, what stands beside it and what is said; and for
the first piece, each of `SPEAKERS` with each of `PLACES`."""

MOST_OF_SPEAKER, MOST_BEFORE, MOST_SAID = 8, 8, 40
"""Word pieces that are read of the speakers' names, of the sentence before, and of the statement's own sentences."""

LONGEST = 2 * (MOST_OF_SPEAKER + MOST_BEFORE + MOST_SAID) + 3
"""The most pieces that a pair has."""

# Where a sentence ends within a paragraph. An abbreviation that is taken for an end costs some context and no more.
_ENDS = re.compile(r"(?<=[.!?”\"])\s+(?=[A-Z“\"])")

type Ranges = Sequence[tuple[int, int]]
"""Places in a text: the first character of each, and the last + 1."""


@dataclass(frozen=True, slots=True)
class Pieces:
    """The word pieces of a pair, and the kind of each (below `KINDS`)."""

    ids: tuple[int, ...]
    kinds: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Printed:
    """A statement as the network reads it: the speakers' names, and its sentences; `said` are the places of its words.

    `before` is the sentence before these in its paragraph, if there is one.
    """

    speakers: str
    before: str
    text: str
    said: tuple[tuple[int, int], ...]


def pair_pieces(later: Printed, earlier: Printed, speakers: Speakers, place: Place) -> Pieces:
    """Return the word pieces of two statements."""
    ids, kinds = [FIRST], [first_kind(speakers, place)]
    for side, printed in enumerate((later, earlier)):
        for piece, role in statement_pieces(printed):
            ids.append(piece)
            kinds.append(side * ROLES + role)
    return Pieces(tuple(ids), tuple(kinds))


def first_kind(speakers: Speakers, place: Place) -> int:
    """Return the kind of the first piece of a pair."""
    return 2 * ROLES + len(PLACES) * SPEAKERS.index(speakers) + PLACES.index(place)


def as_printed(claim: Claim) -> Printed:
    """Return a statement with the sentences of its paragraph in which it and its cue stand."""
    names = " and ".join(party.name for party in claim.speakers)
    return printed_in(claim.around.text, claim.around.start, _places(claim), _places(claim, cue=True), names)


def printed_in(text: str, start: int, said: Ranges, whole: Ranges, speakers: str) -> Printed:
    """Return a statement as it stands in a paragraph.

    Args:
        text: the paragraph.
        start: its first character on the page.
        said: where the words of the statement stand on the page.
        whole: where they and those that attribute it stand.
        speakers: the names of the speakers.
    """
    low, high = min(one for one, _ in whole) - start, max(other for _, other in whole) - start
    bounds = [0, *(match.end() for match in _ENDS.finditer(text)), len(text)]
    first = max((at for at in bounds if at <= low), default=0)
    last = min((at for at in bounds if at >= high), default=len(text))
    before = max((at for at in bounds if at < first), default=first)
    shown = [(max(one - start, first) - first, min(other - start, last) - first) for one, other in said]
    return Printed(
        speakers, text[before:first], text[first:last], tuple(place for place in shown if place[0] < place[1])
    )


def speakers_of(later: Claim, earlier: Claim, *, within: bool) -> Speakers:
    """Return whether two statements have one speaker; `within` tells whether they are of one article."""
    if later.speaking.share(earlier.speaking, within=within):
        return "same"
    everybody = (*later.speakers, *earlier.speakers)
    both = bool(later.speakers) and bool(earlier.speakers)
    return "other" if both and all(party.is_named_person for party in everybody) else "open"


def place_of(later: Claim, earlier: Claim, *, within: bool) -> Place:
    """Return how two statements stand to each other; `within` tells whether they are of one article."""
    if within:
        return "next" if later.number - earlier.number == 1 else "within"
    return "one day" if later.day == earlier.day else "days"


def _places(claim: Claim, *, cue: bool = False) -> Ranges:
    spans = [*claim.content, *([claim.cue] if cue and claim.cue else [])]
    return [(span.start, span.end) for span in spans]


def statement_pieces(printed: Printed) -> Iterator[tuple[int, int]]:
    """Yield each piece of a statement and its role, below `ROLES`: whether it is of the speaker, beside it, or said."""
    for piece in _encoded(printed.speakers)[:MOST_OF_SPEAKER]:
        yield piece.number, _SPEAKER
    # Of the sentence before, its end is read.
    for piece in _encoded(printed.before)[-MOST_BEFORE:]:
        yield piece.number, _BESIDE
    for piece in _encoded(printed.text)[:MOST_SAID]:
        own = any(start <= piece.start < end for start, end in printed.said)
        yield piece.number, _SAID if own else _BESIDE
    yield LAST, _BESIDE


@dataclass(frozen=True, slots=True)
class _Piece:
    number: int
    start: int


def _encoded(text: str) -> list[_Piece]:
    found = _tokenizer().encode(text, add_special_tokens=False)
    return [_Piece(number, start) for number, (start, _) in zip(found.ids, found.offsets, strict=True)]


@cache
def _tokenizer() -> Tokenizer:
    # The encoder's; both networks start from one model.
    text = (resources.files("onrecord.models") / "encoder" / "tokenizer.json").read_text(encoding="utf-8")
    tokenizer = Tokenizer.from_str(text)
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer
