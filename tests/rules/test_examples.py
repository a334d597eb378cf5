"""In its examples a rule speaks, and without it they give something else; in its counterexamples it keeps silent."""

import pytest

from onrecord.extraction import Reader
from onrecord.extraction.encoder import Encoder
from onrecord.extraction.rule_book import RULES
from onrecord.rules import Example, watching, without
from tests.rules.outcomes import outcome

EXAMPLES = [
    pytest.param(rule.id, one, id=f"{rule.id}-{number}")
    for rule in RULES
    for number, one in enumerate(rule.examples, start=1)
]
COUNTEREXAMPLES = [
    pytest.param(rule.id, text, id=f"{rule.id}-{number}")
    for rule in RULES
    for number, text in enumerate(rule.counterexamples, start=1)
]


@pytest.mark.parametrize(("name", "example"), EXAMPLES)
def test_a_rule_speaks_in_its_example(reader: Reader, encoder: Encoder, name: str, example: Example) -> None:
    with watching() as firings:
        given = outcome(reader, encoder, example.text)
    assert name in {firing.rule for firing in firings}
    assert example.gives is None or any(example.gives in line for line in given), given


@pytest.mark.parametrize(("name", "example"), EXAMPLES)
def test_without_a_rule_its_example_gives_something_else(
    reader: Reader, encoder: Encoder, name: str, example: Example
) -> None:
    given = outcome(reader, encoder, example.text)
    with without([name]):
        assert outcome(reader, encoder, example.text) != given


@pytest.mark.parametrize(("name", "text"), COUNTEREXAMPLES)
def test_a_rule_keeps_silent_in_its_counterexample(reader: Reader, encoder: Encoder, name: str, text: str) -> None:
    with watching() as firings:
        outcome(reader, encoder, text)
    assert name not in {firing.rule for firing in firings}
