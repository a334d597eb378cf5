"""What each outlet carried is noted and counted as pages come, change and are read again, and found when it is not."""

import datetime
import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from onrecord import Label, Ledger, NotFoundError, UsageError
from tests.ledger.records import make_page, read, store


def printed(ledger: Ledger, outlet: str | None, words: str, *, url: str | None = None, reader: str = "r1") -> str:
    """Add an article of an outlet in which somebody says these words; return its id."""
    page = make_page(f"“{words},” Ada Lin said.", url=url)
    [article] = read(page, ("Ada Lin", words))
    told = replace(article, outlet=Label(outlet) if outlet else None)
    ledger.add_page(page, [told], reader=reader)
    return article.id


def said(ledger: Ledger, outlet: str) -> list[str]:
    return [one["content"][0]["text"] for one in ledger.statements(outlet=outlet)]


def counts(ledger: Ledger) -> list[tuple[str, int, int]]:
    return [(one["name"], one["articles"], one["statements"]) for one in ledger.outlets()]


@pytest.fixture
def press(ledger: Ledger) -> Ledger:
    printed(ledger, "Orlen Herald", "It rains")
    printed(ledger, "Orlen  herald", "It snows")
    printed(ledger, None, "It hails", url="https://www.gazette.example/a")
    printed(ledger, "The Associated Press", "It thaws")
    printed(ledger, "Some wire", "It dries", url="https://apnews.com/b")
    printed(ledger, None, "It pours")
    return ledger


def test_an_outlet_is_asked_for_by_any_of_its_names(press: Ledger) -> None:
    for name in ("Orlen Herald", "orlen herald", " ORLEN HERALD "):
        assert said(press, name) == ["It rains", "It snows"]
    assert said(press, "gazette.example") == said(press, "www.gazette.example") == ["It hails"]
    assert said(press, "AP") == said(press, "apnews.com") == ["It thaws"]
    assert counts(press) == [
        ("Orlen Herald", 2, 2),
        ("AP", 1, 1),
        ("Some wire", 1, 1),
        ("gazette.example", 1, 1),
    ]
    assert counts(press)[:1] == [tuple(one.values()) for one in press.outlets(limit=1)]
    assert press.outlets(limit=1).total == 4


def test_what_is_no_outlet_is_said_to_be_none(press: Ledger) -> None:
    with pytest.raises(NotFoundError, match=r"outlet Orlen Harald: is not in the ledger; did you mean Orlen Herald\?"):
        press.statements(outlet="Orlen Harald")
    with pytest.raises(UsageError, match="no name of an outlet"):
        press.statements(outlet=" ? ")


def test_a_version_takes_the_place_of_the_one_before_it(press: Ledger) -> None:
    printed(press, None, "It hails hard", url="https://www.gazette.example/a")
    assert said(press, "gazette.example") == ["It hails hard"]
    assert ("gazette.example", 1, 1) in counts(press)
    assert list(press.check()) == []


def test_a_reading_takes_the_place_of_the_one_before_it(press: Ledger) -> None:
    page = make_page("“It rains,” Ada Lin said.")
    [article] = read(page, ("Ada Lin", "It rains"))
    press.add_reading(page, [replace(article, outlet=Label("Kestria Today"))], reader="r2")
    assert said(press, "Kestria Today") == ["It rains"]
    assert said(press, "Orlen Herald") == ["It snows"]
    assert ("Orlen herald", 1, 1) in counts(press)
    assert list(press.check()) == []


def test_what_the_user_dismissed_is_not_counted(press: Ledger) -> None:
    made = press.dismiss(press.statements(outlet="AP")[0]["id"])
    assert ("AP", 1, 0) in counts(press)
    assert said(press, "AP") == []
    press.undo(made["id"])
    assert ("AP", 1, 1) in counts(press)


def test_an_earlier_version_that_is_read_again_counts_for_nothing(ledger: Ledger) -> None:
    first, second = (
        make_page(f"“It {falls},” Ada Lin said.", url="https://gazette.example/a") for falls in ("rains", "snows")
    )
    for page, words in ((first, "It rains"), (second, "It snows")):
        ledger.add_page(page, read(page, ("Ada Lin", words)), reader="r1")
    ledger.add_reading(first, read(first, ("Ada Lin", "It rains")), reader="r2")
    assert counts(ledger) == [("gazette.example", 1, 1)]
    assert list(ledger.check()) == []


TAMPERINGS = {
    "label": "UPDATE outlets SET label = 'AP' WHERE label = 'Some wire'",
    "spelling": "UPDATE outlets SET spelling = 'ap' WHERE label = 'Some wire'",
    "articles": "UPDATE outlets SET articles = 5 WHERE label = 'Some wire'",
    "statements": "UPDATE outlets SET statements = 5 WHERE label = 'Some wire'",
    "another": "INSERT INTO outlets VALUES (99, 'Nobody', 'nobody', 1, 1)",
    "one more": "INSERT INTO carried SELECT key, 5 FROM outlets WHERE label = 'Some wire'",
    "one less": "DELETE FROM carried WHERE outlet = (SELECT key FROM outlets WHERE label = 'Some wire')",
}


@pytest.mark.parametrize("what", TAMPERINGS)
def test_what_is_not_noted_rightly_is_found(press: Ledger, tmp_path: Path, what: str) -> None:
    assert list(press.check()) == []
    connection = sqlite3.connect(tmp_path / "a.ledger", isolation_level=None)
    assert connection.execute(TAMPERINGS[what]).rowcount == 1
    connection.close()
    assert {one.row for one in press.check()} & {"outlet 'Some wire'", "outlet 'Nobody'", "outlet 'AP'"}


def test_outlets_are_asked_for_with_other_things(press: Ledger) -> None:
    store(press, "“It rains,” Otto Berlin said.", ("Otto Berlin", "It rains"))
    asked = {"words": "rains", "speaker": "Ada Lin", "since": datetime.date(2025, 3, 4)}
    [found] = press.statements(outlet="Orlen Herald", **asked)  # type: ignore[arg-type]
    assert found["content"][0]["text"] == "It rains"
    assert list(press.statements(outlet="AP", **asked)) == []  # type: ignore[arg-type]
    assert len(press.statements(outlet="AP", article=press.statements(words="thaws")[0]["article"]["id"])) == 1
