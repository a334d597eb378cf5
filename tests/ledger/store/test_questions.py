"""Questions never write, and work where nothing can be written; other programs' files are left alone."""

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from onrecord import Ledger, LedgerError, upgrade
from tests.ledger.records import make_page, read, store


def files(folder: Path) -> dict[str, tuple[bytes, int]]:
    """The bytes and times of all files of a folder."""
    return {path.name: (path.read_bytes(), path.stat().st_mtime_ns) for path in folder.iterdir()}


def ask(path: Path) -> int:
    """Ask this and that; return how many statements there are."""
    with Ledger(path, create=False) as ledger:
        assert list(ledger.check()) == []
        ledger.entities()
        ledger.judgements()
        return len(ledger.statements())


@pytest.fixture
def path(tmp_path: Path, empty: Path) -> Path:
    """A closed ledger with one statement, in a folder of its own."""
    folder = tmp_path / "kept"
    folder.mkdir()
    (folder / "a.ledger").write_bytes(empty.read_bytes())
    with Ledger(folder / "a.ledger") as ledger:
        store(ledger, "“The bridge is shut,” Mara Voss said.", ("Mara Voss", "The bridge is shut"))
    return folder / "a.ledger"


@pytest.fixture
def unfinished(path: Path) -> Path:
    """The same, whose log has a second statement, as a killed process leaves it."""
    copy = path.with_name("killed")
    with Ledger(path) as ledger:
        store(ledger, "“I swim,” Ada Lin said.", ("Ada Lin", "I swim"))
        copy.mkdir()
        for end in ("", "-wal", "-shm"):
            (copy / f"a.ledger{end}").write_bytes(path.with_name(f"a.ledger{end}").read_bytes())
    assert (copy / "a.ledger-wal").stat().st_size
    return copy / "a.ledger"


def test_asking_changes_neither_the_file_nor_what_lies_beside_it(path: Path) -> None:
    before = files(path.parent)
    assert ask(path) == 1
    assert files(path.parent) == before


def test_asking_leaves_the_log_of_a_killed_process_to_the_next_who_writes(unfinished: Path) -> None:
    before = files(unfinished.parent)
    assert ask(unfinished) == 2
    after = files(unfinished.parent)
    # The index of the log is made anew, and belongs to it.
    assert {name: after[name] for name in after if name != "a.ledger-shm"} == {
        name: before[name] for name in before if name != "a.ledger-shm"
    }
    with Ledger(unfinished) as ledger:
        ledger.rename("Ada Lin", "Ada M. Lin")
    assert [found.name for found in unfinished.parent.iterdir()] == ["a.ledger"]


def test_asking_leaves_no_file_beside_while_others_ask(path: Path) -> None:
    with Ledger(path, create=False) as one:
        assert ask(path) == 1
        assert len(one.statements()) == 1
    assert [found.name for found in path.parent.iterdir()] == ["a.ledger"]


def test_a_question_sees_what_was_written_since(path: Path) -> None:
    with Ledger(path, create=False) as asking:
        assert len(asking.statements()) == 1
        with Ledger(path) as ledger:
            store(ledger, "“I swim,” Ada Lin said.", ("Ada Lin", "I swim"))
        assert len(asking.statements()) == 2


