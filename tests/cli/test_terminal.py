"""What reaches a terminal: nothing of a page, a name, an argument or an error is a command."""

import json
import re
import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord import Ledger
from onrecord.cli.characters import visible
from tests.cli.hostile import SIGNS, hostile_page, make_hostile_ledger
from tests.cli.running import on_terminal

# What rich writes itself: colours, and of a bar of progress the cursor and its line. The terminal adds the carriage
# returns.
_OWN = re.compile(rb"\x1b\[[0-9;]*m|\x1b\[\?25[lh]|\x1b\[2K|\x1b\[1A|\r(?=\n)|\r(?=\x1b)")
# Halves of surrogate pairs cannot be in the text of a page made here.
ANY_TEXT = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=20)
COMMANDS = (
    ("statements",), ("statements", "--json"), ("who", "Hal"), ("said", "fa"), ("quantities", "tria"), ("events",),
    ("events", "--json"), ("articles",), ("articles", "--json"), ("entities",), ("stats",), ("judgements",), ("check",),
    ("review",), ("review", "--json"), ("show", "s1"), ("show", "Brenning"), ("show", "Brenning", "--json"),
    ("export", "statements"), ("export", "entities", "--format", "csv"), ("export", "events", "--format", "csv"),
    ("export", "articles", "--format", "jsonld"), ("export", "quantities", "--csv-formulas", "keep"),
)  # fmt: skip
CHANGES = (
    ("merge", "Brenning", "nobody\x1b[2J"), ("rename", "Brenning", "Hal\x1b[2J\u202ela"), ("undo", "j\x1b[2J"),
    ("dismiss", "s\x9b2J"), ("upgrade", "a\x1b[2J"), ("add", "a\x1b]0;title\x07.txt", "hostile\x1b[2J.txt"),
    ("export", "\x1b[2J"), ("statements", "--limit", "\x1b[2J"), ("statements", "--sin\x1b[2Jce", "1"), ("\x9b2J",),
    ("statements", "--since", "\x1b[2J"), ("export", "events", "--output", "none\x1b[2J/a"), ("show", "\x1b]8;;x\x07"),
    ("statements", "--ledger", "\x1b[2J\n\x1b[2J"), ("entities", "--link", "none\x1b[2J"), ("statements", "\x1b[2J"),
    ("export", "statements", "--format", "parquet"),
)  # fmt: skip


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hostile")
    make_hostile_ledger(folder / "onrecord.ledger", *SIGNS)
    return folder


def check_harmless(reached: bytes) -> str:
    shown = _OWN.sub(b"", reached).decode("utf-8")
    assert visible(shown) == shown
    return shown


@pytest.mark.parametrize("arguments", COMMANDS, ids=" ".join)
def test_no_command_of_a_page_reaches_the_terminal(hostile: Path, arguments: tuple[str, ...]) -> None:
    reached, status = on_terminal(hostile, *arguments, typed=(b"[q] quit", b"q"))
    assert status == 0, reached
    shown = check_harmless(reached)
    if "--json" in arguments:
        told = json.dumps(json.loads(shown), ensure_ascii=False)
        assert "\u202e" in told or arguments[0] == "show"
    elif arguments[0] == "export" and "csv" not in arguments:
        assert "\\u202e" in shown
    elif arguments[0] not in {"stats", "check"}:
        assert "␛" in shown


@pytest.mark.parametrize("arguments", CHANGES, ids=repr)
def test_no_command_of_an_argument_reaches_the_terminal(
    hostile: Path, tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    shutil.copy(hostile / "onrecord.ledger", tmp_path)
    (tmp_path / "hostile\x1b[2J.txt").write_bytes(b"")
    reached, _ = on_terminal(tmp_path, *arguments)
    assert check_harmless(reached)
    assert b"Traceback" not in reached


def test_markup_and_names_of_emoji_are_shown_as_they_are(hostile: Path) -> None:
    shown = on_terminal(hostile, "articles", COLUMNS="200")[0].decode()
    assert "[bold red]x[/]" in shown
    assert ":smile:" in shown


def test_a_table_has_colours_of_its_own(hostile: Path) -> None:
    assert b"\x1b[1m" in on_terminal(hostile, "statements")[0]


@settings(max_examples=4, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(ANY_TEXT, min_size=5, max_size=15, unique=True))
def test_whatever_pages_hold_is_harmless(tmp_path_factory: pytest.TempPathFactory, signs: list[str]) -> None:
    folder = tmp_path_factory.mktemp("any")
    with Ledger(folder / "onrecord.ledger") as ledger:
        for sign in signs:
            page, article = hostile_page(sign)
            ledger.add_page(page, [article], reader="r1")
    for command in ("statements", "events", "quantities tria", f"show {article.id}", "articles --json"):
        check_harmless(on_terminal(folder, *command.split())[0])


def test_a_parquet_file_is_not_printed_on_a_terminal(hostile: Path) -> None:
    reached, status = on_terminal(hostile, "export", "statements", "--format", "parquet")
    assert (status, b"--output" in reached) == (2, True)
