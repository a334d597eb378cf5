"""The versions of a page side by side."""

import re
from html import unescape

import pytest
from starlette.testclient import TestClient

from onrecord import Ledger
from onrecord.web.views import versions
from tests.ledger.records import make_page, read

URL = "https://herald.example/quay"


def add(ledger: Ledger, text: str, *quotes: tuple[str, str]) -> str:
    page = make_page(text, url=URL)
    assert ledger.add_page(page, read(page, *quotes), reader="r1")
    return page.sha256


@pytest.fixture
def digests(ledger: Ledger) -> list[str]:
    """Three versions: a number is corrected, a claim goes and one comes; then nothing that is claimed changes."""
    first = add(
        ledger,
        "Mara Voss: we lost <twelve> boats at the quay. Lin Jäder: ferries run.",
        ("Mara Voss", "we lost <twelve> boats at the quay"),
        ("Lin Jäder", "ferries run"),
    )
    texts = "Mara Voss: we lost <forty> boats at the quay. Otto Berlin: nobody asked me.", "It rained. "
    quotes = ("Mara Voss", "we lost <forty> boats at the quay"), ("Otto Berlin", "nobody asked me")
    return [first, add(ledger, texts[0], *quotes), add(ledger, texts[1] + texts[0], *quotes)]


def test_changed_words_are_marked_on_both_sides(client: TestClient, digests: list[str]) -> None:
    page = client.get(f"/versions/{digests[0]}").text
    assert "we lost &lt;<del>twelve</del>&gt; boats" in page
    assert "we lost &lt;<ins>forty</ins>&gt; boats" in page
    assert "corrected by the outlet" in page
    assert "<twelve>" not in page


def test_claims_that_came_and_went_are_told(client: TestClient, digests: list[str]) -> None:
    page = client.get(f"/versions/{digests[2]}").text
    assert '<tr class="came">' in page
    assert '<tr class="went">' in page
    assert page.index("nobody asked me") < page.index("ferries run")
    assert "The same claims in the same words." in page


def test_only_statements_of_the_last_version_have_pages_of_their_own(
    client: TestClient, ledger: Ledger, digests: list[str]
) -> None:
    last = add(ledger, "Ada Lin: it is closed now.", ("Ada Lin", "it is closed now"))
    page = client.get(f"/versions/{last}").text
    current = ledger.statements(words="closed")[0]["id"]
    assert [part.partition('"')[0] for part in page.split('href="/statements/')[1:]] == [current]


def test_of_one_version_that_is_said(client: TestClient, ledger: Ledger) -> None:
    digest = ledger.statements(words="bridge")[0]["page"]["sha256"]
    assert "There is one version of it." in client.get(f"/versions/{digest}").text


def test_a_page_that_is_not_there_is_not_found(client: TestClient) -> None:
    assert client.get(f"/versions/{'0' * 64}").status_code == 404


def test_many_versions_have_pages(client: TestClient, ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(versions, "_SHOWN", 2)
    said = "Mara Voss: the quay is full"
    digests = [add(ledger, f"{said}{'!' * number}", ("Mara Voss", "the quay is full")) for number in range(4)]
    first = client.get(f"/versions/{digests[0]}").text
    assert [f"Version {number} " in first for number in (2, 3, 4)] == [True, True, False]
    assert "4 versions" in first
    [address] = re.findall(r'rel="next" href="([^"]+)"', first)
    second = client.get(address).text
    assert [f"Version {number} " in second for number in (2, 3, 4)] == [False, False, True]
    assert 'rel="next"' not in second
    [twin] = re.findall(r'rel="alternate" type="application/json" href="([^"]+)"', second)
    assert [one["page"]["sha256"] for one in client.get(unescape(twin)).json()["items"]] == [digests[3]]
