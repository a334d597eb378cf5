"""Attribution of documents, the model's share of the work beside that of the language pass."""

import os
from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass

from spacy.tokens import Doc

from onrecord.extraction.quotations import Quotation, quotations
from onrecord.reading.attribution.combining import combine
from onrecord.reading.attribution.decoding import decode
from onrecord.reading.attribution.model import Model
from onrecord.reading.attribution.pieces import split
from onrecord.reading.attribution.relation import Attribution
from onrecord.reading.attribution.rules import attribute
from onrecord.reading.attribution.scores import Scores


@dataclass(frozen=True, slots=True)
class Pending:
    """A document that the model is reading."""

    doc: Doc
    hints: Sequence[Attribution]
    quotes: Sequence[Quotation]
    scores: Future[list[Scores]]


class Attributor:
    """Finds the attribution relations of documents: `begin` with one, do something else, `finish` it."""

    def __init__(self, model: Model) -> None:
        self._model = model
        self._threads = ThreadPoolExecutor(_cores(), thread_name_prefix="attribution")

    def begin(self, doc: Doc) -> Pending:
        """Set the model to reading `doc`.

        Args:
            doc: a document after the language pass, with its titles, headings and paragraphs in `doc.spans["parts"]`.
        """
        hints, quotes = attribute(doc), quotations(doc)
        pieces = split(doc, self._model.tokenizer, hints, quotes)
        return Pending(doc, hints, quotes, self._threads.submit(self._model.scores, pieces))

    def finish(self, pending: Pending) -> list[Attribution]:
        """Return the relations of a document, in the order of their content, once the model has read it."""
        found = decode(pending.doc, pending.scores.result(), pending.quotes)
        return combine(pending.doc, found, pending.hints, pending.quotes, self._model.calibration)


def _cores() -> int | None:
    """Return how many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
