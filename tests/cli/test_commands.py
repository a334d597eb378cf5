"""The command line as people and programs use it, in a process of its own."""

import json
import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from onrecord import Ledger
from tests.cli.running import ONRECORD, Run, run_in
from tests.ledger.records import make_page, read

COMMANDS = (
    "add", "statements", "who", "said", "quantities", "events", "show", "articles", "stats", "export", "check",
    "link", "thread", "timeline", "dispute", "copies", "changed", "reread", "upgrade", "entities", "merge", "split",
    "rename", "reattribute", "dismiss", "confirm", "reject", "review", "judgements", "undo", "serve",
)  # fmt: skip
STORY = "Mayor Jonas Weil said the bridge was closed.\n"


def test_no_command_is_left_out_here(onrecord: Run) -> None:
    listed = re.findall(r"^  ([a-z]+)  ", onrecord("--help").stdout, re.MULTILINE)
    assert set(listed) == set(COMMANDS)


@pytest.mark.parametrize(
    "arguments",
    [
        ("who", "Brenning"), ("said", "wheat"), ("quantities", "sailors"), ("articles",), ("stats",), ("check",),
        ("reread",), ("add", "examples/pages/wire.txt"), ("entities",), ("review", "--limit", "3"),
    ],
)  # fmt: skip
def test_json_is_one_document_on_every_command(onrecord: Run, arguments: tuple[str, ...]) -> None:
    done = onrecord(*arguments, "--json")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)


def test_show_a_statement_and_an_article(onrecord: Run) -> None:
    [*_, found] = json.loads(onrecord("said", '"bargaining chips"', "--json").stdout)
    statement = onrecord("show", found["id"])
    assert "Halla Brenning" in statement.stdout
    assert "Our sailors are not bargaining chips" in statement.stdout
    article = onrecord("show", found["article"]["id"])
    assert "FAMILIES WAIT" in article.stdout
    assert "Petra Holm" in article.stdout.splitlines()[-1] or "Speakers:" in article.stdout
    as_json = json.loads(onrecord("show", found["article"]["id"], "--json").stdout)
    assert found["id"] in [statement["id"] for statement in as_json["statements"]]


@pytest.mark.model
def test_what_was_not_said_yet_or_is_denied_is_shown_so(tmp_path: Path) -> None:
    page = make_page("Mara Voss will say that the bridge is shut. Lin Jäder said the ferry runs.")
    [article] = read(page, ("Mara Voss", "the bridge is shut"), ("Lin Jäder", "the ferry runs"))
    expected, said = article.statements
    with Ledger(tmp_path / "onrecord.ledger") as ledger:
        statements = (replace(expected, modality="expected"), said)
        assert ledger.add_page(page, [replace(article, statements=statements)], reader="r1")
    assert "the bridge is shut (expected)" in run_in(tmp_path, "who", "Voss").stdout
    assert "the bridge is shut (expected)" in run_in(tmp_path, "show", expected.id).stdout
    assert "ferry runs (" not in run_in(tmp_path, "who", "Jäder").stdout


def test_tables_fit_the_terminal(onrecord: Run) -> None:
    for width in ("60", "100"):
        lines = onrecord("who", "Brenning", COLUMNS=width).stdout.splitlines()
        assert len(lines) > 5
        assert max(map(len, lines)) <= int(width)


def test_nothing_is_coloured_where_there_is_no_terminal(onrecord: Run) -> None:
    assert "\x1b" not in onrecord("who", "Brenning").stdout


def test_export_is_json_lines_for_programs(onrecord: Run, folder: Path) -> None:
    rows = [json.loads(line) for line in onrecord("export", "statements", "--format", "jsonl").stdout.splitlines()]
    for row in rows:
        if row["page"]["path"].endswith(".txt"):
            text = (folder / row["page"]["path"]).read_bytes().decode()
            assert all(text[span["start"] : span["end"]] == span["text"] for span in row["content"])
    onrecord("export", "statements", "--output", str(folder / "out.jsonl"))
    assert [json.loads(line) for line in (folder / "out.jsonl").read_text().splitlines()] == rows


