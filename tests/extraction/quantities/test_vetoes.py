"""Without a veto a number in its examples is claimed; in its counterexamples there is a number to claim."""

import pytest

from onrecord.extraction import Reader
from onrecord.extraction.encoder import Encoder
from onrecord.extraction.quantities import RULES
from onrecord.rules import without
from tests.rules.outcomes import outcome

_VETOES = [rule for rule in RULES if rule.kind == "veto"]


@pytest.mark.parametrize(
    ("name", "text"),
    [pytest.param(rule.id, one.text, id=rule.id) for rule in _VETOES for one in rule.examples],
)
def test_a_veto_takes_a_number_away(reader: Reader, encoder: Encoder, name: str, text: str) -> None:
    def claimed() -> int:
        return sum(line.startswith("quantity: ") for line in outcome(reader, encoder, text))

    kept = claimed()
    with without([name]):
        assert claimed() > kept


@pytest.mark.parametrize("text", [pytest.param(text, id=rule.id) for rule in _VETOES for text in rule.counterexamples])
def test_what_a_veto_must_leave_is_claimed(reader: Reader, encoder: Encoder, text: str) -> None:
    assert any(line.startswith("quantity: ") for line in outcome(reader, encoder, text))
