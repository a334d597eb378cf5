"""Events on the command line, in a process of its own."""

import json
from pathlib import Path

import pytest

from onrecord import Ledger
from tests.cli.running import Run, run_in
from tests.ledger.ship import ship, ship_page


@pytest.fixture
def onrecord(tmp_path: Path) -> Run:
    page = ship_page()
    with Ledger(tmp_path / "onrecord.ledger") as ledger:
        assert ledger.add_page(page, [ship(page)], reader="r1")
    return lambda *arguments, **options: run_in(tmp_path, *arguments, **options)


def test_a_table_says_who_did_what_to_whom_and_who_says_so(onrecord: Run) -> None:
    done = onrecord("events", COLUMNS="160")
    assert done.returncode == 0, done.stderr
    _, shelling, ferry, accused, *_ = [line for line in done.stdout.splitlines() if line[:5] in {"when ", "2025-"}]
    assert "ASSAULT" in shelling
    assert "Kestria, Sailors of" in shelling
    assert "boarded the tug ... shelled Velmora" in shelling
    assert "A ferry and a tug" in shelling
    assert all(sign in ferry for sign in ("2025-03-02", "COERCE", "Kestria", "alleged, says Halla", "seized a ferry"))
    assert "→" not in ferry
    assert all(sign in accused for sign in ("2025-03-07", "Halla Brenning → Kestria", "happened", "accused"))
    assert "says" not in accused


@pytest.mark.parametrize("width", ["60", "100"])
def test_the_table_fits_the_terminal(onrecord: Run, width: str) -> None:
    lines = onrecord("events", COLUMNS=width).stdout.splitlines()
    assert len(lines) > 3
    assert max(map(len, lines)) <= int(width)


@pytest.mark.parametrize(
    ("asked", "ids"),
    [
        ((), ["v3", "v2", "v1"]),
        (("--actor", "Brenning"), ["v1"]),
        (("--recipient", "velmora"), ["v3"]),
        (("--type", "COERCE"), ["v2"]),
        (("--since", "2025-03-02", "--until", "2025-03-06"), ["v2"]),
        (("--limit", "1"), ["v3"]),
        (("--actor", "Nobody"), []),
    ],
)
def test_json_has_the_events_asked_for(onrecord: Run, asked: tuple[str, ...], ids: list[str]) -> None:
    done = onrecord("events", *asked, "--json")
    assert done.returncode == 0, done.stderr
    assert [row["id"] for row in json.loads(done.stdout)] == ids


def test_a_wrong_type_is_wrong_usage_that_lists_the_roots(onrecord: Run) -> None:
    done = onrecord("events", "--type", "LOUD")
    assert done.returncode == 2
    assert all(root in done.stderr for root in ("--type", "AGREE", "MOBILIZE", "ASSAULT"))
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("suffix", ["svg", "png"])
def test_the_same_events_make_the_same_drawing(onrecord: Run, tmp_path: Path, suffix: str) -> None:
    for name in ("one", "two"):
        done = onrecord("events", "--plot", f"{name}.{suffix}")
        assert done.returncode == 0, done.stderr
        assert "3 events drawn" in done.stderr
    drawn = (tmp_path / f"one.{suffix}").read_bytes()
    assert drawn == (tmp_path / f"two.{suffix}").read_bytes()
    onrecord("events", "--type", "COERCE", "--plot", f"other.{suffix}")
    assert drawn != (tmp_path / f"other.{suffix}").read_bytes()


def test_a_drawing_names_the_types_and_modalities_there_are(onrecord: Run, tmp_path: Path) -> None:
    onrecord("events", "--plot", "some.svg", "--since", "2025-03-02")
    drawn = (tmp_path / "some.svg").read_text()
    # Matplotlib draws letters as paths, and says in a comment what they spell.
    spelt = {
        word: f"<!-- {word} -->" in drawn for word in ("ACCUSE", "COERCE", "ASSAULT", "alleged", "happened", "denied")
    }
    assert [word for word, there in spelt.items() if there] == ["ACCUSE", "COERCE", "alleged", "happened"]


def test_a_drawing_of_no_events_and_one_of_no_kind(onrecord: Run, tmp_path: Path) -> None:
    empty = onrecord("events", "--actor", "Nobody", "--plot", "empty.svg")
    assert empty.returncode == 0, empty.stderr
    assert (tmp_path / "empty.svg").exists()
    assert onrecord("events", "--plot", "some.pdf").returncode == 2


def test_csv_is_polecats(onrecord: Run) -> None:
    lines = onrecord("export", "events", "--format", "csv").stdout.splitlines()
    assert lines[0].startswith("Event ID,Event Date,Event Type,Event Mode,")
    assert len(lines) == 5
