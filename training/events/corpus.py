"""PLOVER's sentences as the event model reads them: word pieces, and the number of the class."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpora.plover import MarkedSentence
from onrecord.extraction.events import mark_pieces
from training.attribution.network import load_tokenizer

_MARK = re.compile("(</?[st]>)")


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence: its pieces, its class and the number of its kind of event, as `MarkedSentence` has them."""

    pieces: list[int]
    label: int
    kind: int


def examples(sentences: Sequence[MarkedSentence]) -> list[Example]:
    """Return what the model reads of each sentence."""
    tokenizer = load_tokenizer()
    return [Example(mark_pieces(_MARK.split(one.text), tokenizer), one.label, one.kind) for one in sentences]
