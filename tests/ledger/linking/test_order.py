"""What is found does not depend on the order in which pages are added, nor on when they are linked."""

import datetime
import shutil
from collections.abc import Sequence
from pathlib import Path
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
