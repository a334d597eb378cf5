"""What the command line understands, how it answers what it does not, and how its tables look."""

import json
from importlib.metadata import version

import pytest

from onrecord.ledger import local_day
from tests.cli.running import Run


def test_the_version_is_printed(onrecord: Run) -> None:
    done = onrecord("--version")
    assert (done.returncode, done.stdout) == (0, f"onrecord {version('onrecord')}\n")


@pytest.mark.parametrize(
    ("old", "new"), [(("figures", "sailors"), ("quantities", "sailors")), (("list",), ("articles",))]
)
def test_earlier_names_of_commands_still_work(onrecord: Run, old: tuple[str, ...], new: tuple[str, ...]) -> None:
    for more in ((), ("--json",)):
        done = onrecord(*old, *more)
        assert (done.returncode, done.stdout) == (0, onrecord(*new, *more).stdout)
        assert done.stdout


@pytest.mark.parametrize(
    ("arguments", "status", "meant"),
    [
        (("statement",), 2, "statements"),
        (("export", "statments"), 2, "statements"),
        (("export", "articles", "--format", "json"), 2, "jsonl"),
        (("said", "wheat", "--kind", "indirekt"), 2, "indirect"),
        (("said", "wheat", "--act", "denied"), 2, "deny"),
        (("who", "Brenning", "--medium", "speach"), 2, "speech"),
        (("entities", "--type", "organization"), 2, "organisation"),
        (("events", "--type", "asault"), 2, "ASSAULT"),
        (("merge", "Hala Brenning", "Petra Holm"), 2, "Halla Brenning"),
        (("show", "Hala Brenning"), 2, "Halla Brenning"),
        (("who", "Brening"), 0, "Halla Brenning"),
        (("entities", "Brening"), 0, "Halla Brenning"),
        (("events", "--actor", "Kestia"), 0, "Kestria"),
    ],
)
def test_what_is_misspelt_is_answered_with_what_was_meant(
    onrecord: Run, arguments: tuple[str, ...], status: int, meant: str
) -> None:
    done = onrecord(*arguments)
    assert done.returncode == status
    [line] = [line for line in done.stderr.splitlines() if "id you mean" in line]
    assert meant in line.partition("id you mean")[2]


def test_a_misspelt_option_is_answered_with_the_one_that_was_meant(onrecord: Run) -> None:
    done = onrecord("who", "Brenning", "--limt", "3")
    assert (done.returncode, "--limt (Possible options: --limit)" in done.stderr) == (2, True)


def test_choices_are_taken_in_any_case(onrecord: Run) -> None:
    assert (
        onrecord("events", "--type", "coerce", "--json").stdout
        == onrecord("events", "--type", "COERCE", "--json").stdout
    )


def test_show_takes_names_and_titles(onrecord: Run) -> None:
    [brenning] = json.loads(onrecord("entities", "Brenning", "--json").stdout)
    for asked in ("Brenning", brenning["id"], brenning["id"][:8]):
        assert json.loads(onrecord("show", asked, "--json").stdout) == brenning
    shown = onrecord("show", "Brenning").stdout
    assert all(
        sign in shown for sign in (brenning["id"], "Foreign Minister", brenning["appearances"][0]["article"]["id"])
    )
    article = json.loads(onrecord("show", "ferry fares to rise", "--json").stdout)
    assert article["title"]["text"] == "Ferry fares to rise by a tenth"
    assert article["statements"]


@pytest.mark.parametrize("width", ["80", "120"])
@pytest.mark.parametrize(
    "arguments",
    [
        ("statements",),
        ("quantities", "sailors"),
        ("events",),
        ("articles",),
        ("entities",),
        ("show", "Brenning"),
        ("stats",),
    ],
)
def test_no_table_is_wider_than_the_terminal(onrecord: Run, arguments: tuple[str, ...], width: str) -> None:
    lines = onrecord(*arguments, COLUMNS=width).stdout.splitlines()
    assert len(lines) > 2
    assert max(map(len, lines)) <= int(width)


@pytest.mark.parametrize("command", ["statements", "events", "articles", "entities"])
def test_no_day_and_no_id_is_broken_in_a_table(onrecord: Run, command: str) -> None:
    rows = json.loads(onrecord(command, "--json").stdout)
    words = onrecord(command, "--limit", str(len(rows)), COLUMNS="80").stdout.split()
    for row in rows:
        assert (row["article"]["id"] if command == "events" else row["id"]) in words
        days = (row.get("date") or local_day(row.get("published"))).split("/")
        assert all(day in words for day in days if day)
