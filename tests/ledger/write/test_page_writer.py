import datetime
import io
import json
import sqlite3
from dataclasses import replace
from pathlib import Path

from onrecord import Label, Ledger, Metadata
from tests.ledger.records import make_page, read, span, store


def test_storing_a_page_twice_changes_nothing(ledger: Ledger) -> None:
    page = store(ledger, "“The bridge is shut,” Mara Voss said.", ("Mara Voss", "The bridge is shut"))
    before = ledger.stats()
    assert not ledger.add_page(page, read(page), reader="r2")
    assert ledger.stats() == before


def test_another_text_at_the_same_url_is_a_new_version_and_both_are_kept(ledger: Ledger) -> None:
    url = "https://herald.example/bridge"
    store(ledger, "“The bridge is shut,” Mara Voss said.", ("Mara Voss", "The bridge is shut"), url=url)
    store(ledger, "“The bridge is open,” Mara Voss said.", ("Mara Voss", "The bridge is open"), url=url)
    assert [s["content"][0]["text"] for s in ledger.statements(speaker="Voss")] == ["The bridge is open"]
    assert (ledger.stats()["pages"], ledger.stats()["versions"]) == (1, 2)
    stream = io.BytesIO()
    ledger.export("statements", "jsonl", stream, versions=True)
    assert len(stream.getvalue().splitlines()) == 2


def test_a_new_reading_stands_beside_the_old_one(ledger: Ledger) -> None:
    page = store(ledger, "“The bridge is shut,” Mara Voss said.", ("Mara Voss", "The bridge"))
    again = read(page, ("Mara Voss", "The bridge is shut"))
    assert ledger.add_reading(page, again, reader="r2")
    assert not ledger.add_reading(page, again, reader="r2")
    assert [s["content"][0]["text"] for s in ledger.statements()] == ["The bridge is shut"]
    stream = io.BytesIO()
    ledger.export("statements", "jsonl", stream, versions=True)
    readers = [json.loads(line)["reading"]["reader"] for line in stream.getvalue().splitlines()]
    assert readers == ["r1", "r2"]
    assert list(ledger.check()) == []


def test_what_is_no_character_is_stored_as_an_escape(ledger: Ledger) -> None:
    # An undecodable byte in a file's name, and half a character in the metadata of a JSON line, where it is no address.
    url = "https://herald.example/\ud800"
    page = replace(make_page("“Shut,” Mara Voss said."), path="caf\udce9.txt", metadata=Metadata(url=url))
    [article] = read(page, ("Mara Voss", "Shut"))
    assert ledger.add_page(page, [replace(article, title=Label("Bri\ud800dge"))], reader="r1")
    [row] = ledger.articles()
    assert row["page"]["path"] == "caf\\udce9.txt"
    assert row["page"]["url"] is None
    assert row["title"] == {"text": "Bri\\ud800dge", "start": None, "end": None}
    assert list(ledger.check()) == []


def test_a_null_character_in_a_page_is_kept(ledger: Ledger) -> None:
    store(ledger, "“Shut\0 it is,” Mara Voss said.", ("Mara Voss", "Shut\0 it"))
    assert ledger.statements(words="it")[0]["content"][0]["text"] == "Shut\0 it"
    assert list(ledger.check()) == []


def test_the_place_of_a_byline_is_that_of_its_own_words(ledger: Ledger) -> None:
    page = make_page("By Mara Voss\nThe bridge is shut.")
    [article] = read(page)
    byline = Label("Mara Voss", span(page.text, "By Mara Voss"))
    ledger.add_page(page, [replace(article, byline=byline)], reader="r1")
    assert ledger.articles()[0]["byline"] == {"text": "Mara Voss", "start": 3, "end": 12}
    assert list(ledger.check()) == []


def test_the_time_of_fetching_is_kept_in_utc(ledger: Ledger, tmp_path: Path) -> None:
    noon = datetime.datetime(2025, 3, 4, 12, tzinfo=datetime.timezone(datetime.timedelta(hours=5)))
    page = replace(make_page("The bridge is shut."), fetched_at=noon)
    ledger.add_page(page, read(page), reader="r1")
    connection = sqlite3.connect(tmp_path / "a.ledger")
    assert connection.execute("SELECT fetched_at FROM pages").fetchone() == ("2025-03-04 07:00:00.000000",)
    connection.close()
