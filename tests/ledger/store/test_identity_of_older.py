"""Pages of a ledger from before they kept what identifies them."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from onrecord import Label, Ledger, Metadata, Page
from tests.ledger.records import make_page, read
from tests.ledger.store.older import earlier, indexed

URL = "https://herald.example/bridge"
ALL = indexed("said", "named", "counted")
SHUT = "“The old bridge over the harbour is shut until Monday,” Mara Voss said in the council of Dalbruck on Friday."
QUOTE = ("Mara Voss", "shut until Monday")
# How it was before: a judgement held for every page of a path.
BY_PATH = (
    "UPDATE main.judgements SET page = 'a.txt'",
    "INSERT INTO main.judged (statement, kind, judgement) SELECT 1, 'dismiss', 1",
)


def add(ledger: Ledger, text: str, *, title: str = "Bridge closed", body: bytes = b"", **fields: object) -> Page:
    page = replace(make_page(text), **fields)  # type: ignore[arg-type]
    page = replace(page, body=body or page.body)
    [article] = read(page, QUOTE)
    assert ledger.add_page(page, [replace(article, title=Label(title))], reader="r1")
    return page


@pytest.mark.parametrize(
    ("media_type", "body", "url", "expected"),
    [
        ("text/html", b"", URL, (None, URL)),
        ("application/json", json.dumps({"url": f" {URL} ", "html": "<p>"}).encode(), URL, (URL, None)),
        ("application/json", b'{"html": "<p>"}', URL, (None, URL)),
        ("application/json", b"\xff{", URL, (None, URL)),
        ("text/plain", b"", URL, (URL, None)),
        ("text/html", b"", "javascript:alert(1)", (None, None)),
        ("text/plain", b"", "herald:1", (None, None)),
    ],
)
def test_the_url_that_came_from_the_page_is_what_it_claims(
    tmp_path: Path, ledger: Ledger, media_type: str, body: bytes, url: str, expected: tuple[str | None, str | None]
) -> None:
    add(ledger, SHUT, media_type=media_type, body=body)
    path = earlier(tmp_path, "0007", *ALL, f"UPDATE main.pages SET url = '{url}'")
    with Ledger(path, create=False) as opened:
        [row] = opened.articles()
        assert (row["page"]["url"], row["page"]["canonical"]) == expected


def test_what_was_one_page_by_its_url_stays_one_and_keeps_its_judgements(tmp_path: Path, ledger: Ledger) -> None:
    claimed = Metadata(url=URL)
    add(ledger, SHUT, path="first.html", media_type="text/html", metadata=claimed)
    ledger.dismiss(ledger.statements()[0]["id"])
    add(ledger, f"{SHUT} She laughed.", path="second.html", media_type="text/html", metadata=claimed)
    with Ledger(earlier(tmp_path, "0007", *ALL), create=False) as opened:
        assert list(opened.check()) == []
        assert (opened.stats()["pages"], opened.stats()["versions"]) == (1, 2)
        assert not opened.statements()
        # A newer version of the file is the next of them, and the judgement holds.
        add(opened, f"{SHUT} She laughed again.", path="second.html", media_type="text/html")
        assert (opened.stats()["pages"], opened.stats()["versions"]) == (1, 3)
        assert not opened.statements()
        # What is got at the address is another page than those that claimed it.
        add(opened, f"{SHUT} Nobody laughed.", metadata=Metadata(url=URL))
        assert opened.stats()["pages"] == 2
        assert len(opened.statements()) == 1
        opened.undo("j1")
        assert len(opened.statements()) == 2
        assert list(opened.check()) == []


def test_a_judgement_on_one_of_two_pages_of_a_path_stays_where_it_holds_and_parts(
    tmp_path: Path, ledger: Ledger
) -> None:
    add(ledger, SHUT)
    add(ledger, f"{SHUT} (2)", title="Ferrymen ask what it will cost")
    ledger.dismiss(ledger.statements()[1]["id"], note="a rumour")
    with Ledger(earlier(tmp_path, "0007", *ALL, *BY_PATH), create=False) as opened:
        assert not opened.statements()
        assert [(one["kind"], one["note"]) for one in opened.judgements()] == [("dismiss", "a rumour")] * 2
        assert list(opened.check()) == []
        opened.undo("j1")
        assert [row["article"]["title"] for row in opened.statements()] == ["Ferrymen ask what it will cost"]
        opened.undo("j2")
        assert len(opened.statements()) == 2
        assert list(opened.check()) == []


def test_a_split_names_the_page_of_its_article(tmp_path: Path, ledger: Ledger) -> None:
    add(ledger, SHUT)
    add(ledger, f"{SHUT} (2)", title="Ferrymen ask what it will cost")
    second = ledger.articles()[1]["id"]
    ledger.split("Mara Voss", articles=[second])
    by_path = "UPDATE main.judgements SET says = json_set(says, '$.articles[0].page', 'a.txt')"
    with Ledger(earlier(tmp_path, "0007", *ALL, by_path), create=False) as opened:
        [kept] = opened.judgements()
        assert kept["says"] == ledger.judgements()[0]["says"]
        assert kept["says"]["articles"][0]["page"] != "a.txt"
        assert list(opened.check()) == []
