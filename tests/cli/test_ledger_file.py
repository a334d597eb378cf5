"""The ledger's file under the real command: asked, where nothing can be written, on a full disk, by several at once."""

import hashlib
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord import Ledger
from onrecord.ledger.store import REVISION
from tests.cli.running import ONRECORD, Run, run_in
from tests.kills.pages import write_pages

ROOT = Path(__file__).parents[2]
QUESTIONS = [
    ("statements",), ("who", "Voss"), ("said", "bridge"), ("quantities", "days"), ("events",), ("show", "Mara Voss"),
    ("articles",), ("stats",), ("entities",), ("judgements",), ("review", "--json"), ("export", "statements"),
    ("check",),
]  # fmt: skip


def digest(path: Path) -> tuple[str, int]:
    return hashlib.sha256(path.read_bytes()).hexdigest(), path.stat().st_mtime_ns


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a ledger of two pages."""
    folder = tmp_path_factory.mktemp("made")
    write_pages(folder / "pages", 2)
    done = run_in(folder, "add", "pages")
    assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture
def onrecord(made: Path, tmp_path: Path) -> Run:
    """Run commands beside a copy of it, in `kept`."""
    (tmp_path / "kept").mkdir()
    shutil.copy(made / "onrecord.ledger", tmp_path / "kept")
    return lambda *arguments, **options: run_in(tmp_path / "kept", *arguments, **options)


@pytest.mark.parametrize("log", [False, True], ids=["closed", "with a log"])
def test_no_question_writes(onrecord: Run, tmp_path: Path, log: bool) -> None:
    path = tmp_path / "kept" / "onrecord.ledger"
    writer = sqlite3.connect(path, isolation_level=None)
    if log:
        writer.execute("UPDATE registry SET renamed = 'Mara M. Voss' WHERE name = 'Mara Voss'")
        assert path.with_name("onrecord.ledger-wal").stat().st_size
    else:
        writer.close()
    before = digest(path)
    for question in QUESTIONS:
        done = onrecord(*question)
        assert done.returncode == 0 or (log and question == ("check",)), done.stderr
        assert digest(path) == before, question
        assert log or [found.name for found in path.parent.iterdir()] == ["onrecord.ledger"], question
    writer.close()


@pytest.fixture
def readonly(tmp_path: Path) -> Iterator[Path]:
    """The folder `kept`, mounted once more so that nothing can be written there."""
    place = tmp_path / "readonly"
    place.mkdir()
    bind = subprocess.run(["mount", "--bind", tmp_path / "kept", place], capture_output=True, check=False)
    if bind.returncode != 0:
        pytest.skip("needs the right to mount a folder")
    try:
        subprocess.run(["mount", "-o", "remount,ro,bind", place], check=True)
        yield place
    finally:
        subprocess.run(["umount", place], check=True)


def test_every_question_is_answered_where_nothing_can_be_written(onrecord: Run, readonly: Path, tmp_path: Path) -> None:
    before = digest(readonly / "onrecord.ledger")
    for question in QUESTIONS:
        done = run_in(tmp_path, *question, "--ledger", "readonly/onrecord.ledger")
        assert done.returncode == 0, done.stderr
    for command in (("rename", "Mara Voss", "M. Voss"), ("undo", "j1"), ("add", ROOT / "examples/pages/no-date.txt")):
        done = run_in(tmp_path, *map(str, command), "--ledger", "readonly/onrecord.ledger")
        assert (done.returncode, len(done.stderr.splitlines())) == (1, 1)
        assert "not for writing; check the permissions" in done.stderr
    assert digest(readonly / "onrecord.ledger") == before


def test_adding_to_another_programs_database_leaves_it_alone(made: Path, tmp_path: Path) -> None:
    path = tmp_path / "view.db"
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("CREATE VIEW v AS SELECT 1")
    before = {found.name: digest(found) for found in tmp_path.iterdir()}
    for command in (("add", str(made / "pages")), ("upgrade",), ("stats",), ("undo", "j1")):
        done = run_in(tmp_path, *command, "--ledger", "view.db")
        assert (done.returncode, done.stderr) == (1, "view.db: is not a ledger; name another file\n")
        assert {found.name: digest(found) for found in tmp_path.iterdir()} == before
    connection.close()


@pytest.mark.parametrize("revision", [REVISION, "0006"])
def test_a_ledger_in_which_another_program_has_a_view_is_not_written(
    made: Path, onrecord: Run, tmp_path: Path, revision: str
) -> None:
    path = tmp_path / "kept" / "onrecord.ledger"
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("CREATE VIEW v AS SELECT 1")
    connection.execute("UPDATE alembic_version SET version_num = ?", (revision,))
    connection.close()
    before = digest(path)
    for command in (("add", str(made / "pages")), ("upgrade",), ("undo", "j1")):
        done = onrecord(*command)
        assert done.returncode == 1
        assert done.stderr.startswith("onrecord.ledger: has a view (v) that no ledger has")
        assert digest(path) == before


@pytest.fixture
def small_disk(onrecord: Run, tmp_path: Path) -> Iterator[Path]:
    """A disk with the ledger and room for little more."""
    place = tmp_path / "disk"
    place.mkdir()
    size = (tmp_path / "kept" / "onrecord.ledger").stat().st_size + 200_000
    mount = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", place], capture_output=True, check=False
    )
    if mount.returncode != 0:
        pytest.skip("needs the right to mount a disk")
    try:
        shutil.copy(tmp_path / "kept" / "onrecord.ledger", place)
        yield place
    finally:
        subprocess.run(["umount", place], check=True)


def test_a_full_disk_ends_an_add_with_a_line_and_the_ledger_whole(small_disk: Path, tmp_path: Path) -> None:
    path = small_disk / "onrecord.ledger"
    more = str(write_pages(tmp_path / "more", 30, first=2))
    done = run_in(small_disk, "add", more)
    assert (done.returncode, len(done.stderr.splitlines())) == (1, 1), done.stderr
    assert "make room" in done.stderr
    with Ledger(path, create=False) as ledger:
        assert list(ledger.check()) == []
        assert 2 <= ledger.stats()["pages"] < 32
    subprocess.run(["mount", "-o", "remount,size=64m", small_disk], check=True)
    again = run_in(small_disk, "add", more)
    assert again.returncode == 0, again.stderr
    with Ledger(path, create=False) as ledger:
        assert ledger.stats()["pages"] == 32
        assert list(ledger.check()) == []


def test_adds_side_by_side_make_what_one_would_have_made() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.side_by_side", "--adds", "3"],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr


def test_every_command_says_in_a_line_that_a_ledger_is_damaged() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.damage", "--damages", "12", "--seed", "12"],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr


def test_a_command_says_that_it_waits(onrecord: Run, tmp_path: Path) -> None:
    other = sqlite3.connect(tmp_path / "kept" / "onrecord.ledger", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    waiting = subprocess.Popen(
        [ONRECORD, "rename", "Mara Voss", "M. Voss"], cwd=tmp_path / "kept", stderr=subprocess.PIPE, text=True
    )
    assert waiting.stderr is not None
    first = waiting.stderr.readline()
    other.execute("COMMIT")
    _, rest = waiting.communicate(timeout=60)
    other.close()
    assert first == "onrecord.ledger: another process is writing; waiting\n"
    assert (waiting.returncode, rest.count("\n")) == (0, 1)


pytestmark = pytest.mark.model
