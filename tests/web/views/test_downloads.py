import csv
import io
import json
import re
from html import unescape
from importlib.util import find_spec
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from starlette.testclient import TestClient

from onrecord import Ledger
from tests.ledger.claims import claim
from tests.ledger.links_by_hand import link, statement_with
from tests.ledger.records import store
from tests.ledger.ship import ship, ship_page


def test_all_that_is_found_is_in_the_file(client: TestClient, ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("onrecord.web.views.downloads._FIRST", 3)
    monkeypatch.setattr("onrecord.web.views.downloads._AT_ONCE", 7)
    for number in range(60):
        store(ledger, f"“The quay {number} is full,” Ivo Marek said.", ("Ivo Marek", f"The quay {number} is full"))
    expected = [row["id"] for row in ledger.statements(words="quay")]
    answer = client.get("/download/statements.jsonl", params={"q": "quay speaker:marek"})
    assert [json.loads(line)["id"] for line in answer.text.splitlines()] == expected
    assert len(expected) == 60
    assert answer.headers["content-disposition"] == 'attachment; filename="onrecord-statements.jsonl"'
    lines = csv.DictReader(io.StringIO(client.get("/download/statements.csv", params={"q": "quay"}).text))
    assert [line["id"] for line in lines] == expected
    table = pq.read_table(io.BytesIO(client.get("/download/statements.parquet", params={"q": "quay"}).content))
    assert table["id"].to_pylist() == expected
    graph = client.get("/download/statements.jsonld", params={"q": "quay"}).json()["@graph"]
    assert [node["@id"] for node in graph] == [f"urn:onrecord:{id}" for id in expected]


def test_one_statement_is_linked_data_with_its_place(client: TestClient, ledger: Ledger) -> None:
    row = ledger.statements(words="bridge")[0]
    [node] = client.get("/download/statements.jsonld", params={"id": row["id"]}).json()["@graph"]
    [target] = node["oa:hasTarget"]
    assert target["oa:hasSelector"][0]["oa:start"] == row["content"][0]["start"]
    assert client.get("/download/statements.jsonld", params={"id": "0bad"}).status_code == 404


def test_the_other_tables_too(client: TestClient, ledger: Ledger) -> None:
    claim(ledger, "Ivo Marek", 12, "boats", 1)
    page = ship_page()
    ledger.add_page(page, [ship(page)], reader="r1")
    id = link(ledger, "denies", statement_with(ledger, "It will open on"), statement_with(ledger, "The bridge is shut"))
    statement = statement_with(ledger, "The bridge is shut")
    [row] = client.get("/download/links.jsonl", params={"statement": statement}).text.splitlines()
    assert json.loads(row)["id"] == id
    quantities = client.get("/download/quantities.jsonl", params={"words": "boats"}).text.splitlines()
    assert len(quantities) == len(ledger.quantities("boats")) == 1
    events = csv.DictReader(io.StringIO(client.get("/download/events.csv", params={"actor": "Kestria"}).text))
    assert {line["Version"] for line in events} == {"r1"}


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/download/statements.csv?q=speker:x", 422),
        ("/download/statements.csv?q=outlet:nowhere", 404),
        ("/download/statements.xml", 422),
        ("/download/cities.csv", 404),
        ("/download/quantities.csv?words=!", 422),
        ("/download/links.csv?statement=0bad", 404),
    ],
)
def test_what_cannot_be_downloaded_is_told_and_is_no_file(client: TestClient, address: str, status: int) -> None:
    answer = client.get(address)
    assert answer.status_code == status
    assert "content-disposition" not in answer.headers


def test_without_pyarrow_it_is_told_how_it_is_added(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("onrecord.extras.find_spec", lambda name: None if name == "pyarrow" else find_spec(name))
    answer = client.get("/download/statements.parquet", params={"q": "bridge"})
    assert answer.status_code == 422
    assert "onrecord[tables]" in answer.text


def test_what_breaks_in_the_middle_is_no_whole_file(
    client: TestClient, ledger: Ledger, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def export(self: Ledger, table: str, format: str, rows: object, stream: io.BytesIO) -> None:
        stream.write(bytes(200_000))
        raise OSError("the disk is gone")

    monkeypatch.setattr(Ledger, "export_rows", export)
    with pytest.raises(OSError, match="the disk is gone"):
        TestClient(client.app, base_url="http://localhost").get("/download/statements.csv")


def test_a_search_links_to_its_files(client: TestClient) -> None:
    page = client.get("/search", params={"q": "bridge act:assert"}).text
    assert 'href="/download/statements.csv?q=bridge+act%3Aassert"' in page


def test_articles_arguments_and_altered_quotations_are_all_there(client: TestClient, ledger: Ledger) -> None:
    id = link(ledger, "denies", statement_with(ledger, "It will open on"), statement_with(ledger, "The bridge is shut"))
    articles = client.get("/download/articles.jsonl").text.splitlines()
    assert [json.loads(line)["id"] for line in articles] == [row["id"] for row in ledger.latest()]
    [denial] = client.get("/download/arguments.jsonl").text.splitlines()
    assert json.loads(denial)["id"] == id
    assert client.get("/download/utterances.jsonl").text == ""


@pytest.mark.parametrize("table", ["articles", "arguments", "utterances"])
@pytest.mark.parametrize("format", ["csv", "jsonl", "parquet", "jsonld"])
def test_each_of_them_in_each_format(client: TestClient, ledger: Ledger, table: str, format: str) -> None:
    link(ledger, "denies", statement_with(ledger, "It will open on"), statement_with(ledger, "The bridge is shut"))
    for name in ("Ivo Marek", "Ivo Mareks"):
        said = "The quay is full" if name == "Ivo Marek" else "The quay is not full"
        store(ledger, f"“{said},” {name} said.", (name, said))
    answer = client.get(f"/download/{table}.{format}")
    assert answer.status_code == 200
    assert answer.headers["content-disposition"].endswith(f'.{format}"')


def test_the_page_of_an_article_offers_what_it_shows(client: TestClient, ledger: Ledger) -> None:
    row = ledger.statements(words="bridge")[0]
    for asked in ("", "?all=true"):
        page = client.get(f"/articles/{row['article']['id']}{asked}").text
        address = re.findall(r'href="(/download/statements.jsonl[^"]+)"', page)[0]
        lines = client.get(unescape(address)).text.splitlines()
        assert [json.loads(line)["id"] for line in lines] == re.findall(r'id="card-([^"]+)"', page)
