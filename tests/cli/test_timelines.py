"""What was said and done day by day, on the command line."""

import json
from pathlib import Path

import pytest

from onrecord import Ledger
from tests.cli.running import Run, run_in
from tests.ledger.records import store
from tests.ledger.ship import ship, ship_page

pytestmark = pytest.mark.model


@pytest.fixture
def told(tmp_path: Path) -> Run:
    """Run commands beside a ledger of a ship that was seized, and of a claim without a day."""
    with Ledger(tmp_path / "onrecord.ledger") as ledger:
        page = ship_page()
        assert ledger.add_page(page, [ship(page)], reader="r1")
        store(ledger, "Halla Brenning: [no] comment.", ("Halla Brenning", "[no] comment"), day=None)
    return lambda *arguments, **options: run_in(tmp_path, *arguments, **options)


def test_statements_and_events_of_somebody_are_a_table_that_fits_the_terminal(told: Run) -> None:
    lines = told("timeline", "Brenning", COLUMNS="80").stdout.splitlines()
    assert max(map(len, lines)) <= 80
    assert [line[:10].strip() for line in lines if line[:1].strip()][1:] == ["2025-03-07", "2025-03-07", "no date"]
    assert "[no] comment" in lines[-1]
    assert len(json.loads(told("timeline", "Brenning", "--json").stdout)) == 3


def test_it_is_drawn_and_what_has_no_day_is_left_out(told: Run, tmp_path: Path) -> None:
    done = told("timeline", "Brenning", "--plot", "b.svg")
    assert "2 drawn in b.svg, 1 of no known day left out." in done.stderr
    assert (tmp_path / "b.svg").read_bytes().startswith(b"<?xml")


def test_a_name_that_is_nearly_somebodys_is_answered_with_that(told: Run) -> None:
    assert "Did you mean Halla Brenning?" in told("timeline", "Brening").stderr