@pytest.fixture
def still(path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A ledger beside which SQLite can make no file, as in a folder that may not be written."""
    _refuse_logs(monkeypatch)
    return path


def _refuse_logs(monkeypatch: pytest.MonkeyPatch) -> None:
    connect = sqlite3.connect

    def refusing(address: str, **options: object) -> sqlite3.Connection:
        if "mode=rw" in address or address.endswith("mode=ro"):
            raise cannot_open
        return connect(address, **options)  # type: ignore[call-overload, no-any-return]

    cannot_open = sqlite3.OperationalError("unable to open database file")
    cannot_open.sqlite_errorcode = sqlite3.SQLITE_CANTOPEN
    monkeypatch.setattr(sqlite3, "connect", refusing)


def test_a_ledger_that_nobody_can_write_is_asked_and_not_judged(still: Path) -> None:
    before = files(still.parent)
    assert ask(still) == 1
    assert upgrade(still) is None
    with Ledger(still) as ledger:
        with pytest.raises(LedgerError, match="not for writing; check the permissions"):
            ledger.rename("Mara Voss", "M. Voss")
        page = make_page("The bridge is shut.")
        with pytest.raises(LedgerError, match="not for writing"):
            ledger.add_page(page, read(page), reader="r1")
    assert files(still.parent) == before


def test_a_log_that_cannot_be_read_is_not_passed_over(unfinished: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _refuse_logs(monkeypatch)
    with pytest.raises(LedgerError, match=r"has pages in a\.ledger-wal .*; copy both files"):
        Ledger(unfinished, create=False)


def test_a_ledger_that_is_written_after_all_is_not_trusted(still: Path) -> None:
    with Ledger(still, create=False) as ledger:

        def write(_done: int, _total: int) -> None:
            os.utime(still, ns=(1, 1))

        with pytest.raises(LedgerError, match="was written while it was read; run the same command again"):
            list(ledger.check(progress=write))


# Opens as root, then is nobody: what root has made may not be written.
_AS_NOBODY = """
import os, sys
from onrecord import Ledger, LedgerError
with Ledger(sys.argv[1], create=False) as ledger:
    list(ledger.check())
os.setgid(65534)
os.setuid(65534)
with Ledger(sys.argv[2], create=False) as ledger:
    assert list(ledger.check()) == []
    print(len(ledger.statements()))
    try:
        ledger.rename("Mara Voss", "M. Voss")
    except LedgerError as error:
        print(error)
"""


@pytest.mark.model
@pytest.mark.skipif(not hasattr(os, "getuid") or os.getuid() != 0, reason="only root can become somebody else")
@pytest.mark.parametrize(("folder_mode", "file_mode"), [(0o755, 0o644), (0o777, 0o444), (0o555, 0o444)])
def test_a_file_or_folder_of_somebody_else_can_be_asked(path: Path, folder_mode: int, file_mode: int) -> None:
    # Not in the folder of all tests, which another run of tests closes to others meanwhile.
    with tempfile.TemporaryDirectory() as made:
        Path(made).chmod(0o755)
        warm, kept = Path(made) / "warm.ledger", Path(made) / "kept"
        warm.write_bytes(path.read_bytes())
        theirs = Path(shutil.copytree(path.parent, kept)) / path.name
        theirs.chmod(file_mode)
        kept.chmod(folder_mode)
        before = files(kept)["a.ledger"]
        done = subprocess.run(
            [sys.executable, "-c", _AS_NOBODY, str(warm), str(theirs)], capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr
        assert files(kept)["a.ledger"] == before
    [count, refused] = done.stdout.splitlines()
    assert count == "1"
    assert "may not be written; change its permissions" in refused


@pytest.fixture(params=["view", "empty tables", "log"])
def other(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Path]:
    """Another program's database: nothing but a view, nothing at all in it, a log that was not checkpointed."""
    folder = tmp_path / "others"
    folder.mkdir()
    path = folder / "other.db"
    connection = sqlite3.connect(path, isolation_level=None)
    if request.param == "view":
        connection.execute("CREATE VIEW v AS SELECT 1")
    else:
        connection.execute("CREATE TABLE things (name)")
    if request.param == "empty tables":
        connection.execute("DROP TABLE things")
    if request.param == "log":
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("INSERT INTO things VALUES ('one')")
        copy = tmp_path / "copy"
        copy.mkdir()
        for found in folder.iterdir():
            (copy / found.name).write_bytes(found.read_bytes())
        path = copy / "other.db"
        assert path.with_name("other.db-wal").stat().st_size
    yield path
    connection.close()


def test_another_programs_database_is_left_as_it_is(other: Path) -> None:
    before = files(other.parent)
    for open_ in (Ledger, upgrade, lambda path: Ledger(path, create=False)):
        with pytest.raises(LedgerError, match="is not a ledger; name another file"):
            open_(other)
        assert files(other.parent) == before


def test_what_is_no_regular_file_is_not_opened(tmp_path: Path) -> None:
    # Opening it would wait for somebody who writes to it.
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(LedgerError, match="is no regular file"):
        Ledger(tmp_path / "pipe", create=False)


def test_an_empty_file_is_not_begun_by_a_question(tmp_path: Path) -> None:
    path = tmp_path / "a.ledger"
    path.touch()
    with pytest.raises(LedgerError, match="is empty; make one with `onrecord add`"):
        Ledger(path, create=False)
    assert files(tmp_path)["a.ledger"][0] == b""


_CUT_SHORT = """
import os, signal, sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("PRAGMA journal_mode = DELETE")
connection.execute("PRAGMA cache_size = 1")
connection.execute("BEGIN")
connection.execute("UPDATE spans SET text = 'another' ")
connection.execute("CREATE TABLE notes (body)")
connection.execute("INSERT INTO notes VALUES (zeroblob(1000000))")
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.model
@pytest.mark.parametrize("writes", [Ledger, upgrade])
def test_what_was_cut_short_in_a_journal_is_undone_by_who_writes(path: Path, writes: Callable[[Path], object]) -> None:
    # As where a ledger is made, which is not in write-ahead-log mode yet.
    done = subprocess.run([sys.executable, "-c", _CUT_SHORT, str(path)], check=False)
    assert done.returncode == -signal.SIGKILL
    before = files(path.parent)
    assert set(before) == {"a.ledger", "a.ledger-journal"}
    with pytest.raises(LedgerError, match=r"was cut short .*; run `onrecord upgrade .*`, which puts it in order"):
        Ledger(path, create=False)
    assert files(path.parent) == before
    writes(path)
    assert ask(path) == 1
