import pytest

from onrecord.errors import PageError
from onrecord.web.adding import Failure, Progress


@pytest.mark.parametrize(
    ("subject", "page"),
    [
        ("-", "the page"),
        ("-#3", "line 3"),
        ("-, after page 1", "the page, after page 1"),
        ("url https://velm.example", "url https://velm.example"),
    ],
)
def test_a_failure_names_the_page_as_whoever_gave_it_knows_it(subject: str, page: str) -> None:
    assert Failure.of(PageError(subject, "is empty", "leave it out")) == Failure(page, "is empty", "leave it out")


def test_what_is_done_or_failed_is_over() -> None:
    assert [Progress(state).is_over for state in ("waiting", "reading", "linking", "done", "failed")] == [
        False, False, False, True, True,
    ]  # fmt: skip
