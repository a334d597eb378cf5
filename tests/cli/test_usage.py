"""No way of using the program ends in a traceback, nor with half a file."""

import os
import stat
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord import UsageError
from onrecord.cli.output_file import written
from tests.cli.hostile import SIGNS, make_hostile_ledger
from tests.cli.running import ONRECORD, run_in

LARGE = str(2**63)
PRINTS = ("statements", "articles --json", "entities", "stats", "export articles", "export articles --format parquet")


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("usage")
    make_hostile_ledger(folder / "onrecord.ledger", *SIGNS)
    return folder


def shell(folder: Path, command: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a command of the shell, in which `onrecord` is the program."""
    done = subprocess.run(
        ["bash", "-c", f"set -o pipefail; onrecord() {{ {ONRECORD} \"$@\"; }}; {command}"],
        cwd=folder, env=os.environ | environment, capture_output=True, text=True, errors="replace", check=False,
        timeout=60,
    )  # fmt: skip
    assert not any(sign in done.stderr for sign in ("Traceback", "Exception ignored", "unexpected")), done.stderr
    return done


@pytest.mark.model
@pytest.mark.parametrize("end", ["> /dev/full", ">&-"])
@pytest.mark.parametrize("command", PRINTS[-2:])
def test_output_that_cannot_be_written_is_one_line(hostile: Path, command: str, end: str) -> None:
    done = shell(hostile, f"onrecord {command} {end}")
    assert done.returncode == 1
    [line] = done.stderr.splitlines()
    assert line.startswith("standard output: ")


@pytest.mark.model
@pytest.mark.parametrize("command", PRINTS)
def test_a_reader_that_has_had_enough_is_told_nothing(hostile: Path, command: str) -> None:
    done = shell(hostile, f"onrecord {command} | true")
    assert (done.returncode, done.stderr) == (1, "")


@pytest.mark.model
@pytest.mark.parametrize(
    ("command", "status"),
    [
        ("onrecord check 2>&-", 0), ("onrecord check 2>/dev/full", 0), ("onrecord check <&- >&-", 0),
        ("onrecord add - --ledger new.ledger <&-", 1), ("onrecord review <&-", 0),
        ("onrecord who $'\\xff'", 2), ("onrecord stats --ledger $'\\xff'", 1),
        (f"onrecord add x --ledger {'a' * 300}", 1), ("onrecord stats --ledger /dev/null", 1),
        ("env -u HOME -u TERM PATH=$PATH ONRECORD_DEBUG= true && COLUMNS=1 onrecord statements", 0),
        ("mkdir gone; cd gone; rmdir ../gone; onrecord export events --output x", 1),
    ],
)  # fmt: skip
def test_whatever_is_missing_is_one_line(hostile: Path, command: str, status: int) -> None:
    done = shell(hostile, command)
    assert done.returncode == status, done.stderr


@pytest.mark.model
def test_what_an_encoding_does_not_have_is_replaced(hostile: Path) -> None:
    plain = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    assert "?" in shell(hostile, "onrecord statements", **plain).stdout
    assert (
        shell(hostile, "onrecord statements --json | python3 -m json.tool", **plain).stdout
        == shell(hostile, "onrecord statements --json | python3 -m json.tool").stdout
    )


@pytest.mark.model
@pytest.mark.parametrize(
    "arguments",
    [
        *((command, "--limit", limit) for command in ("articles", "review", "entities") for limit in (LARGE, "-1")),
        ("statements", "--confidence", "nan"), ("statements", "--since", "99999-01-01"),
        ("add", "x", "--processes", "100000"), ("add", "x", "--processes", "0"),
        ("export", "events", "--output", "none/x"), ("export", "events", "--output", "/tmp"),
        ("export", "events", "--output", "/dev/full"), ("export", "events", "--csv-formulas", "run"),
    ],
    ids=" ".join,
)  # fmt: skip
def test_what_cannot_be_meant_is_wrong_usage(hostile: Path, arguments: tuple[str, ...]) -> None:
    done = run_in(hostile, *arguments)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr


def break_off(path: Path) -> None:
    with written(path) as stream:
        stream.write(b"half")
        raise KeyError


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    yield tmp_path
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


def test_a_file_is_there_whole_or_not_at_all(folder: Path) -> None:
    path = folder / "a.csv"
    with pytest.raises(KeyError):
        break_off(path)
    assert not path.exists()
    with written(path) as stream:
        stream.write(b"whole")
        assert not path.exists()
    assert path.read_bytes() == b"whole"
    with pytest.raises(KeyError):
        break_off(path)
    assert path.read_bytes() == b"whole"


def test_a_file_that_is_replaced_keeps_its_permissions_and_a_link_its_file(folder: Path) -> None:
    path, link = folder / "a.csv", folder / "link.csv"
    path.write_bytes(b"before")
    path.chmod(0o640)
    link.symlink_to(path)
    with written(link) as stream:
        stream.write(b"after")
    assert link.is_symlink()
    assert (path.read_bytes(), stat.S_IMODE(path.stat().st_mode)) == (b"after", 0o640)


def test_what_is_no_file_is_written_as_it_is(folder: Path) -> None:
    with written(Path("/dev/null")) as stream:
        stream.write(b"gone")
    assert Path("/dev/null").is_char_device()
    for place in (folder, folder / "none" / "a.csv", Path("/dev/full")):
        with pytest.raises(UsageError, match="cannot be written"), written(place) as stream:
            stream.write(b"x")
            stream.flush()
