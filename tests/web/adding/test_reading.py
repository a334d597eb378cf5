import gzip
import time
from pathlib import Path

import pytest

from onrecord import Ledger
from onrecord.web.adding import Given, Progress, ReadArticle
from onrecord.web.adding.reading import progress_of
from tests.ledger.records import store


def test_a_page_that_is_there_is_found_and_not_read_again(tmp_path: Path) -> None:
    with Ledger(tmp_path / "a.ledger") as ledger:
        page = store(ledger, "“The bridge is shut,” Lin Jäder said.", ("Lin Jäder", "The bridge is shut"))
    article = ReadArticle(f"{page.sha256[:12]}-1", "Bridge closed")
    told = list(progress_of(tmp_path / "a.ledger", Given(page.body)))
    assert told == [Progress("reading"), Progress("linking", (article,)), Progress("done", (article,))]


@pytest.mark.parametrize("body", [b"\x00" * 80, b'{"text": 3}\n{"no": 1}'])
def test_what_is_no_page_fails_with_a_remedy(tmp_path: Path, body: bytes) -> None:
    with Ledger(tmp_path / "a.ledger"):
        pass
    *_, last = progress_of(tmp_path / "a.ledger", Given(body))
    assert last.state == "failed"
    assert last.articles == ()
    assert all(failure.reason and failure.remedy for failure in last.failures)
    assert last.failures


def test_a_ledger_that_is_gone_fails_the_page(tmp_path: Path) -> None:
    *_, last = progress_of(tmp_path / "a.ledger", Given(b"x"))
    assert last.state == "failed"
    assert not (tmp_path / "a.ledger").exists()


def test_of_many_failures_the_first_are_told_and_how_many_more_there_are(tmp_path: Path) -> None:
    with Ledger(tmp_path / "a.ledger"):
        pass
    *_, last = progress_of(tmp_path / "a.ledger", Given(b'{"no": 1}\n' * 250, "a.jsonl"))
    assert [one.page for one in (last.failures[0], last.failures[99])] == ["line 1", "line 100"]
    assert last.failures[100].page == "150 more"
    assert len(last.failures) == 101


def test_a_file_of_which_too_much_fails_is_given_up(tmp_path: Path) -> None:
    with Ledger(tmp_path / "a.ledger"):
        pass
    packed = gzip.compress(b"{}\n" * 3_000_000)
    began = time.monotonic()
    *_, last = progress_of(tmp_path / "a.ledger", Given(packed, "a.jsonl.gz"))
    assert last.state == "failed"
    [failure] = last.failures
    assert "more than 1,000 lines" in failure.reason
    assert time.monotonic() - began < 20
