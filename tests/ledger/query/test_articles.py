from pathlib import Path

from onrecord import Ledger
from tests.ledger.records import store


def test_the_articles_of_one_page_are_found_by_its_digest(tmp_path: Path) -> None:
    with Ledger(tmp_path / "a.ledger") as ledger:
        store(ledger, "“The bridge is shut,” Lin Jäder said.", ("Lin Jäder", "The bridge is shut"))
        page = store(ledger, "“The ferry runs,” Mara Voss said.", ("Mara Voss", "The ferry runs"))
        assert [row["page"]["sha256"] for row in ledger.articles(page=page.sha256)] == [page.sha256]
        assert len(ledger.articles()) == 2
        assert ledger.articles(page="0" * 64) == []
