"""Each rule has an entry, and each entry is of a rule."""

from collections import Counter
from typing import Any

import pytest

from onrecord.extraction.rule_book import RULES
from onrecord.rules import KINDS, Rule, entries


def test_no_two_rules_have_one_identifier() -> None:
    times = Counter(rule.id for rule in RULES)
    assert [name for name, count in times.items() if count > 1] == []


def test_each_rule_has_an_entry_and_each_entry_is_of_a_rule() -> None:
    assert {rule.id for rule in RULES} == {name for name, one in entries().items() if one.subject != "scores"}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_each_rule_has_a_kind_and_says_what_it_says(rule: Rule[Any]) -> None:
    assert rule.kind in KINDS
    assert rule.says.endswith(".")


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_each_rule_has_an_example_and_a_counterexample(rule: Rule[Any]) -> None:
    assert rule.examples
    assert rule.counterexamples
