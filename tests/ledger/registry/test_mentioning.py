"""What is said about somebody is found: by mention, target or addressee, whoever the user says it is."""

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from onrecord import Entity, Ledger, UsageError
from tests.ledger.records import make_page, read, span

TEXT = (
    "“Vash must go,” Halla Brenning said. “He lies,” she told Teodor Vash. “I stay,” Teodor Vash said. "
    "The minister, Teodor Vash, left Ostrel."
)


@pytest.fixture
def told(ledger: Ledger) -> Ledger:
    """Vash is mentioned in the first statement, is the target and addressee of the second, and speaks the third."""
    page = make_page(TEXT)
    [article] = read(page, ("Halla Brenning", "Vash must go"), ("she", "He lies"), ("Teodor Vash", "I stay"))
    brenning, _, vash = article.entities
    within = replace(span(TEXT, "Vash"), start=span(TEXT, "Vash must").start)
    vash = replace(vash, mentions=(span(TEXT, "Vash must go"), span(TEXT, "Teodor Vash")))
    vash = replace(vash, mentions=(replace(within, end=within.start + 4), *vash.mentions[1:]))
    ostrel = Entity("e-ostrel", "Ostrel", "place", mentions=(span(TEXT, "Ostrel"),))
    first, second, third = article.statements
    statements = (
        first,
        replace(second, speakers=(brenning,), targets=(vash,), addressees=(vash,)),
        replace(third, speakers=(vash,)),
    )
    read_so = replace(article, entities=(brenning, vash, ostrel), statements=statements)
    ledger.add_page(page, [read_so], reader="r1")
    return ledger


def about(ledger: Ledger, name: str, **asked: str) -> list[str]:
    return [one["content"][0]["text"] for one in ledger.statements(about=name, **asked)]  # type: ignore[arg-type]


def test_a_statement_is_about_whom_it_mentions_addresses_or_is_against(told: Ledger) -> None:
    assert about(told, "Vash") == ["Vash must go", "He lies"]
    assert about(told, told.entity("Teodor Vash")["id"]) == ["Vash must go", "He lies"]
    assert about(told, "Brenning") == about(told, "Ostrel") == about(told, "Nobody") == []
    with pytest.raises(UsageError, match="no word"):
        about(told, "?")


def test_it_is_asked_for_with_other_things(told: Ledger) -> None:
    assert about(told, "Vash", words="lies") == ["He lies"]
    assert about(told, "Vash", speaker="Brenning") == ["Vash must go", "He lies"]
    assert about(told, "Vash", speaker="Vash") == []
    told.reattribute(told.statements(words="go")[0]["id"], "Teodor Vash")
    assert about(told, "Vash", speaker="Vash") == ["Vash must go"]
    assert about(told, "Vash", speaker="Brenning") == ["He lies"]


def test_it_follows_merges_and_splits(told: Ledger) -> None:
    merged = told.merge("Halla Brenning", "Teodor Vash")
    assert about(told, "Halla Brenning") == ["Vash must go", "He lies"]
    told.undo(merged["id"])
    assert about(told, "Halla Brenning") == []
    page = make_page("“I saw Teodor Vash,” Ada Lin said.")
    [article] = read(page, ("Ada Lin", "I saw Teodor Vash"))
    other = Entity("e-vash", "Teodor Vash", "person", mentions=(span(page.text, "Teodor Vash"),))
    told.add_page(page, [replace(article, entities=(*article.entities, other))], reader="r1")
    assert len(about(told, "Vash")) == 3
    split = told.split("Teodor Vash", articles=[article.id])
    new = next(one["id"] for one in told.entity_list("Vash") if about(told, one["id"]) == ["I saw Teodor Vash"])
    assert [about(told, one["id"]) for one in told.entity_list("Vash") if one["id"] != new] == [
        ["Vash must go", "He lies"]
    ]
    assert list(told.check()) == []
    told.undo(split["id"])
    [one] = told.entity_list("Vash")
    assert len(about(told, one["id"])) == 3
    assert list(told.check()) == []


def test_a_statement_that_was_dismissed_is_about_nobody(told: Ledger) -> None:
    told.dismiss(told.statements(words="lies")[0]["id"])
    assert about(told, "Vash") == ["Vash must go"]


@pytest.mark.parametrize(
    "tampering",
    ["DELETE FROM involved WHERE part = 'about'", "INSERT INTO involved SELECT registered, 'about', 7 FROM involved"],
)
def test_what_is_not_noted_rightly_is_found(told: Ledger, tmp_path: Path, tampering: str) -> None:
    connection = sqlite3.connect(tmp_path / "a.ledger", isolation_level=None)
    assert connection.execute(f"{tampering} LIMIT 1" if "INSERT" in tampering else tampering).rowcount
    connection.close()
    assert {one.reason for one in told.check()} == {"is not noted rightly with what is said about it"}
