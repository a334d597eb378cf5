import os
from collections.abc import Callable
from pathlib import Path

import pytest

from onrecord import PageError
from onrecord.pages import find

STORY = "Mayor Jonas Weil said the bridge was closed.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a page, beside another with a page."""
    for name in ("news/a.txt", "elsewhere/secret.txt"):
        path = tmp_path / name
        path.parent.mkdir()
        path.write_text(STORY)
    return tmp_path / "news"


def found(*paths: Path, follow: bool = False) -> tuple[list[str], list[str]]:
    """Return the names of the files that are found, and of the links that are left out."""
    left_out: list[PageError] = []
    files, errors = find(paths, follow=follow, left_out=left_out.append)
    assert not errors
    return [Path(file.path).name for file in files], [Path(link.subject).name for link in left_out]


def test_a_link_out_of_the_folder_is_not_read_and_said(folder: Path) -> None:
    (folder / "b.txt").symlink_to(folder.parent / "elsewhere" / "secret.txt")
    (folder / "c").symlink_to(folder.parent / "elsewhere", target_is_directory=True)
    left_out: list[PageError] = []
    files, errors = find([folder], left_out=left_out.append)
    assert ([Path(file.path).name for file in files], errors) == (["a.txt"], [])
    assert sorted(Path(link.subject).name for link in left_out) == ["b.txt", "c"]
    assert "leads out of the folder" in str(left_out[0])
    assert "--follow-links" in left_out[0].remedy


def test_links_are_followed_when_asked_and_each_file_is_read_once(folder: Path) -> None:
    (folder / "b.txt").symlink_to(folder.parent / "elsewhere" / "secret.txt")
    (folder / "c").symlink_to(folder.parent / "elsewhere", target_is_directory=True)
    assert found(folder, follow=True) == (["a.txt", "secret.txt"], [])


def test_folders_that_lead_to_each_other_end(folder: Path) -> None:
    (folder / "c").symlink_to(folder.parent / "elsewhere", target_is_directory=True)
    (folder.parent / "elsewhere" / "back").symlink_to(folder, target_is_directory=True)
    (folder.parent / "elsewhere" / "up").symlink_to(folder.parent, target_is_directory=True)
    assert found(folder, follow=True) == (["a.txt", "secret.txt"], [])


def test_a_link_that_is_named_is_followed(folder: Path) -> None:
    (folder.parent / "b.txt").symlink_to(folder / "a.txt")
    (folder.parent / "today").symlink_to(folder, target_is_directory=True)
    assert found(folder.parent / "b.txt", folder.parent / "today") == (["b.txt", "a.txt"], [])


def test_a_link_within_the_folder_is_read_once(folder: Path) -> None:
    (folder / "b.txt").symlink_to("a.txt")
    (folder / ".kept").mkdir()
    (folder / ".kept" / "c").write_text(STORY)
    (folder / "c.txt").symlink_to(".kept/c")
    (folder / "d.txt").symlink_to(".kept/c")
    (folder / "lost.txt").symlink_to("nowhere.txt")
    assert found(folder) == (["a.txt", "c.txt"], [])


def test_a_link_to_what_is_no_page_is_not_said(folder: Path) -> None:
    (folder / "photo.png").symlink_to(folder.parent / "elsewhere" / "secret.txt")
    (folder / ".hidden").symlink_to(folder.parent / "elsewhere", target_is_directory=True)
    assert found(folder) == (["a.txt"], [])


def test_pipes_in_a_folder_are_left_alone(folder: Path) -> None:
    os.mkfifo(folder / "pipe.txt")
    (folder / "zero.txt").symlink_to("/dev/zero")
    assert found(folder)[0] == ["a.txt"]


NO_FILES: dict[str, Callable[[Path], object]] = {
    "pipe": os.mkfifo,
    "device": lambda path: path.symlink_to("/dev/zero"),
    "x" * 300: lambda path: None,
    "nul\0": lambda path: None,
    "loop": lambda path: path.symlink_to(path),
}


@pytest.mark.parametrize("name", NO_FILES, ids=lambda name: name[:9].strip("\0"))
def test_what_is_no_file_is_an_error_and_does_not_hang(tmp_path: Path, name: str) -> None:
    NO_FILES[name](tmp_path / name)
    files, [error] = find([tmp_path / name])
    assert files == []
    assert "\n" not in str(error)


def test_a_name_that_is_no_utf_8_can_be_printed_and_stored(tmp_path: Path) -> None:
    from onrecord.pages import load
    from onrecord.records import Page

    path = tmp_path / os.fsdecode(b"caf\xe9.txt")
    path.write_text(STORY)
    [file], _ = find([tmp_path])
    [page] = load(file)
    assert isinstance(page, Page)
    assert page.path == f"{tmp_path}/caf\\udce9.txt"
