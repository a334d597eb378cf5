"""From sentences written down to the document that the pipeline leaves of them."""

from collections.abc import Iterable, Sequence

import numpy as np
from spacy.lang.en import English
from spacy.tokens import Doc

from onrecord.extraction import Document
from onrecord.extraction.encoder import FOLDER
from onrecord.extraction.encoder.annotation import Annotator
from onrecord.models import read_card
from onrecord.records import Article
from tests.documents.words import Sentence, Word

_CARD = read_card(FOLDER)
_TAGS, _RELATIONS, _NAMES = (
    {label: number for number, label in enumerate(_CARD[kind])} for kind in ("tags", "dependencies", "names")
)

_ENGLISH = English()

ANNOTATOR = Annotator(_ENGLISH.vocab, _CARD["tags"], _CARD["dependencies"], _CARD["names"])
"""What fills documents, here and in the pipeline: tags, morphology, lemmas, tree and names. It is no network."""

UNREAD = "_SP"
"""The tag of a token that the encoder does not read, since it has no letters in its vocabulary."""


def annotate(article: Article, sentences: Iterable[Sentence]) -> Doc:
    """Return the document of `article` with its parts and datelines, annotated as `sentences` have it.

    Args:
        article: an article.
        sentences: those of its title and paragraphs, in order.

    Raises:
        ValueError: the tokenizer parts the text into other words, or a label is none of the encoder's.
    """
    doc = Document(article).tokenize(_ENGLISH)
    words: list[Word] = []
    heads: list[int] = []
    for sentence in sentences:
        heads += [len(words) + word.head for word in sentence.words]
        words += sentence.words
    tokens = [token.i for token in doc if not token.is_space]
    _compare([doc[i].text for i in tokens], [word.form for word in words])
    read = [number for number, word in enumerate(words) if word.tag != UNREAD]
    place = {number: at for at, number in enumerate(read)}
    ANNOTATOR.annotate(
        doc,
        np.array([tokens[number] for number in read], dtype=np.int64),
        _numbers("tag", [words[number].tag for number in read], _TAGS),
        np.array([place[heads[number]] for number in read], dtype=np.int64),
        _numbers("relation", [words[number].relation for number in read], _RELATIONS),
        _numbers("name", [words[number].name for number in read], _NAMES),
    )
    for i, word in zip(tokens, words, strict=True):
        if word.lemma is not None:
            doc[i].lemma_ = word.lemma
    return doc


def _compare(tokens: Sequence[str], forms: Sequence[str]) -> None:
    if tokens != forms:
        at = next(
            (i for i, (a, b) in enumerate(zip(tokens, forms, strict=False)) if a != b), min(map(len, (tokens, forms)))
        )
        raise ValueError(
            f"the tokenizer has {' '.join(tokens[at : at + 4])!r} where {' '.join(forms[at : at + 4])!r} is written"
        )


def _numbers(kind: str, labels: Iterable[str], known: dict[str, int]) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    found = []
    for label in labels:
        if label not in known:
            raise ValueError(f"{label!r} is no {kind} of the encoder's: {' '.join(known)}")
        found.append(known[label])
    return np.array(found, dtype=np.int64)
