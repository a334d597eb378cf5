"""Part of speech, morphology and lemma from tag, relation and word, by spaCy's rules and lookups for English.

The rules (`attribute_rules.json`) and the lemmatizer's tables (`lookups.bin`) are those of the pipeline en_core_web_md;
they are no network. They are asked once for each word with its tag and relation, and the answer is kept.
"""

import json
from collections.abc import Iterator, Sequence
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray
from spacy import attrs
from spacy.lang.en.lemmatizer import EnglishLemmatizer
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc
from spacy.vocab import Vocab

from onrecord.extraction.encoder.dictionary import lookups
from onrecord.extraction.encoder.scores import Ints

_FOLDER = files("onrecord.models") / "morphology"

_SPACE = "_SP"
# Words that the rules judge together with the next one ("gon|na", "let|'s", "ai|n't"), and a relation that they judge
# together with it ("there is").
_PAIRED = ("ai", "c'm", "gon", "got", "let", "y", "y'")
_EXPLETIVE = "expl"
_BETWEEN = "."

type Key = tuple[int, int, int, int, int]
"""A word, the numbers of its tag and relation, and the words before and behind it where they count, else 0."""


class Morphology:
    """Tells the morphology of the words of a vocabulary, to which it adds the lemmas."""

    def __init__(self, vocab: Vocab, tags: Sequence[str], dependencies: Sequence[str]) -> None:
        self._vocab = vocab
        self._tags, self._dependencies = (*tags, _SPACE), tuple(dependencies)
        self._ruler = AttributeRuler(vocab)
        self._ruler.add_patterns(json.loads((_FOLDER / "attribute_rules.json").read_text(encoding="utf-8")))
        self._lemmatizer = EnglishLemmatizer(vocab, None, mode="rule", overwrite=False)
        self._lemmatizer.initialize(lookups=lookups())
        self._paired = np.array([vocab.strings.add(word) for word in _PAIRED], dtype=np.uint64)
        self._expletive = self._dependencies.index(_EXPLETIVE)
        self._known: dict[Key, tuple[int, int, int]] = {}

    def of(self, doc: Doc, tags: Ints, dependencies: Ints) -> tuple[NDArray[np.uint64], ...]:
        """Return for each token of `doc` the hashes of part of speech, morphology and lemma.

        Args:
            doc: a tokenised document of the vocabulary.
            tags: for each token the number of its tag, -1 for white space.
            dependencies: for each token the number of the relation by which it hangs on its head.
        """
        words = doc.to_array(attrs.ORTH)
        paired = np.isin(doc.to_array(attrs.LOWER), self._paired)
        led = np.concatenate([[False], (paired | (dependencies == self._expletive))[:-1]])
        before = np.where(led, np.concatenate([[0], words[:-1]]).astype(np.uint64), np.uint64(0))
        behind = np.where(paired, np.concatenate([words[1:], [0]]).astype(np.uint64), np.uint64(0))
        columns = (words, tags, dependencies, before, behind)
        keys: list[Key] = list(zip(*(column.tolist() for column in columns), strict=True))
        known = self._known
        new = {key: i for i, key in enumerate(keys) if key not in known}
        if new:
            known.update(zip(new, self._asked(doc, new, tags, dependencies), strict=True))
        return tuple(np.array([known[key] for key in keys], dtype=np.uint64).T)

    def _asked(self, doc: Doc, new: dict[Key, int], tags: Ints, dependencies: Ints) -> Iterator[tuple[int, int, int]]:
        """Yield what rules and tables say of words (key and a token that has it), asked in one small document."""
        places: list[int] = []
        words: list[str] = []
        asked_tags: list[str] = []
        relations: list[str] = []
        for (_, _, _, before, behind), i in new.items():
            places.append(len(words) + bool(before))
            for at in range(i - bool(before), i + 1 + bool(behind)):
                words.append(doc[at].text)
                asked_tags.append(self._tags[tags[at]])
                relations.append(self._dependencies[dependencies[at]])
            if before or behind or relations[-1] == _EXPLETIVE or words[-1].casefold() in _PAIRED:
                # It is no neighbour of the next word that is asked about.
                words.append(_BETWEEN)
                asked_tags.append(_BETWEEN)
                relations.append("punct")
        small = Doc(self._vocab, words=words, tags=asked_tags, deps=relations, heads=list(range(len(words))))
        self._lemmatizer(self._ruler(small))
        found = small.to_array([attrs.POS, attrs.MORPH, attrs.LEMMA])[places]
        yield from map(tuple, found.tolist())
