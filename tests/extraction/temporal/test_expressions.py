"""Which days times stand for, and on which day something was said."""

from datetime import date
from functools import partial

import pytest

from tests.extraction.conftest import Read

# A Thursday.
PUBLISHED = date(2031, 5, 15)


@pytest.fixture
def dated(read: Read) -> Read:
    return partial(read, published=PUBLISHED)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The quay closed on 3 March 2029 after a fire.", "2029-03-03"),
        ("The quay closed on Tuesday after a fire.", "2031-05-13"),
        ("The quay closed on Thursday after a fire.", "2031-05-15"),
        ("The quay will close on Tuesday for repairs.", "2031-05-20"),
        ("The town plans to close the quay on Monday.", "2031-05-19"),
        ("The quay closed last Thursday after a fire.", "2031-05-08"),
        ("The quay closed in January after a fire.", "2031-01"),
        ("The quay will reopen in January, the town hopes.", "2032-01"),
        ("The quay closed in July after a fire.", "2030-07"),
        ("Three years ago the quay closed after a fire.", "2028"),
        ("The quay closed on 28 December after a fire.", "2030-12-28"),
        ("The quay closed yesterday after a fire.", "2031-05-14"),
        ("The quay closed last week after a fire.", "2031-05-05/2031-05-11"),
        ("The quay closed last month after a fire.", "2031-04"),
        ("The quay closed three years ago after a fire.", "2028"),
        ("The quay was built in 1998 by a firm from Velo.", "1998"),
        ("The quay was built in the 1990s by a firm from Velo.", "1990/1999"),
        ("The fair ran from 3 to 9 May in the old hall.", "2031-05-03/2031-05-09"),
        ("The quay closed over the weekend after a fire.", "2031-05-10/2031-05-11"),
        ("The quay closed in the summer of 2029 after a fire.", "2029-06-01/2029-08-31"),
        ("The town agreed on a plan by March of next year.", "2032-03"),
        ("The yard made a loss in Q3 2030 after a fire.", "2030-07-01/2030-09-30"),
        ("The yard made a loss in FY2029-30 after a fire.", "2029/2030"),
        ("The yard made a loss in fiscal year 2029 after a fire.", "2029"),
    ],
)
def test_a_time_is_the_day_it_stands_for(dated: Read, text: str, value: str) -> None:
    assert [time.value for time in dated(text).times] == [value]


def test_without_a_day_of_publication_a_day_has_the_year_of_the_one_before(read: Read) -> None:
    found = read("The quay closed on 29 June 2019 after a fire.", "The crew left on 30 June for good.")
    assert [(time.value, time.basis) for time in found.times] == [("2019-06-29", "printed"), ("2019-06-30", "context")]
    assert read("The crew left on 30 June for good.").times == ()


@pytest.mark.parametrize(
    "text",
    [
        "The quay may close for good.",
        "Ivo Marek, 61, led the march to the quay.",
        "A 5-year-old boy waited for three days.",
        "Some 2000 people came to the quay.",
    ],
)
def test_what_is_no_time_is_none(dated: Read, text: str) -> None:
    assert dated(text).times == ()


def test_the_next_day_follows_the_day_told_of_before(dated: Read) -> None:
    found = dated("The quay burned on 3 March 2029. The next day the harbour was shut.")
    assert [(time.value, time.basis) for time in found.times] == [("2029-03-03", "printed"), ("2029-03-04", "context")]


def test_in_a_quote_yesterday_is_the_day_before_it_was_spoken(dated: Read) -> None:
    found = dated('"The fire broke out yesterday," Ivo Marek said on Tuesday.')
    assert {(time.span.text, time.value, time.basis) for time in found.times} == {
        ("yesterday", "2031-05-12", "said"),
        ("Tuesday", "2031-05-13", "published"),
    }


def test_without_a_day_of_publication_only_complete_dates_are_known(dated: Read) -> None:
    found = dated("The quay burned on 3 March 2029 and again on Tuesday.", published=None)
    assert [time.value for time in found.times] == ["2029-03-03"]


@pytest.mark.parametrize(
    ("text", "said_on", "basis"),
    [
        ("Ivo Marek said on Tuesday that the quay was safe.", "2031-05-13", "printed"),
        ("Ivo Marek said the quay had been safe since Tuesday.", "2031-05-15", "published"),
        ("Ivo Marek has repeatedly said that the quay is safe.", None, None),
    ],
)
def test_a_statement_has_the_day_it_was_made(dated: Read, text: str, said_on: str | None, basis: str | None) -> None:
    statement = dated(text).statements[0]
    assert (statement.said_on, statement.said_on_basis) == (said_on, basis)


def test_the_same_speaker_goes_on_on_the_same_day(dated: Read) -> None:
    found = dated(
        "Ivo Marek said on Tuesday that the quay was safe. Mara Voss said it was not.", 'He added: "I was there."'
    )
    days = [(s.said_on, s.said_on_basis) for s in found.statements]
    assert days == [("2031-05-13", "printed"), ("2031-05-15", "published"), ("2031-05-13", "context")]


def test_an_undated_article_dates_no_statement(dated: Read) -> None:
    [found] = dated("Ivo Marek said the quay was safe.", published=None).statements
    assert (found.said_on, found.said_on_basis) == (None, None)
