import datetime
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord import Ledger
from tests.ledger.records import store
from tests.ledger.ship import ship, ship_page


@pytest.fixture(scope="session")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty ledger, made once, since all migrations make it."""
    path = tmp_path_factory.mktemp("empty") / "a.ledger"
    with Ledger(path):
        return path


@pytest.fixture
def ledger(tmp_path: Path, empty: Path) -> Iterator[Ledger]:
    shutil.copy(empty, tmp_path)
    with Ledger(tmp_path / "a.ledger") as opened:
        yield opened


@pytest.fixture
def three(ledger: Ledger) -> Ledger:
    store(ledger, "“The bridge is shut,” Lin Jäder said.", ("Lin Jäder", "The bridge is shut"))
    day = datetime.date(2025, 3, 6)
    store(
        ledger,
        "“Berlin bridges were closing,” Otto Berlin said.",
        ("Otto Berlin", "Berlin bridges were closing"),
        day=day,
    )
    store(ledger, "“No comment on ferries,” Ada Lin said.", ("Ada Lin", "No comment on ferries"), day=None)
    return ledger


@pytest.fixture
def told(ledger: Ledger) -> Ledger:
    page = ship_page()
    assert ledger.add_page(page, [ship(page)], reader="r1")
    return ledger
