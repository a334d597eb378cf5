"""A page of any kind takes time in proportion to its length."""

import time
from contextlib import suppress

import pytest

from onrecord import PageError
from onrecord.pages import cut, from_text
from tests.pages.hostile import PAGES

_LENGTH = 30_000
_TIMES = 4
# What the longer one may take: somewhat more than in proportion, since clocks and memory are not even.
_MOST = 2 * _TIMES
# Less than that is not measured, but is little.
_LEAST_SECONDS = 0.05


def seconds(page: str) -> float:
    began = time.process_time()
    with suppress(PageError):
        cut(from_text(page))
    return time.process_time() - began


@pytest.mark.parametrize("name", PAGES)
def test_a_page_of_four_times_the_length_takes_about_four_times_as_long(name: str) -> None:
    make = PAGES[name]
    short, long = make(_LENGTH), make(_TIMES * _LENGTH)
    allowed = _MOST * max(seconds(short), _LEAST_SECONDS)
    # Once may be unlucky.
    assert any(seconds(long) < allowed for _ in range(3))
