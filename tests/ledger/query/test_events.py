"""Events as they are answered."""

import datetime
import json
import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from onrecord import Ledger
from onrecord.ledger import EventRow
from tests.ledger.records import exported, store
from tests.ledger.ship import DAY, ship, ship_page


def names(rows: list[EventRow]) -> dict[str, tuple[list[str], list[str]]]:
    return {row["id"]: ([a["name"] for a in row["actors"]], [r["name"] for r in row["recipients"]]) for row in rows}


def test_a_row_tells_all_that_the_record_does(told: Ledger) -> None:
    [ferry] = told.events(type="COERCE")
    assert list(ferry) == [
        "id", "page", "article", "spans", "type", "actors", "recipients", "place", "date", "date_basis", "modality",
        "asserted_by", "narrated", "statement", "confidence",
    ]  # fmt: skip
    assert [one["text"] for one in ferry["spans"]] == ["seized a ferry"]
    assert list(ferry["actors"][0]) == ["id", "name", "type", "country", "role", "named", "sector"]
    assert ferry["place"] is not None
    assert (ferry["place"]["text"], ferry["date"], ferry["modality"]) == ("Ostrel", "2025-03-02", "alleged")
    assert (ferry["date_basis"], ferry["narrated"]) == ("printed", False)
    assert (ferry["statement"], ferry["confidence"]) == ("s1", 0.7)
    assert isinstance(ferry["asserted_by"], dict)
    assert ferry["asserted_by"]["name"] == "Halla Brenning"
    [shelling] = told.events(type="ASSAULT")
    assert [one["text"] for one in shelling["spans"]] == ["boarded the tug", "shelled Velmora"]
    assert [(one["name"], one["sector"]) for one in shelling["actors"]] == [
        ("Kestria", None),
        ("Sailors of Kestria", "MIL"),
    ]
    assert (shelling["asserted_by"], shelling["narrated"], shelling["statement"]) == (None, True, None)


def test_an_event_that_is_a_statement_is_the_narrators_and_has_its_id(told: Ledger) -> None:
    [accused] = told.events(type="ACCUSE")
    assert (accused["asserted_by"], accused["narrated"], accused["statement"]) == (None, True, "s1")


def test_an_accusation_told_in_a_statement_is_asserted_by_its_speaker(ledger: Ledger) -> None:
    page = ship_page()
    article = ship(page)
    brenning, kestria = article.entities[:2]
    outer = replace(article.statements[0], id="s0", speakers=(kestria,), nested_in=None)
    inner = replace(article.statements[0], nested_in="s0")
    nested = replace(article.events[0], asserted_by=kestria, narrated=False)
    ledger.add_page(page, [replace(article, statements=(outer, inner), events=(nested,))], reader="r1")
    [row] = ledger.events()
    assert isinstance(row["asserted_by"], dict)
    assert (row["asserted_by"]["name"], row["statement"]) == ("Kestria", "s1")
    assert brenning.name not in str(row["asserted_by"])


@pytest.mark.parametrize(
    ("asked", "ids"),
    [
        ({}, ["v3", "v2", "v1"]),
        ({"actor": "Brenning"}, ["v1"]),
        ({"actor": "KESTRIA"}, ["v3", "v2"]),
        ({"actor": "sailors"}, ["v3"]),
        ({"actor": "Velmora"}, []),
        ({"actor": "Nobody"}, []),
        ({"recipient": "Kestria"}, ["v1"]),
        ({"recipient": "Velmora", "actor": "Kestria"}, ["v3"]),
        ({"type": "COERCE"}, ["v2"]),
        # Of March: from its first day on. Without a date: the day of publication.
        ({"since": datetime.date(2025, 3, 1)}, ["v3", "v2", "v1"]),
        ({"since": datetime.date(2025, 3, 2)}, ["v2", "v1"]),
        ({"since": DAY}, ["v1"]),
        ({"until": datetime.date(2025, 3, 1)}, ["v3"]),
    ],
)
def test_asking(told: Ledger, asked: dict[str, object], ids: list[str]) -> None:
    assert [row["id"] for row in told.events(**asked)] == ids  # type: ignore[arg-type]


def test_an_actor_is_found_by_id_and_by_the_names_of_what_was_merged(told: Ledger) -> None:
    [sailors] = told.entities("sailors")
    assert [row["id"] for row in told.events(actor=sailors["id"])] == ["v3"]
    store(told, "“I swim,” Captain Ada Lin said.", ("Ada Lin", "I swim"))
    told.merge("Ada Lin", "Halla Brenning")
    [accused] = told.events(actor="Ada Lin")
    assert names([accused]) == {"v1": (["Ada Lin"], ["Kestria"])}
    assert [row["id"] for row in told.events(actor="Halla Brenning")] == ["v1"]


def test_a_limit_still_tells_how_many_there_are(told: Ledger) -> None:
    found = told.events(limit=2)
    assert (len(found), found.total, told.stats()["events"]) == (2, 3, 3)


def test_the_users_judgements_hold_for_what_is_told_in_a_statement(told: Ledger) -> None:
    store(told, "“I swim,” Captain Ada Lin said.", ("Ada Lin", "I swim"))
    made = told.reattribute("s1", "Ada Lin")
    [ferry] = told.events(type="COERCE")
    assert isinstance(ferry["asserted_by"], dict)
    assert ferry["asserted_by"]["name"] == "Ada Lin"
    told.undo(made["id"])
    dismissed = told.dismiss("s1")
    assert [row["id"] for row in told.events()] == ["v3"]
    assert told.stats()["events"] == 1
    assert len(exported(told, "events", "jsonl").splitlines()) == 1
    every = [json.loads(line) for line in exported(told, "events", "jsonl", versions=True).splitlines()]
    assert [(row["id"], row["reading"]["reader"]) for row in every] == [("v1", "r1"), ("v2", "r1"), ("v3", "r1")]
    told.undo(dismissed["id"])
    assert len(told.events()) == 3


def test_a_new_reading_takes_the_place_of_the_events_before(told: Ledger, tmp_path: Path) -> None:
    page = ship_page()
    article = ship(page)
    told.add_reading(page, [replace(article, events=article.events[:1])], reader="r2")
    assert [row["id"] for row in told.events()] == ["v1"]
    assert len(exported(told, "events", "jsonl", versions=True).splitlines()) == 4
    assert list(told.check()) == []
    connection = sqlite3.connect(tmp_path / "a.ledger", isolation_level=None)
    connection.execute("PRAGMA foreign_keys = ON")
    # Its digests do not go with it, so that it is missed.
    connection.execute("DELETE FROM digests WHERE reading = 1")
    connection.execute("DELETE FROM readings WHERE reader = 'r1'")
    left = {
        what: connection.execute(f"SELECT count(*) FROM {what}").fetchone()[0]
        for what in ("events", "participants", "spans WHERE event IS NOT NULL")
    }
    connection.close()
    assert left == {"events": 1, "participants": 2, "spans WHERE event IS NOT NULL": 1}


def test_the_words_of_an_event_are_not_the_articles_own(told: Ledger) -> None:
    [article] = told.articles()
    assert [one["start"] for one in article["paragraphs"]] == [0]
    assert article["times"] == []


def test_a_table_of_events(told: Ledger) -> None:
    assert list(told.to_pandas("events")["type"]) == ["ACCUSE", "COERCE", "ASSAULT"]
    assert list(told.events(type="ACCUSE").to_pandas()["id"]) == ["v1"]
