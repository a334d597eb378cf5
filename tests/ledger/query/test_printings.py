"""What is printed several times is one utterance, with each printing and how its words differ."""

import datetime
import json

import pytest

from onrecord import Ledger
from tests.ledger.links_by_hand import link, statement_with
from tests.ledger.records import exported, store


def day(number: int) -> datetime.date:
    return datetime.date(2031, 3, number)


@pytest.fixture
def printed(ledger: Ledger) -> Ledger:
    """One saying of Mara Voss in four articles, the earliest added last, and another of Lin Jäder."""
    quote = ("Mara Voss", "We counted 12 crates at the quay")
    store(ledger, f"“{quote[1]},” Mara Voss said in Ostrel.", quote, url="https://www.herald.example/1", day=day(5))
    store(ledger, "“We counted 14 crates,” Mara Voss said.", ("Mara Voss", "We counted 14 crates"), day=day(6))
    store(ledger, "“No crates,” said Lin Jäder.", ("Lin Jäder", "No crates"), day=day(6))
    store(ledger, f"“{quote[1]}.” So Mara Voss.", quote, url="https://coast.example/2", day=day(4))
    ids = [row["id"] for row in ledger.statements(words="counted")]
    _, second, first = ids
    for later in (ids[0], second):
        link(ledger, "repeats", later, first)
    return ledger


def utterances(ledger: Ledger) -> list[dict[str, object]]:
    return [json.loads(line) for line in exported(ledger, "utterances", "jsonl").splitlines()]


def test_each_utterance_has_its_printings_the_earliest_first(printed: Ledger) -> None:
    other, [said] = utterances(printed)[0], utterances(printed)[1:]
    assert [one["outlet"] for one in said["printings"]] == ["coast.example", "herald.example", None]  # type: ignore[attr-defined]
    assert said["outlets"] == ["coast.example", "herald.example"]
    assert [one["name"] for one in said["speakers"]] == ["Mara Voss"]  # type: ignore[attr-defined]
    assert [one["difference"] for one in said["printings"]] == [None, "none", "meaning"]  # type: ignore[attr-defined]
    assert [one["text"] for one in other["printings"]] == ["No crates"]  # type: ignore[attr-defined]


def test_only_direct_quotes_are_compared(ledger: Ledger) -> None:
    from dataclasses import replace

    from tests.ledger.records import make_page, read

    for number, kind in enumerate(("indirect", "direct", "direct"), start=1):
        words = f"the {('ferry', 'old ferry', 'ferry')[number - 1]} is late"
        page = make_page(f"{words}, Mara Voss said. {number}")
        [article] = read(page, ("Mara Voss", words), day=day(number))
        statements = (replace(article.statements[0], kind=kind),)  # type: ignore[arg-type]
        ledger.add_page(page, [replace(article, statements=statements)], reader="r1")
    *later, first = [row["id"] for row in ledger.statements(words="ferry")]
    for one in later:
        link(ledger, "repeats", one, first)
    [said] = utterances(ledger)
    assert [one["difference"] for one in said["printings"]] == [None, None, "elision"]  # type: ignore[attr-defined]


def test_what_is_not_certain_to_be_the_same_is_an_utterance_of_its_own(printed: Ledger) -> None:
    link(printed, "repeats", statement_with(printed, "No crates"), statement_with(printed, "14 crates"), sure=False)
    assert len(utterances(printed)) == 2
    assert printed.stats()["utterances"] == 2
    assert printed.stats()["statements"] == 4


def test_where_the_earliest_printing_is_dismissed_the_others_stand_alone(printed: Ledger) -> None:
    said = utterances(printed)[1]
    printed.dismiss(str(said["id"]))
    assert len(utterances(printed)) == 3
    assert printed.stats()["utterances"] == 3


def test_a_statement_gives_its_links_and_those_of_what_it_repeats(printed: Ledger) -> None:
    first = str(utterances(printed)[1]["id"])
    denial, last = statement_with(printed, "No crates"), statement_with(printed, "14 crates")
    sure = link(printed, "denies", denial, first, words=("crates",))
    [row] = [row for row in printed.links(last) if row["kind"] != "repeats"]
    assert (row["id"], row["from"], row["to"]) == (sure, denial, first)
    assert [one["span"]["text"] for one in row["evidence"]] == ["crates"]
    assert [one["kind"] for one in printed.links(denial)] == ["denies"]
    link(printed, "answers", denial, last, sure=False)
    assert len(printed.links(denial)) == 1
    assert len(printed.links(denial, offered=True)) == 2
    assert printed.links(last, limit=1).total == 3


@pytest.mark.parametrize("format_", ["csv", "parquet", "jsonld"])
def test_utterances_leave_in_every_format(printed: Ledger, format_: str) -> None:
    assert exported(printed, "utterances", format_)
    assert len(printed.to_pandas("utterances")) == 2


def test_of_some_statements_the_earliest_printing_and_the_outlet_are_told(printed: Ledger) -> None:
    last, second, first = [row["id"] for row in printed.statements(words="counted")]
    [other] = [row["id"] for row in printed.statements(words="No crates")]
    found = printed.printed([last, second, other, "nowhere"])
    assert found == {
        last: {"first": first, "outlet": None},
        second: {"first": first, "outlet": "herald.example"},
        other: {"first": other, "outlet": None},
    }
    assert printed.printed([]) == {}
