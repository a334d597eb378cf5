"""What is timed is there: the functions are named by strings, which no type checker reads."""

from pkgutil import resolve_name

import pytest

from benchmarks.time_shares import STEPS


@pytest.mark.parametrize("name", [name for names in STEPS.values() for name in names])
def test_each_timed_function_is_there(name: str) -> None:
    assert callable(resolve_name(name))
