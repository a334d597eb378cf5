"""PolNeAR as the attribution network reads it: word pieces, and what each annotator marked, by tokens and by pieces."""

import pickle
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from spacy.tokens import Doc
from tokenizers import Tokenizer

from corpora import polnear
from corpora.polnear import Relation
from onrecord.extraction import CharRange, Document
from onrecord.extraction.encoder import Ints
from training.attribution.pieces import Pieces, split
from training.cue_frames import read

NO_CLASS = -100
"""The class of a piece that does not begin a word: it is not scored."""

_FIRST_CLASS = {"cue": 3, "source": 1, "content": 5}


@dataclass(frozen=True, slots=True)
class Annotation:
    """What one annotator marked, by the tokens of the document.

    Attributes:
        classes: for each token, its class (see `onrecord.extraction.encoder.scores.ROLES`).
        relations: of each relation the first token of its cue, and those of content and of source.
    """

    classes: Ints
    relations: list[tuple[int, list[int], list[int]]]


@dataclass(frozen=True, slots=True)
class Labels:
    """What one annotator marked, by the word pieces.

    Attributes:
        classes: for each piece, its class, or `NO_CLASS`.
        relations: of each relation the first piece of its cue, and those of the words of content and of source.
    """

    classes: Ints
    relations: list[tuple[int, list[int], list[int]]]


@dataclass(frozen=True, slots=True)
class Example:
    """An article of the corpus."""

    name: str
    pieces: Pieces
    labels: list[Labels]


def examples(part: str, tokenizer: Tokenizer, kept: Path) -> list[Example]:
    """Return the articles of the corpus part `part`, from the file `kept` if it is there, else made and kept there."""
    if kept.exists():
        found: list[Example] = pickle.loads(kept.read_bytes())
        return found
    folder = polnear.part(part)
    made = []
    for name, document, doc in read(polnear.gold(folder)):
        pieces = split(doc, tokenizer)
        made.append(Example(name, pieces, [_labels(pieces, one) for one in annotations(folder, name, document, doc)]))
    kept.write_bytes(pickle.dumps(made))
    return made


def annotations(folder: Path, name: str, document: Document, doc: Doc) -> list[Annotation]:
    """Return what each annotator of an article in the corpus part `folder` marked."""
    words = _Words(document, doc)
    return [_annotation(len(doc), words, relations) for relations in polnear.annotators(folder, name)]


class _Words:
    """The tokens of a document by their places on the page."""

    def __init__(self, document: Document, doc: Doc) -> None:
        places = [
            (span.start, span.end, token.i)
            for token in doc
            if not token.is_space
            for span in document.to_page([CharRange(token.idx, token.idx + len(token))])[:1]
        ]
        self._starts = [start for start, _, _ in places]
        self._places = places
        self._plain = [any(c.isalnum() for c in token.text) for token in doc]

    def within(self, ranges: Sequence[polnear.Range]) -> list[int]:
        """Return the tokens of which half or more lies in the ranges, without punctuation at the ends of each."""
        found: set[int] = set()
        for start, end in ranges:
            near = self._places[max(bisect_right(self._starts, start) - 1, 0) : bisect_right(self._starts, end)]
            tokens = [token for low, high, token in near if 2 * (min(end, high) - max(start, low)) >= high - low]
            words = [at for at, token in enumerate(tokens) if self._plain[token]]
            # The cue of a transcript's turn is a colon.
            found.update(tokens[words[0] : words[-1] + 1] if words else tokens[:1])
        return sorted(found)


def _annotation(count: int, words: _Words, relations: Sequence[Relation]) -> Annotation:
    marked = [{role: words.within(relation[role]) for role in _FIRST_CLASS} for relation in relations]
    marked = [relation for relation in marked if relation["content"]]
    classes = np.zeros(count, dtype=np.int64)
    for role, begins in _FIRST_CLASS.items():
        for relation in marked:
            before = -2
            for token in relation[role]:
                if classes[token] == 0:
                    classes[token] = begins + (token == before + 1)
                before = token
    return Annotation(classes, [(one["cue"][0], one["content"], one["source"]) for one in marked if one["cue"]])


def _labels(pieces: Pieces, annotation: Annotation) -> Labels:
    starts = np.nonzero(np.diff(pieces.tokens, prepend=-1))[0]
    first = {int(pieces.tokens[at]): int(at) for at in starts}
    classes = np.full(len(pieces.ids), NO_CLASS, dtype=np.int64)
    classes[starts] = annotation.classes[pieces.tokens[starts]]
    found = []
    for cue, *claimed in annotation.relations:
        if cue in first:
            content, source = ([first[token] for token in tokens if token in first] for tokens in claimed)
            found.append((first[cue], content, source))
    return Labels(classes, found)
