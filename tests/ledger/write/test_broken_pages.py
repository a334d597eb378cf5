"""Whatever a page does to a step of a run costs that page; what is wrong with the file or the process ends the run."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import product
from pathlib import Path

import pytest
from sqlalchemy.exc import OperationalError

from onrecord import Article, Ledger, LedgerError, Page, PageError, Published, UsageError, WorkerError, pages
from onrecord.running import Readers, readers, workers
from tests.ledger.write.broken import (
    BAD,
    ERRORS,
    NAMES,
    OF_A_ROW,
    STEPS,
    STORY,
    break_cutting,
    break_loading,
    break_storing,
    lay,
    told_alone,
)


class Plain:
    """A reader that reads nothing out of articles, and breaks at those of the bad page."""

    version = "plain"

    def __init__(self, error: Callable[[], BaseException] | None = None) -> None:
        self._error = error

    def read(self, articles: Iterable[Article]) -> Iterator[Article]:
        for article in articles:
            if self._error and article.page.path and article.page.path.endswith(BAD):
                raise self._error()
            yield article


@pytest.fixture(autouse=True)
def plain(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.node.get_closest_marker("model") is None:
        monkeypatch.setattr(readers, "load_reader", lambda _: Plain())


@pytest.mark.parametrize("names", [(BAD,), NAMES], ids=["alone", "among others"])
@pytest.mark.parametrize("what", ERRORS)
@pytest.mark.parametrize("step", STEPS)
def test_a_page_that_breaks_a_step_fails_alone(
    ledger: Ledger, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str, what: str, names: tuple[str, ...]
) -> None:
    lay(tmp_path / "pages", *names)
    STEPS[step](monkeypatch, ERRORS[what])
    error = told_alone(ledger, tmp_path / "pages", *names)
    assert step in error.reason or what == "a page's own"


@pytest.mark.parametrize("names", [(BAD,), NAMES], ids=["alone", "among others"])
@pytest.mark.parametrize("what", ERRORS)
def test_a_page_that_breaks_the_reading_fails_alone(
    ledger: Ledger, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, what: str, names: tuple[str, ...]
) -> None:
    lay(tmp_path / "pages", *names)
    monkeypatch.setattr(readers, "load_reader", lambda _: Plain(ERRORS[what]))
    error = told_alone(ledger, tmp_path / "pages", *names)
    assert "reading" in error.reason or what in {"a page's own", "stop"}


@pytest.mark.parametrize("what", OF_A_ROW)
def test_a_row_that_the_database_does_not_take_fails_its_page_alone(
    ledger: Ledger, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    lay(tmp_path / "pages", *NAMES)
    break_storing(monkeypatch, OF_A_ROW[what])
    error = told_alone(ledger, tmp_path / "pages", *NAMES)
    assert "INSERT" not in str(error)


def test_a_page_that_is_cut_into_nothing_fails_alone(
    ledger: Ledger, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lay(tmp_path / "pages", *NAMES)
    cut = pages.cut
    monkeypatch.setattr(pages, "cut", lambda page, **_: () if page.path.endswith(BAD) else cut(page))
    assert "no article" in told_alone(ledger, tmp_path / "pages", *NAMES).reason


def test_a_file_that_breaks_in_its_middle_keeps_what_came_before(
    ledger: Ledger, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    load = pages.load

    def broken(file: pages.InputFile) -> Iterator[Page | PageError]:
        yield from load(file)
        if file.path.endswith("b.txt"):
            raise ValueError("no such line")

    lay(tmp_path / "pages", "a.txt", "b.txt", "c.txt")
    monkeypatch.setattr(pages, "load", broken)
    added = ledger.add(tmp_path / "pages")
    assert (added.pages, len(added.failures)) == (3, 1)
    assert added.failures[0].subject.endswith("b.txt, after page 1")


ENDINGS: dict[str, tuple[Callable[[], BaseException], type[BaseException]]] = {
    "ledger": (lambda: LedgerError("a.ledger", "the disk is full", "make room"), LedgerError),
    "worker": (lambda: WorkerError("reading", "a process was killed", "run it again"), WorkerError),
    "interrupt": (KeyboardInterrupt, KeyboardInterrupt),
    "disk": (lambda: OperationalError("INSERT", {}, sqlite3.OperationalError("database or disk is full")), LedgerError),
}


@pytest.mark.parametrize(("step", "what"), [*product(STEPS, ("ledger", "worker", "interrupt")), ("storing", "disk")])
def test_what_is_the_runs_ends_it_and_what_was_written_stays(
    ledger: Ledger, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str, what: str
) -> None:
    error, expected = ENDINGS[what]
    lay(tmp_path / "pages", *NAMES)
    # Each article is written before the next is loaded.
    monkeypatch.setattr(readers, "_BATCH", 1)
    STEPS[step](monkeypatch, error)
    with pytest.raises(expected):
        ledger.add(tmp_path / "pages")
    kept = [Path(row["page"]["path"] or "").name for row in ledger.articles()]
    assert kept == list(NAMES[: NAMES.index(BAD)])[: len(kept)]
    assert kept
    assert list(ledger.check()) == []


@pytest.mark.parametrize("breaks", [break_loading, break_cutting, break_storing])
def test_a_stored_page_that_breaks_is_not_read_again_and_the_others_are(
    ledger: Ledger, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, breaks: Callable[..., None]
) -> None:
    lay(tmp_path / "pages", *NAMES)
    ledger.add(tmp_path / "pages")
    raw = sqlite3.connect(tmp_path / "a.ledger", isolation_level=None)
    raw.execute("UPDATE readings SET reader = 'older'")
    if breaks is break_loading:
        # Its stored bytes are damaged.
        raw.execute("UPDATE pages SET body = x'00' WHERE path LIKE '%' || ?", [BAD])
    else:
        breaks(monkeypatch, ERRORS["value"])
    raw.close()
    again = ledger.reread()
    assert (again.pages, len(again.failures)) == (len(NAMES) - 1, 1)
    assert again.failures[0].subject.endswith(BAD)


def test_a_page_got_at_a_url_keeps_it_when_it_is_read_again(ledger: Ledger, tmp_path: Path) -> None:
    lay(tmp_path / "pages", "a.txt", "b.txt")
    url = "https://herald.example/bridge"
    ledger.add(tmp_path / "pages" / "a.txt", url=url)
    raw = sqlite3.connect(tmp_path / "a.ledger", isolation_level=None)
    raw.execute("UPDATE readings SET reader = 'older'")
    raw.close()
    assert ledger.reread().pages == 1
    assert [row["page"]["url"] for row in ledger.articles()] == [url]
    # Newer by its url, whatever file it comes from.
    [replaced] = ledger.add(tmp_path / "pages" / "b.txt", url=url).replaced
    assert (replaced.page, replaced.title) == (str(tmp_path / "pages" / "b.txt"), STORY.format(0).splitlines()[0])
    assert len(ledger.articles()) == 1


def test_what_is_replaced_is_named(ledger: Ledger, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(STORY.format(1))
    assert ledger.add(path).replaced == []
    [before] = ledger.articles()
    path.write_text(STORY.format(1).replace("Monday", "Tuesday"))
    [replaced] = ledger.add(path).replaced
    assert (replaced.page, replaced.sha256, replaced.title) == (
        str(path),
        before["page"]["sha256"],
        STORY.format(1).splitlines()[0],
    )
    path.write_text(STORY.format(2))
    assert ledger.add(path).replaced == []
    assert len(ledger.articles()) == 2


@pytest.mark.parametrize("names", [("a.txt", "b.txt"), ("c.jsonl",), ("a.txt", "none.txt")])
def test_a_url_is_of_one_page(ledger: Ledger, tmp_path: Path, names: tuple[str, ...]) -> None:
    lay(tmp_path / "pages", "a.txt", "b.txt")
    (tmp_path / "pages" / "c.jsonl").write_text('{"text": "He said so."}\n{"text": "She said so."}\n')
    with pytest.raises(UsageError, match="several"):
        ledger.add([tmp_path / "pages" / name for name in names], url="https://herald.example/bridge")
    with pytest.raises(UsageError, match="no address"):
        ledger.add(tmp_path / "pages" / "a.txt", url="javascript:alert(1)")
    assert ledger.articles() == []


class Kept(Readers):
    """Two processes that stay for the next test."""

    def close(self) -> None:
        pass


@pytest.fixture(scope="module")
def two() -> Iterator[Kept]:
    made = Kept(processes=2)
    made.start(wait=True)
    yield made
    Readers.close(made)


@pytest.mark.model
@pytest.mark.parametrize("names", [(BAD,), NAMES], ids=["alone", "among others"])
@pytest.mark.parametrize("step", [*STEPS, "reading"])
def test_with_two_processes_it_fails_alone_too(
    ledger: Ledger,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    two: Kept,
    step: str,
    names: tuple[str, ...],
) -> None:
    lay(tmp_path / "pages", *names)
    monkeypatch.setattr("onrecord.running.Readers", lambda *_: two)
    # All are read there.
    monkeypatch.setattr(workers.Workers, "room", True)
    if step == "reading":
        cut = pages.cut

        def undated(page: Page, **_: object) -> tuple[Article, ...]:
            """Cut pages as ever; no date has no weekday."""
            cuts = cut(page)
            if page.path and page.path.endswith(BAD):
                return tuple(replace(one, published=Published("no date")) for one in cuts)  # type: ignore[arg-type]
            return cuts

        monkeypatch.setattr(pages, "cut", undated)
    else:
        STEPS[step](monkeypatch, ERRORS["value"])
    assert step in told_alone(ledger, tmp_path / "pages", *names).reason
