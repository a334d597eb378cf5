"""A short run of the fuzz: `make fuzz` is a long one."""

import pytest

from tests.fuzz.mutation import make_input
from tests.fuzz.runs import run


def test_an_input_is_the_same_each_time() -> None:
    assert make_input(1, 7) == make_input(1, 7)
    assert len({make_input(1, number).body for number in range(50)}) == 50


@pytest.mark.model
def test_inputs_that_nobody_would_write_break_nothing() -> None:
    outcomes = list(run(seed=19, inputs=150, processes=1))
    assert sum(outcome.inputs for outcome in outcomes) == 150
    assert sum(outcome.read for outcome in outcomes) > 50
    assert [finding for outcome in outcomes for finding in outcome.findings] == []
