"""Two statements as the relation network reads them: as they are printed, the later one first, in word pieces."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Literal

from tokenizers import Tokenizer

from onrecord.linking.material import Claim, Party
from onrecord.models import FIRST, LAST

type Speakers = Literal["other", "same", "open"]
"""Whether the two statements have one speaker: other persons, the same, or nobody can tell."""

SPEAKERS: tuple[Speakers, ...] = ("other", "same", "open")
KINDS = 2 * len(SPEAKERS)
"""How many kinds of pieces there are: of the later or the earlier statement, with each of `SPEAKERS`."""

MOST_PIECES = 48
"""Word pieces of a statement that are read; the rest is cut off."""

# Where a sentence ends within a paragraph. An abbreviation that is taken for an end costs some context and no more.
_ENDS = re.compile(r"(?<=[.!?”\"])\s+(?=[A-Z“\"])")


@dataclass(frozen=True, slots=True)
class Pieces:
    """The word pieces of a pair, and the kind of each (below `KINDS`)."""

    ids: tuple[int, ...]
    kinds: tuple[int, ...]


def pair_pieces(later: str, earlier: str, speakers: Speakers) -> Pieces:
    """Return the word pieces of two statements, as printed."""
    first, second = (
        [*_tokenizer().encode(text, add_special_tokens=False).ids[:MOST_PIECES]] for text in (later, earlier)
    )
    kind = 2 * SPEAKERS.index(speakers)
    ids = (FIRST, *first, LAST, *second, LAST)
    return Pieces(ids, (kind,) * (len(first) + 2) + (kind + 1,) * (len(second) + 1))


def as_printed(claim: Claim) -> str:
    """Return the sentences of its paragraph in which a statement stands, with what attributes it."""
    text, start = claim.around.text, claim.around.start
    places = [*claim.content, *([claim.cue] if claim.cue else [])]
    low = min(span.start for span in places) - start
    high = max(span.end for span in places) - start
    bounds = [0, *(match.end() for match in _ENDS.finditer(text)), len(text)]
    first = max((at for at in bounds if at <= low), default=0)
    last = min((at for at in bounds if at >= high), default=len(text))
    return " ".join(text[first:last].split()) or claim.words


def speakers_of(later: Claim, earlier: Claim) -> Speakers:
    """Return whether two statements have one speaker."""
    if {party.key for party in later.speakers} & {party.key for party in earlier.speakers}:
        return "same"
    return "other" if _all_named(later.speakers) and _all_named(earlier.speakers) else "open"


def _all_named(parties: Iterable[Party]) -> bool:
    """Say whether speakers are persons with names, who are others if they are not registered as one."""
    told = list(parties)
    return bool(told) and all(party.is_named_person for party in told)


@cache
def _tokenizer() -> Tokenizer:
    # The encoder's; both networks start from one model.
    text = (resources.files("onrecord.models") / "encoder" / "tokenizer.json").read_text(encoding="utf-8")
    tokenizer = Tokenizer.from_str(text)
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer
