"""Which statements the command line shows, in a process of its own."""

import csv
import json
from dataclasses import replace
from pathlib import Path

import pytest

from onrecord import Ledger
from onrecord.ledger import SCHEMA_VERSION, SHOWN_CONFIDENCE
from tests.cli.running import Run, run_in
from tests.ledger.records import make_page, read

TEXT = "Mara Voss said it rains. She denied it snows. Lin Orn hopes it thaws. Bo Um said it hails. Cy Um wrote it."
QUOTES = (
    ("Mara Voss", "it rains"),
    ("She", "it snows"),
    ("Lin Orn", "it thaws"),
    ("Bo Um", "it hails"),
    ("Cy Um", "wrote"),
)


@pytest.fixture
def onrecord(tmp_path: Path) -> Run:
    """A ledger with rain, snow, a hope of thaw, doubtful hail, and doubtful writing of somebody else, just shown."""
    page = make_page(TEXT, url="https://herald.example/rain")
    [article] = read(page, *QUOTES)
    rain, snow, thaw, hail, wrote = article.statements
    voss = rain.speakers
    statements = (
        rain,
        replace(snow, act="deny", kind="indirect", speakers=voss, addressees=thaw.speakers),
        replace(thaw, medium="thought"),
        replace(hail, confidence=SHOWN_CONFIDENCE - 0.01),
        replace(wrote, medium="writing", confidence=SHOWN_CONFIDENCE),
    )
    with Ledger(tmp_path / "onrecord.ledger") as ledger:
        entities = (voss[0], *(article.entities[number] for number in (2, 3, 4)))
        assert ledger.add_page(page, [replace(article, statements=statements, entities=entities)], reader="r1")
    return lambda *arguments, **options: run_in(tmp_path, *arguments, **options)


def found(onrecord: Run, *arguments: str) -> list[str]:
    done = onrecord(*arguments, "--json")
    assert done.returncode == 0, done.stderr
    return [row["content"][0]["text"] for row in json.loads(done.stdout)]


@pytest.mark.parametrize(
    ("asked", "contents"),
    [
        ((), ["it rains", "it snows", "wrote"]),
        (("it", "--speaker", "Voss"), ["it rains", "it snows"]),
        (("snow", "--speaker", "Mara Voss"), ["it snows"]),
        (("snow", "--speaker", "Um"), []),
        (("--act", "deny"), ["it snows"]),
        (("--kind", "indirect"), ["it snows"]),
        (("--medium", "writing"), ["wrote"]),
        (("--medium", "thought"), ["it thaws"]),
        (("--medium", "all"), ["it rains", "it snows", "it thaws", "wrote"]),
        (("--confidence", "0"), ["it rains", "it snows", "it hails", "wrote"]),
        (("--confidence", "0.5"), ["it rains", "it snows"]),
        (("--all",), ["it rains", "it snows", "it thaws", "it hails", "wrote"]),
        (("--all", "--medium", "thought"), ["it thaws"]),
        (("--all", "--confidence", "0.5"), ["it rains", "it snows", "it thaws"]),
        (("--since", "2025-03-05"), []),
        (("--until", "2025-03-04", "--limit", "1"), ["it rains"]),
        (("--outlet", "herald.example"), ["it rains", "it snows", "wrote"]),
        (("--outlet", "herald.example", "--speaker", "Um"), ["wrote"]),
        (("--about", "Orn"), ["it snows"]),
        (("--about", "Um"), []),
    ],
)
def test_statements_fit_all_that_is_asked_for(onrecord: Run, asked: tuple[str, ...], contents: list[str]) -> None:
    assert found(onrecord, "statements", *asked) == contents


@pytest.mark.parametrize(
    ("short", "long"),
    [
        (("who", "Voss", "--act", "deny"), ("statements", "--speaker", "Voss", "--act", "deny")),
        (("who", "Um", "--all"), ("statements", "--speaker", "Um", "--all")),
        (("said", "it", "--speaker", "Voss"), ("statements", "it", "--speaker", "Voss")),
        (("said", "it", "--confidence", "0"), ("statements", "it", "--confidence", "0")),
    ],
)
def test_short_forms_take_the_same_filters(onrecord: Run, short: tuple[str, ...], long: tuple[str, ...]) -> None:
    assert found(onrecord, *short) == found(onrecord, *long) != []


def test_names_that_nobody_has_are_answered_with_those_like_them(onrecord: Run) -> None:
    asked = onrecord("statements", "--about", "Mara Vos")
    assert (asked.returncode, asked.stderr) == (0, "Nothing found.\nDid you mean Mara Voss?\n")
    asked = onrecord("statements", "--outlet", "herld.example")
    assert asked.returncode != 0
    assert "outlet herld.example: is not in the ledger; did you mean herald.example?" in asked.stderr


def test_a_speaker_is_called_by_name_or_id(onrecord: Run) -> None:
    [voss] = json.loads(onrecord("entities", "Voss", "--json").stdout)
    for asked in ("voss", voss["id"], voss["id"][:9]):
        assert found(onrecord, "who", asked) == ["it rains", "it snows"]
    [thaw] = json.loads(onrecord("statements", "--medium", "thought", "--json").stdout)
    assert onrecord("reattribute", thaw["id"], voss["id"]).returncode == 0
    assert found(onrecord, "who", "voss", "--all") == ["it rains", "it snows", "it thaws"]
    assert found(onrecord, "who", "Orn", "--all") == []


def test_an_article_is_shown_with_what_is_shown(onrecord: Run) -> None:
    [article] = json.loads(onrecord("articles", "--json").stdout)

    def contents(*more: str) -> list[str]:
        shown = json.loads(onrecord("show", article["id"], *more, "--json").stdout)
        return [one["content"][0]["text"] for one in shown["statements"]]

    assert contents() == ["it rains", "it snows", "wrote"]
    assert len(contents("--all")) == 5


def test_an_export_has_all_and_with_shown_what_the_commands_show(onrecord: Run, tmp_path: Path) -> None:
    everything = onrecord("export", "statements").stdout.splitlines()
    assert len(everything) == 5
    shown = [json.loads(line) for line in onrecord("export", "statements", "--shown").stdout.splitlines()]
    assert {row.pop("schema_version") for row in shown} == {SCHEMA_VERSION}
    assert shown == json.loads(onrecord("statements", "--json").stdout)
    with Ledger(tmp_path / "onrecord.ledger") as ledger:
        assert shown == list(ledger.statements())
    for table in ("articles", "entities", "quantities", "events", "links"):
        assert onrecord("export", table, "--shown").stdout == onrecord("export", table).stdout


def test_what_is_not_shown_is_counted(onrecord: Run) -> None:
    done = onrecord("said", "hails")
    assert (done.returncode, done.stdout) == (0, "")
    assert "Nothing found." in done.stderr
    assert "1 more with --all" in done.stderr
    assert "--all" not in onrecord("said", "sunshine").stderr
    assert "--all" not in onrecord("said", "hails", "--all").stderr


def test_the_last_judgements_are_listed(onrecord: Run) -> None:
    for name in ("M. Voss", "Mara V.", "Mara Voss"):
        assert onrecord("rename", "Voss" if name == "M. Voss" else "Mara Voss", name).returncode == 0
    assert [one["id"] for one in json.loads(onrecord("judgements", "--limit", "2", "--json").stdout)] == ["j2", "j3"]
    done = onrecord("judgements", "--limit", "1")
    assert "j3" in done.stdout
    assert "j2" not in done.stdout
    assert "and 2 more" in done.stderr


def test_a_thing_that_looks_like_an_id_may_be_a_name(onrecord: Run) -> None:
    assert onrecord("rename", "Mara Voss", "Voss 40").returncode == 0
    assert json.loads(onrecord("show", "40", "--json").stdout)["name"] == "Voss 40"
    done = onrecord("show", "4040")
    assert (done.returncode, done.stdout) == (2, "")
    assert "entity 4040: is not in the ledger" in done.stderr


def test_an_export_never_goes_over_its_own_ledger(onrecord: Run, tmp_path: Path) -> None:
    before = (tmp_path / "onrecord.ledger").read_bytes()
    for own in ("onrecord.ledger", "./onrecord.ledger", "onrecord.ledger-wal"):
        done = onrecord("export", "statements", "--output", own)
        assert (done.returncode, done.stdout) == (2, "")
        assert "is the ledger itself" in done.stderr
    assert (tmp_path / "onrecord.ledger").read_bytes() == before


def test_an_answer_is_written_for_a_spreadsheet_whole_or_not_at_all(onrecord: Run, tmp_path: Path) -> None:
    done = onrecord("statements", "--csv", "said.csv")
    assert (done.returncode, done.stdout) == (0, "")
    assert "rows written to said.csv" in done.stderr
    with Path(tmp_path / "said.csv").open(encoding="utf-8-sig", newline="") as stream:
        lines = list(csv.DictReader(stream))
    shown = json.loads(onrecord("statements", "--json").stdout)
    assert [line["id"] for line in lines] == [one["id"] for one in shown]
    printed = onrecord("statements", "--limit", "1", "--csv", "-").stdout
    assert len(printed.splitlines()) == 2
    for refused in (("--csv", "said.csv", "--json"), ("--csv", "onrecord.ledger"), ("--csv", "nowhere/said.csv")):
        assert onrecord("statements", *refused).returncode == 2
    with Ledger(tmp_path / "onrecord.ledger") as ledger:
        assert len(ledger.statements()) == len(shown)


def test_more_rows_than_can_be_counted_are_wrong_usage(onrecord: Run) -> None:
    done = onrecord("statements", "--limit", "9" * 20)
    assert (done.returncode, done.stdout) == (2, "")
    assert "Traceback" not in done.stderr


def test_all_is_offered_only_where_nothing_was_chosen(onrecord: Run) -> None:
    assert "with --all" not in onrecord("said", "hails", "--medium", "writing").stderr
    assert "with --all" not in onrecord("said", "rains", "--medium", "thought", "--all").stderr
