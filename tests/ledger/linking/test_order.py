"""What is found does not depend on the order in which pages are added, nor on when they are linked."""

import datetime
import shutil
from collections.abc import Sequence
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord import Ledger
from onrecord.ledger.linking import fingerprint_index
from tests.ledger.linking.printing import DAY, print_page, text
from tests.ledger.records import exported

type Printed = tuple[str, str, datetime.date | None]

# A few sentences and days, so that much is in common.
_TEXTS = st.lists(st.integers(0, 9), min_size=1, max_size=6).map(lambda numbers: text(*numbers))
_DAYS = st.none() | st.integers(0, 2).map(lambda number: DAY + datetime.timedelta(days=number))


@st.composite
def printings(draw: st.DrawFn) -> tuple[list[list[Printed]], list[Printed]]:
    """Some pages in groups, and the same pages in another order."""
    told = draw(st.lists(st.tuples(_TEXTS, _DAYS), min_size=2, max_size=7))
    pages = [(f"a.example/{number}", *one) for number, one in enumerate(told)]
    order = draw(st.permutations(pages))
    ends = sorted(draw(st.sets(st.integers(1, len(pages) - 1))) | {len(pages)})
    return [order[start:end] for start, end in zip([0, *ends], ends, strict=False)], pages


@pytest.mark.parametrize("limit", [1, 2, 8])
@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(printings())
def test_any_order_gives_the_same_links(
    empty: Path, monkeypatch: pytest.MonkeyPatch, limit: int, given_: tuple[list[list[Printed]], list[Printed]]
) -> None:
    monkeypatch.setattr(fingerprint_index, "_NEAREST", limit)
    groups, pages = given_
    assert _linked(empty, groups) == _linked(empty, [pages])


@pytest.mark.parametrize("limit", [1, 8])
@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(printings())
def test_pages_that_come_one_by_one_each_earlier_than_the_last_give_the_same_links(
    empty: Path, monkeypatch: pytest.MonkeyPatch, limit: int, given_: tuple[list[list[Printed]], list[Printed]]
) -> None:
    monkeypatch.setattr(fingerprint_index, "_NEAREST", limit)
    _, pages = given_
    latest_first = sorted(pages, key=lambda page: page[2] or datetime.date.max, reverse=True)
    assert _linked(empty, [[page] for page in latest_first]) == _linked(empty, [pages])


@st.composite
def versions(draw: st.DrawFn) -> list[list[Printed]]:
    """The versions of some pages, each with a text of its own, in the order in which they come."""
    told = st.lists(st.tuples(_TEXTS, _DAYS), min_size=1, max_size=3, unique_by=lambda one: one[0])
    return [[(f"a.example/{number}", *one) for one in draw(told)] for number in range(draw(st.integers(2, 5)))]


@pytest.mark.parametrize("limit", [1, 8])
@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(versions(), st.randoms(use_true_random=False))
def test_what_was_found_with_versions_that_were_replaced_is_gone(
    empty: Path, monkeypatch: pytest.MonkeyPatch, limit: int, pages: list[list[Printed]], chance: Random
) -> None:
    monkeypatch.setattr(fingerprint_index, "_NEAREST", limit)
    coming = [number for number, own in enumerate(pages) for _ in own]
    chance.shuffle(coming)
    left = [iter(own) for own in pages]
    assert _linked(empty, [[next(left[number])] for number in coming]) == _linked(empty, [[own[-1] for own in pages]])


def _linked(empty: Path, groups: Sequence[Sequence[Printed]]) -> bytes:
    """The links of a ledger to which pages were added in groups, and linked after each."""
    with TemporaryDirectory() as folder:
        path = Path(shutil.copy(empty, folder))
        with Ledger(path) as ledger:
            for group in groups:
                for url, told, day in group:
                    print_page(ledger, url, told, day)
                ledger.link()
            return exported(ledger, "links", "jsonl")
