"""One process or two, what is read is the same."""

import io
import multiprocessing
import os
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import cast

import pytest

from onrecord import Article, Ledger, Page, Published, pages
from onrecord.errors import WorkerError
from onrecord.ledger import TABLES
from onrecord.running import Readers, readers, workers

pytestmark = pytest.mark.model

MUCH = 12


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


@pytest.fixture
def handed_over(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The ids of the articles that are given to the other process."""
    ids: list[str] = []
    read = workers.Workers.read

    def noted(self: workers.Workers, article: Article) -> workers.Reading:
        ids.append(article.id)
        return read(self, article)

    monkeypatch.setattr(workers.Workers, "read", noted)
    return ids


@pytest.fixture(scope="module")
def articles(examples: Path) -> list[Article]:
    files, _ = pages.find([examples])
    loaded = [page for file in files for page in pages.load(file) if isinstance(page, Page)]
    return [article for page in loaded for article in pages.cut(page)]


def exported(ledger: Ledger) -> dict[str, bytes]:
    tables = {}
    for table in TABLES:
        stream = io.BytesIO()
        ledger.export(table, "jsonl", stream)
        tables[table] = stream.getvalue()
    return tables


def test_two_processes_fill_a_ledger_with_the_same_rows_as_one(
    two: Kept, handed_over: list[str], examples: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Ledger(tmp_path / "one.ledger") as ledger:
        ledger.add(examples, processes=1)
        expected = exported(ledger)
        assert not handed_over
    monkeypatch.setattr("onrecord.running.Readers", lambda *_: two)
    with Ledger(tmp_path / "two.ledger") as ledger:
        ledger.add(examples)
        assert exported(ledger) == expected
        assert 3 <= len(handed_over) < len(ledger.articles())


def test_articles_come_back_in_order_and_an_entity_is_one_object(
    two: Kept, handed_over: list[str], articles: list[Article]
) -> None:
    read = list(two.read(articles))
    assert [one.id for one in read if isinstance(one, Article)] == [one.id for one in articles]
    assert handed_over
    of_worker = next(one for one in read if isinstance(one, Article) and one.id == handed_over[0])
    speakers = [speaker for statement in of_worker.statements for speaker in statement.speakers]
    assert speakers
    assert all(any(speaker is entity for entity in of_worker.entities) for speaker in speakers)


@pytest.mark.parametrize("where", [0, 4, MUCH - 1])
def test_an_article_that_breaks_the_reading_breaks_alone(
    two: Kept, handed_over: list[str], articles: list[Article], where: int
) -> None:
    some = (articles * MUCH)[:MUCH]
    # No date has no weekday.
    some[where] = replace(some[where], published=Published(cast(None, "no date")))
    outcomes = list(two.read(some))
    assert len(outcomes) == MUCH
    assert [place for place, one in enumerate(outcomes) if not isinstance(one, Article)] == [where]
    assert isinstance(outcomes[where], TypeError | AttributeError)
    assert handed_over
    assert [type(one) for one in Readers(processes=1).read(some)] == [type(one) for one in outcomes]


class Unpackable(str):
    """A string that cannot be given to another process."""

    __slots__ = ()

    def __reduce__(self) -> tuple[object, ...]:
        raise ValueError("stays here")


def test_an_article_that_cannot_be_handed_over_is_read_here(
    two: Kept, articles: list[Article], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workers.Workers, "room", True)
    some = [articles[0], replace(articles[1], id=Unpackable("x")), articles[2]]
    assert [one.id for one in two.read(some) if isinstance(one, Article)] == [one.id for one in some]


class Deadly(str):
    """A string that ends the process that unpacks it."""

    __slots__ = ()

    def __reduce__(self) -> tuple[object, ...]:
        return os._exit, (1,)


def test_a_worker_that_dies_ends_the_run_with_a_remedy_and_what_was_written_stays(
    examples: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cut = pages.cut
    names = sorted(path.name for path in examples.iterdir())

    def deadly(page: Page, **given: object) -> Sequence[Article]:
        """Cut pages as ever; the third kills the process that reads it."""
        found = cut(page)
        if page.path and page.path.endswith(names[2]):
            return [replace(found[0], id=Deadly("x")), *found[1:]]
        return found

    def make(*_: object) -> Readers:
        made = Readers(processes=2)
        made.start(wait=True)
        return made

    monkeypatch.setattr(pages, "cut", deadly)
    monkeypatch.setattr("onrecord.running.Readers", make)
    # All go there, so that it is not this process which reads the third.
    monkeypatch.setattr(workers.Workers, "room", True)
    with Ledger(tmp_path / "a.ledger") as ledger:
        with pytest.raises(WorkerError, match="--processes 1"):
            ledger.add(examples)
        written = [row["page"]["path"] for row in ledger.articles()]
        assert {Path(path or "").name for path in written} == set(names[:2])
        assert list(ledger.check()) == []


def test_little_is_read_without_other_processes(
    articles: list[Article], monkeypatch: pytest.MonkeyPatch, handed_over: list[str]
) -> None:
    begun: list[int] = []
    monkeypatch.setattr(readers, "Workers", lambda count, _: begun.append(count))
    assert len(list(Readers(processes=3).read(articles))) == len(articles)
    assert not begun


def test_where_there_can_be_no_other_process_this_one_reads_alone(
    articles: list[Article], monkeypatch: pytest.MonkeyPatch
) -> None:
    def none(*_: object) -> None:
        raise PermissionError("no shared memory")

    monkeypatch.setattr(readers, "Workers", none)
    made = Readers(processes=2)
    made.start(wait=True)
    assert [type(one) for one in made.read(articles[:2])] == [Article, Article]


def test_a_process_of_a_pool_reads_alone(articles: list[Article], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(vars(multiprocessing.current_process())["_config"], "daemon", True)
    made = Readers(processes=2)
    made.start(wait=True)
    assert [type(one) for one in made.read(articles[:2])] == [Article, Article]


def test_others_are_started_behind_the_first_many_and_none_for_one_process(
    articles: list[Article], monkeypatch: pytest.MonkeyPatch
) -> None:
    begun: list[int] = []

    class Full:
        """A process that never has room."""

        room = False

        def __init__(self, count: int, _: str | None) -> None:
            begun.append(count)

    monkeypatch.setattr(readers, "Workers", Full)
    monkeypatch.setattr(readers, "_BATCH", 1_000)
    monkeypatch.setattr(readers, "_MANY", 2_000)
    assert len(list(Readers(processes=3).read(articles))) == len(articles)
    assert begun == [2]
    assert len(list(Readers(processes=1).read(articles))) == len(articles)
    assert begun == [2]
