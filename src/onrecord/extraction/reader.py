"""The reader: each article through the encoder, and then through the packages that make its record."""

import os
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache
from importlib import metadata

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from onrecord.errors import UsageError
from onrecord.extraction.attribution import attribute
from onrecord.extraction.budget import PIECES, Budget, give_budget
from onrecord.extraction.document import Document
from onrecord.extraction.encoder import Encoder, Encoding, Pieces
from onrecord.extraction.events import EventClassifier
from onrecord.extraction.quotations import Quotation, find_quotations
from onrecord.extraction.recording import record
from onrecord.records import Article

_READING = 11
"""Raised when the same article is read another way by the same models, so that `reread` takes it up."""

_NEEDED = ("tagger", "parser", "ner", "lemmatizer")
# How many articles the encoder may be ahead, so that nothing waits for it: a run that is killed loses no more.
_AHEAD = 16
# And how many characters: what it says of a million takes 300 MB.
_MOST_AHEAD = 200_000


@dataclass(frozen=True, slots=True)
class _Pending:
    """An article that the encoder is reading."""

    document: Document
    doc: Doc
    quotes: Sequence[Quotation]
    encoding: Future[Encoding]
    budget: Budget


class Reader:
    """Reads articles with the encoder: statements, their speakers, who is named.

    Loading takes under a second and 250 MB: take it from `load_reader`. `version` names what does the reading; the
    same version reads the same article the same way. A `pipeline`, if given, tells tags, trees and names in place of
    the encoder.
    """

    def __init__(self, encoder: Encoder, pipeline: Language | None = None) -> None:
        self._encoder, self._pipeline = encoder, pipeline
        self._classifier = EventClassifier(encoder.tokenizer)
        libraries = ", ".join(f"{library} {metadata.version(library)}" for library in ("spacy", "onnxruntime"))
        models = f"models {encoder.version} and {self._classifier.version}"
        meta = pipeline.meta if pipeline else {}
        parser = f", {meta['lang']}_{meta['name']} {meta['version']}" if meta else ""
        # Between two releases what is read is told by _READING, not by how many commits there are.
        release = metadata.version("onrecord").partition(".dev")[0]
        self.version = f"onrecord {release} reading {_READING}, {models}{parser}, {libraries}"
        self._threads = ThreadPoolExecutor(_cores(), thread_name_prefix="encoder")

    def read(self, articles: Iterable[Article]) -> Iterator[Article]:
        """Yield each of `articles` with its `statements` and `entities` filled, in order.

        The encoder reads the next articles, in threads of their own, while one is finished.

        Raises:
            PageError: the next article is over a limit, or has taken too long; see `budget`.
        """
        pending: deque[_Pending] = deque()
        try:
            for article in articles:
                pending.append(self._begun(article))
                while len(pending) > _AHEAD or sum(len(one.document.text) for one in pending) > _MOST_AHEAD:
                    yield self._finished(pending.popleft())
            while pending:
                yield self._finished(pending.popleft())
        finally:
            for one in pending:
                one.encoding.cancel()

    def _begun(self, article: Article) -> _Pending:
        document = Document(article)
        doc = document.tokenize(self._pipeline or self._encoder.language)
        quotes = find_quotations(doc)
        budget = Budget(article.page.path or "text")
        give_budget(doc, budget)
        pieces = self._encoder.split(doc, quotes)
        return _Pending(document, doc, quotes, self._threads.submit(self._encoded, pieces, budget), budget)

    def _encoded(self, pieces: Pieces, budget: Budget) -> Encoding:
        budget.allow(len(pieces.ids), PIECES, "pieces of words")
        with budget.running():
            return self._encoder.encode(pieces, budget.check)

    def _finished(self, pending: _Pending) -> Article:
        encoding = pending.encoding.result()
        with pending.budget.running():
            return self._recorded(pending, encoding)

    def _recorded(self, pending: _Pending, encoding: Encoding) -> Article:
        document, doc = pending.document, pending.doc
        if self._pipeline is None:
            self._encoder.annotate(doc, encoding)
        else:
            for _, component in self._pipeline.pipeline:
                doc = component(doc)
        attributions = attribute(doc, pending.quotes, self._encoder, encoding)
        return record(document, doc, pending.quotes, attributions, self._classifier)


def load_reader(pipeline: str | None = None) -> Reader:
    """Return the reader, loaded once in a process.

    Args:
        pipeline: an installed English spaCy pipeline that gives tags, trees and names in place of the encoder.

    Raises:
        UsageError: no such pipeline is installed, or it lacks a component that reading needs.
    """
    return _loaded(pipeline)


# Apart from `load_reader`, since the cache tells a default from the same value given.
@cache
def _loaded(pipeline: str | None) -> Reader:
    return Reader(Encoder(), None if pipeline is None else _load(pipeline))


def _load(pipeline: str) -> Language:
    try:
        language = spacy.load(pipeline)
    except OSError as error:
        raise UsageError(
            f"pipeline {pipeline}", "is not installed", "install it as a Python package or leave --pipeline out"
        ) from error
    missing = [name for name in _NEEDED if name not in language.pipe_names]
    if missing or language.lang != "en":
        reason = f"lacks {', '.join(missing)}" if missing else f"is for the language '{language.lang}'"
        raise UsageError(f"pipeline {pipeline}", reason, "choose an English pipeline with these components")
    return language


def _cores() -> int | None:
    """Return how many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
