"""Who speaks in 154 articles of PolNeAR, by hand: our own annotation (speakers.toml, which tells how it was made).

In `benchmarks/data`; its statements are those of PolNeAR's annotators, so that it needs that corpus beside the project
(see `corpora.polnear`). Licence: as the project's.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from corpora.location import OWN
from corpora.polnear import Gold, Range, word_starts
from onrecord.folding import fold

CLASSES = ("named in full", "part of the name", "title or description", "pronoun", "joint speakers", "far", "all")
"""What kinds of sources there are, by their form."""

_FILE = OWN / "speakers.toml"
_WORD = re.compile(r"\w+")
_SENTENCE_END = re.compile(r"[.!?][\"'”’)]*\s")
_FAR = 3
_PRONOUNS = {"he", "she", "it", "they", "we", "i", "who", "his", "her", "their"}


@dataclass(frozen=True, slots=True)
class SpokenStatement:
    """A statement whose speakers are known.

    Attributes:
        part: the part of speakers.toml that it is in.
        article: its name.
        source: where the source stands in it.
        content: where the words of the content begin.
        speakers: for each speaker the names that are as good.
        others: how many speak along without a name.
        classes: what kind of source it is, of `CLASSES`.
    """

    part: str
    article: str
    source: Range
    content: frozenset[int]
    speakers: tuple[frozenset[str], ...]
    others: int
    classes: tuple[str, ...]


def spoken_statements(golds: Mapping[str, Gold]) -> Iterator[SpokenStatement]:
    """Yield the annotators' statements in `golds`, articles by name, whose source stands in speakers.toml."""
    for part, articles in tomllib.loads(_FILE.read_text(encoding="utf-8")).items():
        for article, sources in articles.items():
            if article not in golds:
                continue
            text, relations = golds[article]
            for place, names in sources.items():
                start, end = (int(edge) for edge in place.split("-"))
                speakers = tuple(frozenset(name.split("|")) for name in names if not name.startswith("~"))
                classes = tuple(_classes(text, (start, end), speakers))
                others = len(names) - len(speakers)
                for relation in relations:
                    if any(low < end and start < high for low, high in relation["source"]) and relation["content"]:
                        words = frozenset(word_starts(text, relation["content"]))
                        yield SpokenStatement(part, article, (start, end), words, speakers, others, classes)


def _classes(text: str, source: Range, speakers: Sequence[frozenset[str]]) -> Iterator[str]:
    """Yield the classes of a source by its form, "far" if no word of the name stands in the sentences before it."""
    yield "all"
    printed = fold(text[slice(*source)])
    if len(speakers) > 1:
        yield "joint speakers"
        return
    forms = [fold(form) for form in speakers[0]]
    parts = {word for form in forms for word in _WORD.findall(form) if len(word) > 2}
    if any(form in printed for form in forms):
        yield "named in full"
    elif printed in _PRONOUNS:
        yield "pronoun"
    elif parts & set(_WORD.findall(printed)):
        yield "part of the name"
    else:
        yield "title or description"
    before = fold(text[: source[0]])
    last = max((before.rfind(part) for part in parts), default=-1)
    if not parts & set(_WORD.findall(printed)) and len(_SENTENCE_END.findall(before[max(last, 0) :])) > _FAR:
        yield "far"
