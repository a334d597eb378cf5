"""The encoder's network, run by ONNX Runtime over windows of word pieces."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable

import numpy as np
import spacy
from numpy.typing import NDArray
from spacy.language import Language
from spacy.tokens import Doc
from tokenizers import Tokenizer

from onrecord.extraction.encoder.annotation import Annotator
from onrecord.extraction.encoder.calibration import Calibration
from onrecord.extraction.encoder.features import parse_features
from onrecord.extraction.encoder.name_path import NamePath
from onrecord.extraction.encoder.pieces import Pieces, split
from onrecord.extraction.encoder.scores import Ints, Scores
from onrecord.extraction.encoder.tree import best_heads
from onrecord.extraction.quotations import Quotation
from onrecord.extraction.ranges import WordRange
from onrecord.models import FIRST, LAST, load_session, read_card

FOLDER = files("onrecord.models") / "encoder"
"""What ships: `encoder.onnx`, `labels.onnx`, `attribution.onnx`, `tokenizer.json` and `card.json`, which has their
checksums, the label sets and the calibration."""

# A vocabulary forgets nothing, and new names come with each article: so many strings, those of some 450 articles, and
# what is known of the words take 25 MB.
_MOST_STRINGS = 30_000


@dataclass(frozen=True, slots=True)
class Window:
    """What the heads of attribution need of a window: its words (low, high) and their states (a row a word)."""

    low: int
    high: int
    states: NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Encoding:
    """What the network says of the n words of a document.

    Attributes:
        pieces: the document as it was read.
        tags: for each word the number of its fine-grained tag.
        names: for each word the number of its class among those of names (BIO).
        heads: for each word the word that it hangs on, itself for the root of a sentence.
        labels: for each word the number of the relation by which it hangs there.
        windows: the windows that were read, those without words left out.
    """

    pieces: Pieces
    tags: Ints
    names: Ints
    heads: Ints
    labels: Ints
    windows: Sequence[Window]


class Encoder:
    """The network in a folder, with the tokenizer and the lemmatizer of English. Threads may share it.

    One pass over a document gives tags, trees, names and the states that attribution judges by: `split` it, `encode`
    the pieces (which takes the time, and may be done in another thread), `annotate` the document, and ask for the
    `scores` of attribution once the rules have given their hints.

    Each window is run alone and on one thread, so that a page is never read in another way because of its neighbours.
    The arithmetic of the layers is in 8 bits, with weights of 7, so that no processor's instructions can overflow.

    Attributes:
        version: tells the files in the folder apart, by their checksums.
        calibration: how likely a relation is right by its scores.
    """

    def __init__(self, folder: Traversable = FOLDER) -> None:
        card = read_card(folder)
        self.version: str = card["version"]
        self.calibration = Calibration(card["calibration"]["intercept"], card["calibration"]["weights"])
        self.tokenizer = Tokenizer.from_str((folder / "tokenizer.json").read_text(encoding="utf-8"))
        self.tokenizer.no_truncation()
        self.tokenizer.no_padding()
        self._network, self._labels, self._attribution = (
            load_session(folder / f"{name}.onnx") for name in ("encoder", "labels", "attribution")
        )
        self._root = card["dependencies"].index("ROOT")
        self._name_path = NamePath(card["names"])
        self._labelling = card["tags"], card["dependencies"], card["names"]
        self._language = spacy.blank("en")
        self._annotator = Annotator(self._language.vocab, *self._labelling)

    @property
    def language(self) -> Language:
        """English without a trained pipeline: it makes the documents.

        Another one, with a new vocabulary, once that has got large; documents keep the one that they were made with.
        """
        language = self._language
        if len(language.vocab.strings) > _MOST_STRINGS:
            language = self._language = spacy.blank("en")
        return language

    def split(self, doc: Doc, quotes: Sequence[Quotation]) -> Pieces:
        """Return the word pieces of a tokenised document that has its parts in `doc.spans["parts"]`."""
        return split(doc, self.tokenizer, quotes)

    def encode(self, pieces: Pieces, check: Callable[[], None] = lambda: None) -> Encoding:
        """Return what the network says of a document; before each window it calls `check`, which may end it."""
        count = len(pieces.words)
        tags, names, heads, labels = np.zeros((4, count), dtype=np.int64)
        windows = []
        for start, end in pieces.windows:
            check()
            low, high = (int(at) for at in np.searchsorted(pieces.first, [start, end]))
            if low == high:
                continue
            words = slice(low, high)
            ids = np.array([[FIRST, *pieces.ids[start:end], LAST]], dtype=np.int64)
            shown = np.zeros((1, end - start + 2, pieces.surface.shape[1]), dtype=np.int64)
            shown[0, 1:-1] = pieces.surface[start:end]
            given = {"pieces": ids, "surface": shown, "first": pieces.first[None, words] - start + 1}
            tags[words], named, starts, arcs, dependents, headed, states = self._network.run(None, given)
            begins = (starts > 0) | pieces.begun[words]
            begins[0] = True
            own = best_heads(arcs, np.cumsum(begins) - 1)
            names[words] = self._name_path.best(named, begins)
            heads[words] = own + low
            labels[words] = self._labelled(dependents, headed, own)
            windows.append(Window(low, high, states))
        return Encoding(pieces, tags, names, heads, labels, windows)

    def _labelled(self, dependents: NDArray[np.float32], heads: NDArray[np.float32], own: Ints) -> Ints:
        """Return the label of each word of a window, whose head is `own`."""
        at = np.arange(len(own))
        # Row 0 of the heads is that of no word.
        scores = self._labels.run(None, {"dependents": dependents, "heads": heads[np.where(own == at, 0, own + 1)]})[0]
        scores[:, self._root] = -np.inf
        labels: Ints = np.where(own == at, self._root, scores.argmax(axis=1))
        return labels

    def annotate(self, doc: Doc, encoding: Encoding) -> None:
        """Give `doc` its tags, parts of speech, lemmas, tree, sentences and names."""
        annotator = self._annotator
        if annotator.vocab is not doc.vocab:
            # Only a new one forgets the words; another thread may be at the old one.
            annotator = self._annotator = Annotator(doc.vocab, *self._labelling)
        words = encoding.pieces.words
        annotator.annotate(doc, words, encoding.tags, encoding.heads, encoding.labels, encoding.names)

    def scores(self, doc: Doc, encoding: Encoding, hinted: Ints) -> Iterator[Scores]:
        """Yield what the heads of attribution say of each window: one after the other, since they are large.

        Args:
            doc: a document after the language pass.
            encoding: what the network said of it.
            hinted: what the rules take each of its tokens for.
        """
        pieces = encoding.pieces
        features = np.concatenate(
            [parse_features(doc)[pieces.words], pieces.surface[pieces.first], hinted[pieces.words, None]], axis=1
        )
        edges = np.searchsorted(pieces.first, np.array(pieces.parts, dtype=np.int64).reshape(-1, 2))
        for window in encoding.windows:
            low, high = window.low, window.high
            given = {"states": window.states, "features": features[low:high]}
            roles, claims = self._attribution.run(None, given)
            inside = np.clip(edges, low, high) - low
            parts = [WordRange(start, end) for start, end in inside.tolist() if start < end]
            content, source = claims.astype(np.float64)
            yield Scores(pieces.words[low:high], parts, roles.astype(np.float64), content, source)
