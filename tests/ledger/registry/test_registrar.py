"""Who is who across the articles of a ledger."""

import datetime
import io
import json
import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from onrecord import Entity, Ledger
from tests.ledger.records import make_page, read, store

URL = "https://herald.example/bridge"


def names(ledger: Ledger) -> list[tuple[str, int]]:
    """Each entity's name, and in how many articles it appears; the first known first."""
    stream = io.BytesIO()
    ledger.export("entities", "jsonl", stream)
    rows = [json.loads(line) for line in stream.getvalue().splitlines()]
    return [(row["name"], len(row["appearances"])) for row in rows]


def say(ledger: Ledger, name: str, *, day: str = "2025-03-04", **more: object) -> None:
    """Add an article in which somebody of this name speaks; `more` is what it tells of them."""
    number = ledger.stats()["articles"]
    page = make_page(f"“It is {number},” {name} said.")
    [article] = read(page, (name, f"It is {number}"), day=datetime.date.fromisoformat(day), role=None)
    [entity], [said] = article.entities, article.statements
    entity = replace(entity, **more)  # type: ignore[arg-type]
    said = replace(said, speakers=(entity,))
    assert ledger.add_page(page, [replace(article, entities=(entity,), statements=(said,))], reader="r1")


def test_one_person_in_two_roles_over_the_years_stays_one(ledger: Ledger) -> None:
    say(ledger, "Halla Brenning", day="2021-02-01", role="Transport Minister", country="SWE")
    say(ledger, "Halla Brenning", day="2021-05-01", role="Transport Minister", country="SWE")
    say(ledger, "Halla Brénning", day="2025-03-04", role="Foreign Minister", country="SWE")
    [found] = ledger.entities()
    assert (found["name"], found["variants"], found["country"]) == ("Halla Brenning", ["Halla Brénning"], "SWE")
    assert found["roles"] == [
        {"role": "Transport Minister", "first": "2021-02-01", "last": "2021-05-01"},
        {"role": "Foreign Minister", "first": "2025-03-04", "last": "2025-03-04"},
    ]
    # A statement's speaker is the registered entity in the role that its article prints.
    [said] = ledger.statements(speaker="Brénning", until=datetime.date(2021, 2, 1))
    assert said["speakers"] == [
        {
            "id": found["id"],
            "name": "Halla Brenning",
            "type": "person",
            "country": "SWE",
            "role": "Transport Minister",
            "named": True,
        }
    ]


def test_two_people_with_one_surname_stay_two(ledger: Ledger) -> None:
    for name in ("Petra Holm", "Anders Holm", "Petra Holm"):
        say(ledger, name)
    assert names(ledger) == [("Petra Holm", 2), ("Anders Holm", 1)]


def test_a_surname_alone_joins_nobody_unless_it_is_certain_who_it_is(ledger: Ledger) -> None:
    say(ledger, "Petra Holm", role="Harbour Minister", country="SWE")
    say(ledger, "Holm")
    say(ledger, "Holm")
    assert names(ledger) == [("Petra Holm", 1), ("Holm", 1), ("Holm", 1)]
    say(ledger, "Holm", role="Harbour Minister", country="SWE")
    assert names(ledger)[0] == ("Petra Holm", 2)
    assert len(ledger.statements(speaker="Holm")) == 4


def test_unnamed_sources_stay_by_themselves(ledger: Ledger) -> None:
    say(ledger, "two officials", named=False, type="group")
    say(ledger, "two officials", named=False, type="group")
    assert names(ledger) == [("two officials", 1), ("two officials", 1)]
    one, other = ledger.entities()
    assert one["id"] != other["id"]


def test_people_who_cannot_be_told_apart_stay_together_beside_those_who_can(ledger: Ledger) -> None:
    say(ledger, "John Orn", country="SWE", role="coach")
    say(ledger, "John Orn", country="NZL", role="bishop")
    for _ in range(3):
        say(ledger, "John Orn")
    counts = sorted(count for _, count in names(ledger))
    assert len(counts) <= 3
    assert counts[-1] >= 3


def test_the_same_pages_give_the_same_ids(tmp_path: Path) -> None:
    found = []
    for name in ("a", "b"):
        with Ledger(tmp_path / name) as ledger:
            for speaker in ("Petra Holm", "Anders Holm", "P. Holm", "Holm", "Petra Holm"):
                say(ledger, speaker)
            found.append([entity["id"] for entity in ledger.entities()])
    assert found[0] == found[1]


def test_a_namesake_has_an_id_with_a_number(ledger: Ledger) -> None:
    say(ledger, "John Orn", country="SWE", gender="m", role="coach")
    say(ledger, "John Orn", country="NZL", gender="f", role="bishop")
    one, other = sorted(entity["id"] for entity in ledger.entities())
    assert other == f"{one}-2"