def test_adding_again_changes_nothing(onrecord: Run) -> None:
    before = onrecord("export", "statements").stdout
    again = onrecord("add", "examples/pages")
    assert (again.returncode, "12 unchanged" in again.stderr) == (0, True)
    assert onrecord("export", "statements").stdout == before


def test_standard_input_and_a_given_date(onrecord: Run, tmp_path: Path) -> None:
    ledger = str(tmp_path / "a.ledger")
    done = onrecord("add", "-", "--published", "2025-03-04", "--ledger", ledger, text=STORY)
    assert done.returncode == 0, done.stderr
    [row] = json.loads(onrecord("who", "Weil", "--ledger", ledger, "--json").stdout)
    assert (row["page"]["path"], row["article"]["published"]) == ("-", "2025-03-04")


def test_bad_pages_are_named_and_the_others_are_in_the_ledger(onrecord: Run, tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(STORY)
    (tmp_path / "empty.txt").write_text("")
    (tmp_path / "deutsch.txt").write_text("Der Bürgermeister sagte am Montag, die Brücke werde geschlossen. " * 5)
    ledger = str(tmp_path / "a.ledger")
    done = onrecord("add", str(tmp_path), "nowhere.txt", "--ledger", ledger)
    assert done.returncode == 1
    lines = done.stderr.splitlines()
    assert len(lines) == 5
    assert "good.txt: 100% of the prose is story" in lines[-1]
    expected = (("deutsch.txt", "German"), ("empty.txt", "empty"), ("nowhere.txt", "exist"))
    for line, signs in zip(sorted(lines[:3]), expected, strict=True):
        assert all(sign in line for sign in signs)
    assert len(json.loads(onrecord("articles", "--ledger", ledger, "--json").stdout)) == 1


@pytest.mark.parametrize(
    ("arguments", "status", "sign"),
    [
        (("who", "Brenning", "--ledger", "none.ledger"), 1, "no such ledger"),
        (("who", "Brenning", "--ledger", "examples"), 1, "is a folder"),
        (("merge", "Nobody", "Halla Brenning"), 2, "`entities`"),
        (("export", "nothing"), 2, "nothing"),
        (("export", "articles", "--output", "none/a.jsonl"), 2, "none/a.jsonl"),
        (("statements", "--confidence", "2"), 2, "--confidence"),
        (("export", "statements", "--format", "pdf"), 2, "pdf"),
        (("show", "s0"), 2, "s0"),
        (("show", "nonsense"), 2, "nonsense"),
        (("said", "?"), 2, "no word"),
        (("add", "examples/pages", "--published", "tomorrow"), 2, "YYYY-MM-DD"),
        (("add", "examples/pages", "--pipeline", "xx_none", "--ledger", "new.ledger"), 2, "xx_none"),
        (("add", "examples/pages", "--url", "https://herald.example", "--ledger", "new.ledger"), 2, "several"),
        (("add", "examples/pages/wire.txt", "--url", "herald:1", "--ledger", "new.ledger"), 2, "no address"),
        (("who", "Brenning", "--kind", "loud"), 2, "--kind"),
        (("frobnicate",), 2, "frobnicate"),
    ],
)
def test_wrong_usage_is_one_plain_error(onrecord: Run, arguments: tuple[str, ...], status: int, sign: str) -> None:
    done = onrecord(*arguments)
    assert done.returncode == status
    assert sign in done.stderr
    assert "Traceback" not in done.stderr


def test_check_fails_when_a_stored_character_is_altered(onrecord: Run, folder: Path, tmp_path: Path) -> None:
    import sqlite3

    copy = tmp_path / "copy.ledger"
    shutil.copy(folder / "onrecord.ledger", copy)
    assert onrecord("check", "--ledger", str(copy)).returncode == 0
    connection = sqlite3.connect(copy, isolation_level=None)
    connection.execute("UPDATE spans SET text = replace(text, 'a', 'e') WHERE key = 7")
    connection.close()
    done = onrecord("check", "--ledger", str(copy))
    assert done.returncode == 1
    assert "examples/pages" in done.stderr


def test_a_reader_that_stops_listening_is_no_error(folder: Path) -> None:
    command = f"{ONRECORD} export entities | head -n 1"
    done = subprocess.run(["bash", "-c", command], cwd=folder, capture_output=True, text=True, check=False)
    assert done.stderr == ""
