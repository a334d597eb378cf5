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
_TEXT = "Peter Auber said the dues were too high."


@pytest.fixture
def found() -> list[DecodedRelation]:
    """What a model finds that does not see who speaks."""
    return [DecodedRelation(content=[TokenRange(3, 8)], cue=TokenRange(2, 3))]


def test_a_field_that_a_repair_changes_has_its_reason(parse: Parse, found: list[DecodedRelation]) -> None:
    doc = parse(_TEXT)
    [relation] = combine(doc, found, rule_relations(doc), [], _EVEN)
    told = [(reason.field, reason.by) for reason in relation.reasons]
    assert ("source", "repair/parsed-source") in told
    assert ("content", "repair/parsed-source") not in told


def test_a_repair_that_is_left_out_changes_nothing(parse: Parse, found: list[DecodedRelation]) -> None:
    doc = parse(_TEXT)
    with without(["repair/parsed-source"]):
        [relation] = combine(doc, found, rule_relations(doc), [], _EVEN)
    assert relation.source is None


def test_a_repair_that_speaks_is_noted_where_it_speaks(parse: Parse, found: list[DecodedRelation]) -> None:
    doc = parse(_TEXT)
    hints = rule_relations(doc)
    with watching() as firings:
        combine(doc, found, hints, [], _EVEN)
    assert ("repair/parsed-source", _TEXT.index("the dues"), _TEXT.index(".")) in firings


def test_words_without_a_cue_are_nobodys(parse: Parse) -> None:
    doc = parse(_TEXT)
    assert combine(doc, [DecodedRelation(content=[TokenRange(3, 8)])], [], [], _EVEN) == []
