"""What changed between the versions of a page, on the command line."""

import json
from pathlib import Path

import pytest

from onrecord import Ledger
from tests.cli.running import run_in
from tests.ledger.records import store

pytestmark = pytest.mark.model

URL = "https://herald.example/bridge"


def test_each_claim_that_changed_is_shown_with_its_words_marked(tmp_path: Path) -> None:
    with Ledger(tmp_path / "onrecord.ledger") as ledger:
        store(ledger, "Mara Voss: the bridge is shut today.", ("Mara Voss", "the bridge is shut today"), url=URL)
        store(
            ledger, "Lin Jäder: ferries run. Mara Voss: the bridge is open today.",
            ("Lin Jäder", "ferries run"), ("Mara Voss", "the bridge is open today"), url=URL,
        )  # fmt: skip
    shown = run_in(tmp_path, "changed", URL, COLUMNS="80").stdout
    assert "Version 2, read on " in shown
    assert "came " in shown
    assert "the bridge is {+open+}[-shut-] today" in shown
    assert "words: corrected by the" in shown
    assert max(map(len, shown.splitlines())) <= 80
    [version] = json.loads(run_in(tmp_path, "changed", URL, "--json").stdout)
    assert [change["kind"] for change in version["changes"]] == ["came", "changed"]


def test_a_page_of_one_version_has_no_changes(tmp_path: Path) -> None:
    with Ledger(tmp_path / "onrecord.ledger") as ledger:
        store(ledger, "Mara Voss: the bridge is shut.", ("Mara Voss", "the bridge is shut"), url=URL)
    done = run_in(tmp_path, "changed", URL)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "There is one version of it.\n")
