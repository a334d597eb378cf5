"""What is said of pages that replace others."""

import json
from pathlib import Path

from tests.cli.running import Run

PAGE = """<html><head><title>Bridge shut</title><link rel="canonical" href="https://other.example/"></head><body><article>
<h1>Old bridge of the harbour is shut until Monday</h1><p>“The old bridge is shut until {day},” Mayor Ines Kolb said in
the council of Dalbruck. “Nobody should try to cross it,” she said, and asked the ferrymen to take more people.</p>
<p>The ferrymen had said that they were ready, and that it would cost the town less than a bridge does.</p></article>
</body></html>"""


def test_a_newer_version_says_what_it_replaces(onrecord: Run, tmp_path: Path) -> None:
    page, ledger = tmp_path / "page.html", str(tmp_path / "a.ledger")
    page.write_text(PAGE.format(day="Monday"))
    first = onrecord("add", str(page), "--ledger", ledger)
    assert "replace" not in first.stderr
    page.write_text(PAGE.format(day="Tuesday"))
    second = onrecord("add", str(page), "--ledger", ledger)
    assert f"{page}: replaces the version read on 20" in second.stderr
    assert "(Old bridge of the harbour is shut until Monday)" in second.stderr
    assert "1 replaced" in second.stderr
    page.write_text(PAGE.format(day="Friday"))
    [told] = json.loads(onrecord("add", str(page), "--ledger", ledger, "--json").stdout)["replaced"]
    assert told["page"] == str(page)
    assert len(told["sha256"]) == 64
    [row] = json.loads(onrecord("articles", "--ledger", ledger, "--json").stdout)
    assert row["page"]["canonical"] == "https://other.example/"
    # What is claimed is shown as that, and linked data does not have it.
    statement = json.loads(onrecord("statements", "--ledger", ledger, "--json").stdout)[0]["id"]
    assert "it claims" in onrecord("show", statement, "--ledger", ledger).stdout
    assert "other.example" not in onrecord("export", "statements", "--format", "jsonld", "--ledger", ledger).stdout


def test_a_page_with_its_url_is_cited_by_it(onrecord: Run, tmp_path: Path) -> None:
    page, ledger, url = tmp_path / "page.html", str(tmp_path / "a.ledger"), "https://herald.example/bridge"
    page.write_text(PAGE.format(day="Monday"))
    assert onrecord("add", str(page), "--url", url, "--ledger", ledger).returncode == 0
    assert url in onrecord("export", "statements", "--format", "jsonld", "--ledger", ledger).stdout
