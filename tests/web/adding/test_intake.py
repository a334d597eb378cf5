import time
from collections.abc import Callable, Iterator

import pytest

from onrecord.errors import NotFoundError
from onrecord.web.adding import Failure, Given, Intake, Progress
from onrecord.web.problems import RefusedError
from tests.web.adding.readers import ARTICLE, FakeReader, Starts


@pytest.fixture
def starts() -> Starts:
    return Starts()


@pytest.fixture
def intake(starts: Starts) -> Iterator[Intake]:
    opened = Intake(starts)
    yield opened
    opened.close()


def until(told: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 10
    while not told():
        assert time.monotonic() < deadline
        time.sleep(0.002)


def over(intake: Intake, id: str) -> Progress:
    until(lambda: intake.job(id).progress.is_over)
    return intake.job(id).progress


def test_nothing_is_started_before_a_page_comes(intake: Intake, starts: Starts) -> None:
    assert not starts.started
    assert over(intake, intake.add(Given(b"one")).id) == Progress("done", (ARTICLE,))
    assert over(intake, intake.add(Given(b"two")).id).state == "done"
    assert [reader.read_so_far for reader in starts.started] == [[b"one", b"two"]]


def test_pages_are_read_one_after_the_other(intake: Intake, starts: Starts) -> None:
    first, second = intake.add(Given(b"wait")), intake.add(Given(b"two"))
    assert (first.progress.state, second.progress.state) == ("waiting", "waiting")
    until(lambda: intake.job(first.id).progress.state == "reading")
    assert intake.job(second.id).progress.state == "waiting"
    starts.started[0].may_go_on.set()
    assert over(intake, second.id).state == "done"
    assert intake.job(first.id).progress.state == "done"


def test_a_page_that_fails_fails_alone(intake: Intake, starts: Starts) -> None:
    assert over(intake, intake.add(Given(b"fail")).id).failures == (Failure("the page", "is empty", "leave it out"),)
    assert over(intake, intake.add(Given(b"two")).id).state == "done"
    assert len(starts.started) == 1


@pytest.mark.parametrize(("body", "told"), [(b"end", "it broke"), (b"end linking", "it was read, but not linked")])
def test_what_ends_the_reader_fails_and_the_next_page_has_another(
    intake: Intake, starts: Starts, body: bytes, told: str
) -> None:
    progress = over(intake, intake.add(Given(body)).id)
    assert progress.state == "failed"
    assert told in progress.failures[0].reason
    assert bool(progress.articles) == (body == b"end linking")
    assert over(intake, intake.add(Given(b"two")).id).state == "done"
    assert [reader.ended.is_set() for reader in starts.started] == [True, False]


@pytest.mark.parametrize("error", [OSError(11, "no more processes"), ValueError("no more processes")])
def test_where_no_process_can_be_started_each_page_fails(error: Exception) -> None:
    def refuse() -> FakeReader:
        raise error

    intake = Intake(refuse)
    for _ in range(2):
        progress = over(intake, intake.add(Given(b"one")).id)
        assert progress.state == "failed"
        assert "no process can read it" in progress.failures[0].reason
    intake.close()


def test_so_many_may_wait_in_number_and_bytes(intake: Intake, starts: Starts) -> None:
    first = intake.add(Given(b"wait"))
    until(lambda: intake.job(first.id).progress.state == "reading")
    intake.add(Given(bytes(30_000_000)))
    with pytest.raises(RefusedError, match="Too many pages wait") as error:
        intake.add(Given(bytes(15_000_000)))
    assert (error.value.status, error.value.retry_after) == (429, 30)
    for _ in range(19):
        intake.add(Given(b"x"))
    with pytest.raises(RefusedError, match="Too many pages wait"):
        intake.add(Given(b"x"))


def test_so_many_may_come_in_a_minute(intake: Intake) -> None:
    for _ in range(30):
        over(intake, intake.add(Given(b"x")).id)
    with pytest.raises(RefusedError, match="within a minute") as error:
        intake.add(Given(b"x"))
    assert error.value.retry_after in {1, 2}


def test_closing_ends_what_reads_and_reads_nothing_more(starts: Starts) -> None:
    intake = Intake(starts)
    first, second = intake.add(Given(b"wait")), intake.add(Given(b"two"))
    until(lambda: intake.job(first.id).progress.state == "reading")
    intake.close()
    assert starts.started[0].ended.is_set()
    assert starts.started[0].read_so_far == [b"wait"]
    assert intake.job(first.id).progress.state == "failed"
    assert intake.job(second.id).progress.state == "waiting"


def test_what_nobody_gave_is_not_there(intake: Intake) -> None:
    with pytest.raises(NotFoundError):
        intake.job("0badbadbad")


def test_of_many_pages_the_earliest_are_forgotten(monkeypatch: pytest.MonkeyPatch, intake: Intake) -> None:
    monkeypatch.setattr("onrecord.web.adding.intake._MOST_KEPT", 2)
    jobs = []
    for _ in range(4):
        jobs.append(intake.add(Given(b"x")))
        over(intake, jobs[-1].id)
    with pytest.raises(NotFoundError):
        intake.job(jobs[0].id)
    assert intake.job(jobs[3].id).progress.state == "done"
