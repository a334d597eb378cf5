"""Attribution of a document: the rules' hints, the encoder's scores with them, relations of both."""

from collections.abc import Sequence

from spacy.tokens import Doc

from onrecord.extraction.attribution.candidates import rule_relations
from onrecord.extraction.attribution.decoding import decode
from onrecord.extraction.attribution.fusion import combine
from onrecord.extraction.attribution.hints import hint_features
from onrecord.extraction.attribution.relation import Attribution
from onrecord.extraction.budget import STATEMENTS, budget_of
from onrecord.extraction.encoder import Encoder, Encoding
from onrecord.extraction.quotations import Quotation


def attribute(doc: Doc, quotes: Sequence[Quotation], encoder: Encoder, encoding: Encoding) -> list[Attribution]:
    """Return the attribution relations of a document, in the order of their content.

    Args:
        doc: a document after the language pass, with its titles, headings and paragraphs in `doc.spans["parts"]`.
        quotes: its quotations.
        encoder: what has read it.
        encoding: what that said of it.
    """
    budget = budget_of(doc)
    hints = rule_relations(doc)
    budget.check()
    budget.allow(len(hints), STATEMENTS, "statements")
    found = decode(doc, encoder.scores(doc, encoding, hint_features(doc, hints)), quotes)
    budget.check()
    budget.allow(len(found), STATEMENTS, "statements")
    return combine(doc, found, hints, quotes, encoder.calibration)