def test_an_earlier_reading_counts_no_more_and_its_entities_keep_their_ids(ledger: Ledger, tmp_path: Path) -> None:
    page = store(ledger, "“It is shut,” Petra Holm said. Solm left.", ("Petra Holm", "It is shut"), ("Solm", "left"))
    before = [(one["id"], one["name"]) for one in ledger.entities()]
    again = read(page, ("Solm", "left"), ("Petra Holm", "It is shut"))
    assert ledger.add_reading(page, again, reader="r2")
    assert sorted((one["id"], one["name"]) for one in ledger.entities()) == sorted(before)
    assert names(ledger) == [("Petra Holm", 1), ("Solm", 1)]
    # The next reader does not see her; when one does, she is who she was.
    assert ledger.add_reading(page, read(page, ("Solm", "left")), reader="r3")
    assert names(ledger) == [("Solm", 1)]
    assert list(ledger.check()) == []
    say(ledger, "Petra Holm")
    assert {one["id"] for one in ledger.entities("petra")} == {before[0][0]}


def test_a_new_version_names_whom_the_one_before_named(ledger: Ledger) -> None:
    store(ledger, "“It is shut,” Holm said.", ("Holm", "It is shut"), url=URL)
    [before] = ledger.entities()
    store(ledger, "“It is open,” Holm said.", ("Holm", "It is open"), url=URL)
    [after] = ledger.entities()
    assert after["id"] == before["id"]
    assert after["appearances"][0]["mentions"] == [{"start": 14, "end": 18, "text": "Holm"}]
    stream = io.BytesIO()
    ledger.export("entities", "jsonl", stream, versions=True)
    [row] = [json.loads(line) for line in stream.getvalue().splitlines()]
    assert [one["reading"]["reader"] for one in row["appearances"]] == ["r1", "r1"]


def test_a_name_that_many_share_still_finds_its_own(ledger: Ledger) -> None:
    people = [f"{first}{middle} Smith" for first in ("Ber", "Kor", "Dal", "Vin", "Mar", "Sel") for middle in _MIDDLES]
    for name in (*people, people[-1], people[0], people[-1]):
        say(ledger, name)
    counts = dict(names(ledger))
    assert (counts[people[-1]], counts[people[0]]) == (3, 2)


_MIDDLES = ("nado", "tok", "willa", "gund", "hizo", "peta", "rax", "sulo", "fem", "quon", "zild")


def test_wikidata_ids_are_noted(ledger: Ledger) -> None:
    say(ledger, "Petra Holm")
    assert [made["says"]["wikidata"] for made in ledger.link_wikidata({"Petra Holm": "Q42"})] == ["Q42"]
    assert ledger.entity("petra holm")["wikidata"] == "Q42"
    say(ledger, "Ada Lin")
    ledger.merge("Ada Lin", "Petra Holm")
    assert ledger.entity("Ada Lin")["wikidata"] == "Q42"


@pytest.mark.parametrize(
    "tampering",
    [
        "UPDATE traits SET articles = articles + 1 WHERE trait = 'name'",
        "DELETE FROM traits",
        "UPDATE traits SET value = 'Petra Solm' WHERE trait = 'name'",
        "UPDATE entities SET registered = NULL",
        "UPDATE registry SET root = 2 WHERE key = 1",
        "UPDATE registry SET name = 'Petra Solm' WHERE key = 1",
        "INSERT INTO doubts VALUES (1, 99, 0.5)",
    ],
)
def test_a_registry_that_was_altered_is_found(ledger: Ledger, tmp_path: Path, tampering: str) -> None:
    for name in ("Petra Holm", "Anders Lind", "Ada Lin"):
        say(ledger, name)
    ledger.merge("Ada Lin", "Anders Lind")
    assert list(ledger.check()) == []
    connection = sqlite3.connect(tmp_path / "a.ledger", isolation_level=None)
    connection.execute(tampering)
    connection.close()
    assert list(ledger.check())


def test_an_entity_of_an_article_is_named_unless_told() -> None:
    assert Entity("e1", "Petra Holm", "person").named


def test_two_processes_that_write_in_turn_know_each_others_entities(tmp_path: Path) -> None:
    with Ledger(tmp_path / "a") as one, Ledger(tmp_path / "a") as other:
        for number, ledger in enumerate((one, other, one, other)):
            page = make_page(f"“It is {number},” Petra Holm said.")
            ledger.add_page(page, read(page, ("Petra Holm", f"It is {number}")), reader="r1")
        assert names(one) == [("Petra Holm", 4)]
        other.merge("Petra Holm", _spoken(one, "Ada Lin"))
        say(one, "Ada Lin")
        assert names(one) == [("Petra Holm", 6)]


def _spoken(ledger: Ledger, name: str) -> str:
    say(ledger, name)
    return name
