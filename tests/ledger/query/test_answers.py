import pickle
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from onrecord import Label, Ledger, LedgerError, UsageError
from tests.ledger.records import make_page, read, store


@pytest.fixture
def many(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> Ledger:
    """A ledger of which no more than two rows beyond a page are counted at once."""
    for number in range(6):
        store(ledger, f"“It rains {number},” Ada Lin said.", ("Ada Lin", f"It rains {number}"))
    monkeypatch.setattr("onrecord.ledger.query.queries.BEYOND", 2)
    return ledger


def test_a_copy_has_all_counted(many: Ledger) -> None:
    found = many.statements(limit=1)
    assert (found.at_least, found.all_counted) == (3, False)
    copy = pickle.loads(pickle.dumps(found))
    assert (list(copy), copy.total, copy.all_counted) == (list(found), 6, True)


def test_what_was_not_counted_cannot_be_once_the_ledger_is_closed(many: Ledger) -> None:
    found = many.statements(limit=1)
    all_of_them = many.statements(limit=6)
    many.close()
    assert all_of_them.total == 6
    with pytest.raises(LedgerError, match="is closed"):
        print(found.total)


def test_a_limit_below_zero_is_none_and_a_very_large_one_is_all(many: Ledger) -> None:
    for ask in (many.statements, many.events, many.entities, many.entity_list, many.articles):
        with pytest.raises(UsageError, match="no number of rows"):
            ask(limit=-1)
    assert len(many.statements(limit=2**70)) == 6
    assert len(many.statements(words="rains", limit=0)) == 0


def test_threads_may_ask_one_ledger(many: Ledger, tmp_path: Path) -> None:
    many.close()
    with Ledger(tmp_path / "a.ledger", create=False) as shared, ThreadPoolExecutor(8) as threads:
        answers = [threads.submit(shared.statements, words="rains") for _ in range(200)]
        assert {len(answer.result()) for answer in answers} == {6}


@pytest.mark.parametrize(
    ("printed", "asked"),
    [("Straße gesperrt", "strasse gesperrt"), ("The ﬁnal oﬃce", "final office"), ("Zoë’s Bridge", "ZOE'S bridge")],
)
def test_an_article_is_found_by_its_title_however_that_is_written(ledger: Ledger, printed: str, asked: str) -> None:
    page = make_page("“It rains,” Ada Lin said.")
    [article] = read(page, ("Ada Lin", "It rains"))
    ledger.add_page(page, [replace(article, title=Label(printed))], reader="r1")
    assert ledger.article(asked)["id"] == article.id
    assert list(ledger.check()) == []
