"""A ledger with something of everything that the API gives."""

import datetime
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord import Ledger
from tests.ledger.claims import claim
from tests.ledger.links_by_hand import link
from tests.ledger.records import store
from tests.ledger.ship import ship, ship_page

BRIDGE = "https://herald.example/bridge"
DAY = datetime.date(2031, 3, 1)


@pytest.fixture(scope="session")
def filled(empty: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger made once: events, versions, copies, claims that do not agree, links sure and unsure, judgements."""
    path = Path(shutil.copy(empty, tmp_path_factory.mktemp("filled")))
    with Ledger(path) as ledger:
        page = ship_page()
        assert ledger.add_page(page, [ship(page)], reader="r1")
        said = [("Mara Voss", "The bridge is shut"), ("Lin Jäder", "It will open")]
        for number in range(8):
            text = f"“The bridge is shut,” Mara Voss said. “It will open,” Lin Jäder replied. {number}"
            day = DAY + datetime.timedelta(days=number // 2) if number else None
            store(ledger, text, *said, url=f"https://{number}.example/bridge", day=day)
        for words in ("We knew of no crack", "We knew of a crack", "We knew of two cracks"):
            store(ledger, f"“{words},” Ada Lin said.", ("Ada Lin", words), url=BRIDGE)
        for number, words in enumerate(("The levy must be paid at once", "The duty must be paid at once")):
            day = DAY - datetime.timedelta(days=9 - number)
            url = f"https://{number}.example/levy"
            store(ledger, f"“{words},” Halla Brenning said.", ("Halla Brenning", words), url=url, day=day)
        duty, levy = ledger.statements(words='"must be paid"')
        link(ledger, "repeats", duty["id"], levy["id"])
        one, other, *_ = ledger.articles()
        link(ledger, "copy", other["id"], one["id"])
        claims = [
            claim(ledger, name, number, thing, number, affair=affair, host=host)
            for thing, affair, host in (("crates", (1, 2), "herald"), ("sailors", (3, 4), "courier"))
            for name, number in (("Mara Voss", 12), ("Ada Lin", 14))
        ]
        for first, second in (claims[:2], claims[2:]):
            link(ledger, "contradicts", second, first)
        shut, again, *_ = ledger.statements(words="shut")
        link(ledger, "repeats", shut["id"], again["id"])
        link(ledger, "denies", shut["id"], claims[0], sure=False, confidence=0.45, words=("shut",))
        link(ledger, "answers", shut["id"], claims[2], words=("bridge",))
        ledger.undo(ledger.rename("Ada Lin", "Ada B. Lin", note="only to show how")["id"])
        ledger.rename("Mara Voss", "Mara T. Voss")
    return path


@pytest.fixture
def ledger(filled: Path, tmp_path: Path) -> Iterator[Ledger]:
    """A copy of it, opened."""
    shutil.copy(filled, tmp_path / "a.ledger")
    with Ledger(tmp_path / "a.ledger") as opened:
        yield opened
