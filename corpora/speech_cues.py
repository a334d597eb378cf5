"""A measure on PolNeAR: recall and precision of the cues of ordinary speech, apart from all other cues.

A cue is one of ordinary speech if a word of it is a verb that introduces words in quote marks, as "say" does
(`quotative_lexeme` in the lexicon `cue_acts.tsv`). Two cues are the same if they share a character.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from corpora.articles import of_lines
from corpora.polnear import Attributions, Gold, Range
from onrecord.extraction import CharRange, Document, find_quotations
from onrecord.extraction.attribution.candidates import quotative_lexeme
from onrecord.extraction.encoder import Encoder

type CueRanges = frozenset[Range]
type Rates = dict[str, tuple[float, float]]


def speech_cues(golds: Mapping[str, Gold], predicted: Mapping[str, Attributions]) -> Rates:
    """Return recall and precision of the cues of "ordinary speech" and of "all other cues".

    Args:
        golds: the annotated articles, by name.
        predicted: what was found in them, by name.
    """
    counts: Counter[tuple[str, str]] = Counter()
    for name, (text, relations) in golds.items():
        saying = _saying(text)
        gold = set(_cues(relations))
        found = set(_cues(predicted.get(name, [])))
        for cues, others, counted in ((gold, found, "gold"), (found, gold, "found")):
            for cue in cues:
                kind = "ordinary speech" if _overlap(cue, saying) else "all other cues"
                counts[kind, counted] += 1
                counts[kind, f"{counted} in both"] += any(_overlap(cue, other) for other in others)
    return {
        kind: (
            counts[kind, "gold in both"] / counts[kind, "gold"],
            counts[kind, "found in both"] / max(counts[kind, "found"], 1),
        )
        for kind in ("ordinary speech", "all other cues")
    }


@cache
def _saying(text: str) -> list[Range]:
    """Return the verbs of ordinary speech."""
    encoder = _encoder()
    document = Document(of_lines(text))
    doc = document.tokenize(encoder.language)
    encoder.annotate(doc, encoder.encode(encoder.split(doc, find_quotations(doc))))
    found = [CharRange(token.idx, token.idx + len(token)) for token in doc if quotative_lexeme(token) is not None]
    return [(span.start, span.end) for span in document.to_page(found)]


@cache
def _encoder() -> Encoder:
    return Encoder()


def _cues(relations: Iterable[Mapping[str, Iterable[Iterable[int]]]]) -> Iterator[CueRanges]:
    for relation in relations:
        cue: CueRanges = frozenset((start, end) for start, end in relation["cue"])
        if cue and relation["content"]:
            yield cue


def _overlap(one: Iterable[Range], other: Iterable[Range]) -> bool:
    return any(start < high and low < end for low, high in other for start, end in one)
