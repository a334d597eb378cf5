"""Repairs in their order: what they change has a reason, and what is left out changes nothing."""

import pytest

from onrecord.extraction.attribution.candidates import rule_relations
from onrecord.extraction.attribution.decoding import DecodedRelation
from onrecord.extraction.attribution.fusion import combine
from onrecord.extraction.encoder import Calibration
from onrecord.extraction.ranges import TokenRange
from onrecord.rules import watching, without
from tests.conftest import Parse

_EVEN = Calibration(0.0, {})
_TEXT = "Ivo Marek was accused by Peru and Brazil of lying."
_REPAIR = "repair/agent"


@pytest.fixture
def found() -> list[DecodedRelation]:
    """What a model finds that takes whoever is accused for who speaks."""
    return [DecodedRelation(content=[TokenRange(5, 10)], cue=TokenRange(2, 5), source=TokenRange(0, 2))]


def test_a_field_that_a_repair_changes_has_its_reason(parse: Parse, found: list[DecodedRelation]) -> None:
    doc = parse(_TEXT)
    [relation] = combine(doc, found, rule_relations(doc), [], _EVEN)
    told = [(reason.field, reason.by) for reason in relation.reasons]
    assert ("source", _REPAIR) in told
    assert ("content", _REPAIR) in told
    assert ("cue", _REPAIR) not in told


def test_a_repair_that_is_left_out_changes_nothing(parse: Parse, found: list[DecodedRelation]) -> None:
    doc = parse(_TEXT)
    with without([_REPAIR]):
        [relation] = combine(doc, found, rule_relations(doc), [], _EVEN)
    assert relation.source == (0, len("Ivo Marek"))


def test_a_repair_that_speaks_is_noted_where_it_speaks(parse: Parse, found: list[DecodedRelation]) -> None:
    doc = parse(_TEXT)
    hints = rule_relations(doc)
    with watching() as firings:
        combine(doc, found, hints, [], _EVEN)
    assert (_REPAIR, _TEXT.index("Peru"), _TEXT.index(".")) in firings


def test_words_without_a_cue_are_nobodys(parse: Parse) -> None:
    doc = parse(_TEXT)
    assert combine(doc, [DecodedRelation(content=[TokenRange(5, 10)])], [], [], _EVEN) == []
