"""How what is said belongs together, on the command line."""

import datetime
import json
import re
from pathlib import Path

import pytest

from onrecord import Ledger
from tests.cli.running import Run, run_in
from tests.ledger.links_by_hand import link
from tests.ledger.records import make_page, read, store

pytestmark = pytest.mark.model

FIRST = "We counted 12 crates of wheat at the quay"


def day(number: int) -> datetime.date:
    return datetime.date(2031, 3, number)


@pytest.fixture
def linked(tmp_path: Path) -> Run:
    """Run commands beside a ledger of a claim that is printed twice, with another number, and denied."""
    with Ledger(tmp_path / "onrecord.ledger") as ledger:
        second = FIRST.replace("12", "14")
        store(ledger, f"“{FIRST},” Mara Voss said.", ("Mara Voss", FIRST), url="https://herald.example/1", day=day(4))
        store(ledger, f"“{second},” Mara Voss said.", ("Mara Voss", second), url="https://coast.example/1", day=day(5))
        store(ledger, "“No crates were there,” Lin Jäder said.", ("Lin Jäder", "No crates were there"), day=day(6))
        denial, again, first = [row["id"] for row in ledger.statements()]
        one, copy, _ = [row["id"] for row in ledger.articles()]
        link(ledger, "repeats", again, first)
        link(ledger, "denies", denial, first, sure=False)
        link(ledger, "copy", copy, one)
    return lambda *arguments, **options: run_in(tmp_path, *arguments, **options)


def id_of(linked: Run, words: str) -> str:
    [found] = json.loads(linked("said", f'"{words}"', "--json").stdout)
    return str(found["id"])


def test_a_statement_is_shown_with_what_repeats_it_and_each_changed_word(linked: Run) -> None:
    shown = linked("show", id_of(linked, "12 crates"), COLUMNS="80").stdout
    assert f"repeated by  {id_of(linked, '14 crates')}" in shown
    assert "{+14+}[-12-]" in shown
    assert "(meaning)" in shown
    assert "denied" not in shown
    assert max(map(len, shown.splitlines())) <= 80


def test_what_is_only_offered_is_shown_with_all_and_holds_for_each_printing(linked: Run) -> None:
    for words in ("12 crates", "14 crates"):
        lines = linked("show", id_of(linked, words), "--all").stdout.splitlines()
        [denied] = [line for line in lines if line.startswith("denied by?")]
        assert "Lin Jäder: No crates were there" in denied
    [row] = json.loads(linked("show", id_of(linked, "No crates"), "--all", "--json").stdout)["links"]
    assert (row["kind"], row["asserted"]) == ("denies", False)


def test_an_argument_is_a_tree_that_fits_the_terminal(linked: Run) -> None:
    shown = linked("thread", id_of(linked, "14 crates"), "--all", COLUMNS="60").stdout
    lines = shown.splitlines()
    assert lines[0].startswith("2031-03-04  Mara Voss  herald.example, coast.example")
    assert re.search(r"^└── denies\?  2031-03-06  Lin Jäder  s", shown, re.MULTILINE)
    assert lines[-1].strip() == "No crates were there"
    assert max(map(len, lines)) <= 60
    assert linked("thread", id_of(linked, "14 crates")).stdout.count("2031") == 1
    told = json.loads(linked("thread", id_of(linked, "14 crates"), "--all", "--json").stdout)
    assert [reply["link"]["kind"] for reply in told["replies"]] == ["denies"]


def test_copies_of_an_article_are_listed_with_their_outlets(linked: Run) -> None:
    asked = json.loads(linked("articles", "--json").stdout)[1]["id"]
    table = linked("copies", asked).stdout
    assert re.findall(r"(2031\S+) +(\S+)", table) == [("2031-03-04", "herald.example"), ("2031-03-05", "coast.example")]
    assert [row["outlet"] for row in json.loads(linked("copies", asked, "--json").stdout)] == [
        "herald.example",
        "coast.example",
    ]


def test_an_article_of_which_there_is_no_copy_has_none(linked: Run) -> None:
    done = linked("copies", json.loads(linked("articles", "--json").stdout)[2]["id"])
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "Nothing found.\n")


def test_linking_says_how_many_articles_were_compared(tmp_path: Path) -> None:
    page = make_page("“The bridge is shut,” Mara Voss said.")
    with Ledger(tmp_path / "onrecord.ledger") as ledger:
        ledger.add_page(page, read(page, ("Mara Voss", "The bridge is shut")), reader="r1")
    assert json.loads(run_in(tmp_path, "link", "--json").stdout) == {"articles": 1}
    done = run_in(tmp_path, "link")
    assert (done.returncode, done.stderr) == (0, "0 articles compared with those before.\n")
