"""The turns of press briefings, by their labels alone: what a reader of transcripts must give to the right speaker.

The texts are those of `corpora.news` ("transcripts": White House briefings and gaggles, public record). A turn opens
with a label in capitals and a colon ("MS. HOLT:"), or with a "Q". Nothing of onrecord is used here.
"""

import gzip
import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpora.location import located
from corpora.news import COLLECTIONS
from corpora.polnear import Range

QUESTION = "Q"
"""The label of whoever asks."""

_FRONT = re.compile(r"\A---\n.*?\n---\n", re.S)
_LABEL = re.compile(r"^(?:(?P<name>[A-Z][A-Z.,'’-]*(?: [A-Z][A-Z.,'’-]*){0,5}):(?=\s)|(?P<asks>Q)\s+(?=\S))", re.M)
_OVER = re.compile(r"^\s*(?:END\b|\*{3}|#{3}|\* \* \*).*", re.M)
# Fact sheets have labels that nobody speaks behind, but no two that come again.
_LEAST_AGAIN = 2


@dataclass(frozen=True, slots=True)
class LabelledTurn:
    """What stands behind a label up to the next one.

    Attributes:
        label: the label, without its colon.
        words: where each of its words stands.
    """

    label: str
    words: tuple[Range, ...]


@dataclass(frozen=True, slots=True)
class Transcript:
    """A text with its turns."""

    name: str
    text: str
    turns: tuple[LabelledTurn, ...]


def transcripts() -> Iterator[Transcript]:
    """Yield the briefings whose turns are labelled, by name.

    Raises:
        FileNotFoundError: they are not there.
    """
    for file in sorted(located(COLLECTIONS["transcripts"]).glob("*.txt.gz")):
        text = gzip.decompress(file.read_bytes()).decode()
        turns = tuple(_turns(text))
        labels = [turn.label for turn in turns]
        if sum(labels.count(label) > 1 for label in set(labels)) >= _LEAST_AGAIN:
            yield Transcript(file.name.removesuffix(".txt.gz"), text, turns)


def _turns(text: str) -> Iterator[LabelledTurn]:
    front = _FRONT.match(text)
    labels = list(_LABEL.finditer(text, front.end() if front else 0))
    if not labels:
        return
    over = _OVER.search(text, labels[-1].end())
    ends = [*(label.start() for label in labels[1:]), over.start() if over else len(text)]
    for label, end in zip(labels, ends, strict=True):
        words = tuple(word.span() for word in re.compile(r"\w+").finditer(text, label.end(), end))
        yield LabelledTurn(label["name"] or QUESTION, words)
