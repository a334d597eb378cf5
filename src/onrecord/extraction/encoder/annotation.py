"""From the numbers of the network to an annotated document."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from spacy import attrs
from spacy.tokens import Doc
from spacy.vocab import Vocab

from onrecord.extraction.encoder.morphology import Morphology
from onrecord.extraction.encoder.scores import Ints

# Which half of a name's class a word has.
_OUTSIDE, _INSIDE, _BEGINS = 2, 1, 3


class Annotator:
    """Fills documents of one vocabulary. It knows the labels by their names and numbers.

    Attributes:
        vocab: the vocabulary, which gets the labels and lemmas too.
    """

    def __init__(self, vocab: Vocab, tags: Sequence[str], dependencies: Sequence[str], names: Sequence[str]) -> None:
        self.vocab = vocab
        self._morphology = Morphology(vocab, tags, dependencies)
        add = vocab.strings.add
        self._tags = np.array([*(add(tag) for tag in tags), add("_SP")], dtype=np.uint64)
        self._dependencies = np.array([add(label) for label in dependencies], dtype=np.uint64)
        self._kinds = np.array([0, *(add(name[2:]) for name in names[1:])], dtype=np.uint64)
        self._inside = np.array([_OUTSIDE, *(_BEGINS if name[0] == "B" else _INSIDE for name in names[1:])])
        self._loose = list(dependencies).index("dep")

    def annotate(self, doc: Doc, words: Ints, tags: Ints, heads: Ints, labels: Ints, names: Ints) -> None:
        """Give `doc` tags, morphology, lemmas, tree, sentences and names.

        Args:
            doc: a tokenised document of the vocabulary.
            words: the tokens that the network has read, in order; of each of them:
            tags: the number of its fine-grained tag.
            heads: the word that it hangs on, itself for a root.
            labels: the number of the relation by which it hangs there.
            names: the number of its class among those of names.
        """
        count = len(doc)
        if not count:
            return
        # A token that was not read is white space or some mark that has no place in the vocabulary.
        token_tags = np.full(count, -1)
        token_labels = np.full(count, self._loose)
        token_heads = np.arange(count)
        token_tags[words], token_labels[words], token_heads[words] = tags, labels, words[heads]
        unread = np.setdiff1d(np.arange(count), words)
        if len(words):
            # It hangs on the word before it, or on the first.
            token_heads[unread] = words[np.maximum(np.searchsorted(words, unread) - 1, 0)]
        elif count > 1:
            token_heads[1:] = 0
        token_kinds, token_inside = np.zeros(count, dtype=np.uint64), np.full(count, _OUTSIDE)
        token_kinds[words], token_inside[words] = self._kinds[names], self._inside[names]
        self._bridge(unread, token_kinds, token_inside)
        parts_of_speech, morphology, lemmas = self._morphology.of(doc, token_tags, token_labels)
        columns = (
            self._tags[token_tags],
            parts_of_speech,
            morphology,
            lemmas,
            (token_heads - np.arange(count)).view(np.uint64),
            self._dependencies[token_labels],
            token_inside.astype(np.uint64),
            token_kinds,
        )
        names_of_columns = [
            attrs.TAG, attrs.POS, attrs.MORPH, attrs.LEMMA, attrs.HEAD, attrs.DEP, attrs.ENT_IOB, attrs.ENT_TYPE,
        ]  # fmt: skip
        doc.from_array(names_of_columns, np.stack(columns, axis=1))  # type: ignore[arg-type]

    @staticmethod
    def _bridge(unread: Ints, kinds: NDArray[np.uint64], inside: Ints) -> None:
        """Let a name go on over what was not read, in place."""
        gaps = np.split(unread, np.nonzero(np.diff(unread) > 1)[0] + 1) if len(unread) else []
        for gap in gaps:
            before, behind = gap[0] - 1, gap[-1] + 1
            if before >= 0 and behind < len(kinds) and inside[behind] == _INSIDE and kinds[before] == kinds[behind]:
                kinds[gap], inside[gap] = kinds[behind], _INSIDE
