"""From scores to relations, on scores written by hand."""

import numpy as np
import pytest
import spacy
from spacy.tokens import Doc

from onrecord.extraction.attribution.decoding import DecodedRelation, best_path, decode
from onrecord.extraction.encoder import Calibration
from onrecord.extraction.encoder.scores import WORD_CLASSES, Scores
from onrecord.extraction.quotations import Quotation
from onrecord.extraction.ranges import TokenRange, WordRange

NLP = spacy.blank("en")
SURE = 0.95


def scores(doc: Doc, classes: dict[int, int], claims: dict[tuple[str, int, int], float]) -> Scores:
    """Scores in which each token has its class (none unless given), and cues claim words as told."""
    roles = np.full((len(doc), len(WORD_CLASSES)), (1 - SURE) / (len(WORD_CLASSES) - 1))
    for token in range(len(doc)):
        roles[token, classes.get(token, 0)] = SURE
    claimed = {kind: np.zeros((len(doc), len(doc))) for kind in ("content", "source")}
    for (kind, cue, word), claim in claims.items():
        claimed[kind][cue, word] = claim
    return Scores(np.arange(len(doc)), [WordRange(0, len(doc))], np.log(roles), claimed["content"], claimed["source"])


def shape(found: DecodedRelation) -> tuple[list[TokenRange], TokenRange | None, TokenRange | None]:
    return found.content, found.cue, found.source


def test_a_content_goes_to_the_cue_that_claims_it_most() -> None:
    doc = NLP("Voss said rain ; Marek denied snow")
    window = scores(
        doc,
        {0: 1, 1: 3, 2: 5, 4: 1, 5: 3, 6: 5},
        {
            ("content", 1, 2): 0.9, ("content", 5, 2): 0.3, ("content", 5, 6): 0.8, ("content", 1, 6): 0.1,
            ("source", 1, 0): 0.9, ("source", 5, 4): 0.9, ("source", 5, 0): 0.2,
        },
    )  # fmt: skip
    assert [shape(one) for one in decode(doc, [window], [])] == [
        ([(2, 3)], (1, 2), (0, 1)),
        ([(6, 7)], (5, 6), (4, 5)),
    ]


def test_a_cue_takes_one_of_several_contents_that_it_claims_nearly_as_much() -> None:
    doc = NLP("rain Voss told . snow she added")
    classes = {0: 5, 1: 1, 2: 3, 4: 5, 5: 1, 6: 3}
    claims = {("content", 2, 0): 0.9, ("content", 2, 4): 0.8}
    near = scores(doc, classes, claims | {("content", 6, 4): 0.5})
    assert [one.content for one in decode(doc, [near], [])] == [[(0, 1)], [(4, 5)]]
    far = scores(doc, classes, claims | {("content", 6, 4): 0.3})
    assert [one.content for one in decode(doc, [far], [])] == [[(0, 1), (4, 5)]]


def test_a_content_that_no_cue_claims_has_neither_cue_nor_source() -> None:
    doc = NLP("Voss said rain")
    window = scores(doc, {0: 1, 1: 3, 2: 5}, {("content", 1, 2): 0.1})
    assert [shape(one) for one in decode(doc, [window], [])] == [([(2, 3)], None, None)]


def test_a_quotation_is_content_whole_if_most_of_it_is() -> None:
    doc = NLP('Voss said " the rain will stop "')
    classes = {0: 1, 1: 3, 4: 5, 5: 6, 6: 6}
    window = scores(doc, classes, {("content", 1, word): 0.9 for word in range(3, 7)})
    quotes = [Quotation(doc[2].idx, doc[7].idx + 1)]
    assert [one.content for one in decode(doc, [window], [])] == [[(4, 7)]]
    assert [one.content for one in decode(doc, [window], quotes)] == [[(3, 7)]]


def test_nothing_goes_on_that_has_not_begun() -> None:
    roles = np.log(np.full((3, 7), 0.01))
    roles[1, 6] = np.log(0.9)
    roles[0, 0] = roles[2, 0] = np.log(0.9)
    path = list(best_path(roles))
    assert path[1] != 6 or path[0] in {5, 6}
    roles[0, 5] = np.log(0.5)
    assert list(best_path(roles)) == [5, 6, 0]


@pytest.mark.parametrize(("cue", "least", "most"), [(0.0, 0.11, 0.13), (1.0, 0.49, 0.51)])
def test_confidence_is_a_logistic_regression(cue: float, least: float, most: float) -> None:
    assert least < Calibration(-2.0, {"cue": 2.0}).probability({"cue": cue}) < most
