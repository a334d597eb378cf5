"""Articles on the command line: tables have days, the article itself the time with its zone."""

import datetime
from dataclasses import replace
from pathlib import Path

import pytest

from onrecord import Ledger, Moment, Published
from tests.cli.running import Run, run_in
from tests.ledger.ship import ship, ship_page

pytestmark = pytest.mark.model

DAY, NIGHT = datetime.date(2031, 3, 7), datetime.time(23, 40, tzinfo=datetime.UTC)


@pytest.fixture
def timed(tmp_path: Path) -> Run:
    """Run commands beside a ledger with an article that was changed on the day of its publication."""
    page = ship_page()
    published = Published(DAY, "metadata", time=NIGHT.replace(minute=5))
    with Ledger(tmp_path / "onrecord.ledger") as ledger:
        ledger.add_page(page, [replace(ship(page), published=published, updated=Moment(DAY, NIGHT))], reader="r1")
    return lambda *arguments, **options: run_in(tmp_path, *arguments, **options)


def test_an_article_is_shown_with_its_times(timed: Run) -> None:
    shown = timed("show", f"{ship_page().sha256[:12]}-1").stdout
    assert "2031-03-07T23:05:00+00:00 (metadata), updated 2031-03-07T23:40:00+00:00" in shown


@pytest.mark.parametrize("command", [("articles",), ("statements",), ("events",), ("show", "Brenning")])
def test_tables_have_the_day_alone(timed: Run, command: tuple[str, ...]) -> None:
    done = timed(*command)
    assert done.returncode == 0, done.stderr
    assert "T23:" not in done.stdout


def test_a_table_of_articles_has_the_local_day(timed: Run) -> None:
    assert "2031-03-07" in timed("articles").stdout
