"""What is said of pages that are read: which they replace, and how much of them is story."""

import json
from pathlib import Path

from tests.cli.running import Run

PAGE = """<html><head><title>Bridge shut</title><link rel="canonical" href="https://other.example/"></head><body><article>
<h1>Old bridge of the harbour is shut until Monday</h1><p>“The old bridge is shut until {day},” Mayor Ines Kolb said in
the council of Dalbruck. “Nobody should try to cross it,” she said, and asked the ferrymen to take more people.</p>
<p>The ferrymen had said that they were ready, and that it would cost the town less than a bridge does.</p></article>
</body></html>"""
LINE = "The ferry will run every half hour from Friday on, and it will cost nobody anything until the end of May."


def _with(rest: str, *, day: str) -> str:
    """Return a page with more at the end of its body."""
    return PAGE.format(day=day).replace("</body>", f"{rest}</body>")


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


def test_of_a_few_pages_it_is_said_how_much_is_story_and_by_which_extractor(onrecord: Run, tmp_path: Path) -> None:
    page, ledger = tmp_path / "page.html", str(tmp_path / "a.ledger")
    page.write_text(PAGE.format(day="Monday"))
    told = " ".join(onrecord("add", str(page), "--ledger", ledger).stderr.split())
    assert "100% of the prose is story, 0% debris, 0% unread (trafilatura, precise)" in told
    assert "less than half" not in told


def test_a_page_of_which_less_than_half_is_story_is_named(onrecord: Run, tmp_path: Path) -> None:
    ledger = str(tmp_path / "a.ledger")
    aside = "<nav>" + "".join(f"<p>{LINE} It is the {number}th of them.</p>" for number in range(20)) + "</nav>"
    for name, rest in (("a", ""), ("b", ""), ("c", ""), ("d", aside)):
        (tmp_path / f"{name}.html").write_text(_with(rest, day=f"Monday the {ord(name)}th"))
    pages = [str(tmp_path / f"{name}.html") for name in "abcd"]
    told = onrecord("add", *pages, "--ledger", ledger).stderr.replace("\n", "")
    assert "d.html: " in told
    assert "less than half" in told
    assert "a.html" not in told
    again = str(tmp_path / "b.ledger")
    kept = json.loads(onrecord("add", *pages, "--ledger", again, "--json").stdout)["kept"]
    assert [one["story"] > 0.5 for one in kept] == [True, True, True, False]
    assert all(abs(one["story"] + one["debris"] + one["unread"] - 1) < 1e-9 for one in kept)


def test_what_was_set_aside_of_a_page_is_shown_with_why(onrecord: Run, tmp_path: Path) -> None:
    page, ledger = tmp_path / "page.html", str(tmp_path / "a.ledger")
    page.write_text(_with(f"<footer><p>Share</p><p>{LINE}</p></footer>", day="Monday"))
    onrecord("add", str(page), "--ledger", ledger)
    article = json.loads(onrecord("articles", "--ledger", ledger, "--json").stdout)[0]["id"]
    told = json.loads(onrecord("show", article, "--debris", "--ledger", ledger, "--json").stdout)
    assert [(one["text"], one["why"]) for one in told] == [
        ("Share", "a widget or a notice"),
        (LINE, "not in the main text"),
    ]
    assert "not in the main text" in onrecord("show", article, "--debris", "--ledger", ledger).stdout
    assert onrecord("show", "Ines Kolb", "--debris", "--ledger", ledger).returncode == 2
