"""Which files are read: those named, and those below the folders named, but not where links lead out of these."""

import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from onrecord.errors import PageError
from onrecord.pages.files import InputFile, as_written, unreadable

_SUFFIXES = {".txt", ".text", ".html", ".htm", ".xhtml", ".jsonl", ".ndjson", ""}

type LeftOut = Callable[[PageError], None]
"""Called with what is not read though it is no failure."""


def find(
    paths: Sequence[str | Path], *, follow: bool = False, left_out: LeftOut | None = None
) -> tuple[list[InputFile], list[PageError]]:
    """Return the files to read at `paths`, in order, and an error for each path that has none.

    A folder gives the files below it that have a page's suffix (.txt .text .html .htm .xhtml .jsonl .ndjson, .gz after
    any of them, or none), sorted by path; hidden files are left alone, and so is what is no file (pipes, devices). A
    file that is named itself is taken whatever its suffix, and through a link. "-" is standard input.

    Below a folder, a link to a file that is read anyway is not read again, and one that leads out of the folder is not
    read: `news/today.txt` to `news/2025/1.txt` is no page of its own, `news/notes.txt` to `/home/ada/notes.txt` none.

    Args:
        paths: files, folders, "-".
        follow: also read files, and the files of folders, that links below a folder lead to, wherever that is.
        left_out: called with each link that is not read since it leads out of its folder; this is no failure.
    """
    inputs: list[InputFile] = []
    errors: list[PageError] = []
    for given in paths:
        path = str(given)
        try:
            inputs += _at(path, follow, left_out or (lambda _: None))
        except PageError as error:
            errors.append(error)
        except (OSError, ValueError) as error:
            errors.append(unreadable(path, error))
    return inputs, errors


def _at(path: str, follow: bool, left_out: LeftOut) -> list[InputFile]:
    if path == "-":
        return [InputFile("-", 0)]
    if Path(path).is_dir():
        found = sorted(_Folder(path, follow, left_out).files())
        if not found:
            raise PageError(as_written(path), "holds no pages", "name a folder with text, HTML or JSON Lines files")
        return [InputFile(name, Path(name).stat().st_size) for name in found]
    if not Path(path).exists():
        raise PageError(as_written(path), "does not exist", "check the path")
    if not Path(path).is_file():
        raise PageError(as_written(path), "is neither a file nor a folder", "save it to a file first")
    return [InputFile(path, Path(path).stat().st_size)]


class _Folder:
    """A folder that was named, and where its files really lie."""

    def __init__(self, path: str, follow: bool, left_out: LeftOut) -> None:
        self._path = path
        self._root = os.path.realpath(path)
        self._follow = follow
        self._left_out = left_out

    def files(self) -> list[str]:
        """Return the paths of its pages: each file once, by its own path where it has one here."""
        files: dict[str, str] = {}
        links: list[str] = []
        entered = {self._root}
        waiting = [self._path]
        while waiting:
            folders: list[str] = []
            for path in self._below(waiting.pop(0), entered, folders):
                if Path(path).is_symlink():
                    links.append(path)
                elif Path(path).is_file():
                    files.setdefault(os.path.realpath(path), path)
            for link in sorted(folders):
                target = os.path.realpath(link)
                if target not in entered and self._may_follow(link):
                    entered.add(target)
                    waiting.append(link)
        for link in sorted(links):
            target = os.path.realpath(link)
            if target not in files and Path(target).is_file() and self._may_follow(link):
                files[target] = link
        return list(files.values())

    def _below(self, folder: str, entered: set[str], links: list[str]) -> Iterator[str]:
        """Yield what has a page's name below a folder, except in the folders `entered`, and add those it goes into.

        Links to folders are not gone into, but added to `links`.
        """
        for parent, folders, names in os.walk(folder):
            own: list[str] = []
            for name in (name for name in sorted(folders) if not name.startswith(".")):
                path = str(Path(parent, name))
                if Path(path).is_symlink():
                    links.append(path)
                elif (target := os.path.realpath(path)) not in entered:
                    entered.add(target)
                    own.append(name)
            folders[:] = own
            yield from (str(Path(parent, name)) for name in names if _is_page(name))

    def _may_follow(self, link: str) -> bool:
        if self._follow or Path(os.path.realpath(link)).is_relative_to(self._root):
            return True
        reason = "is a link that leads out of the folder, and was not followed"
        self._left_out(PageError(as_written(link), reason, "name it, or follow links (--follow-links)"))
        return False


def _is_page(name: str) -> bool:
    suffix = Path(name.removesuffix(".gz")).suffix.casefold()
    return not name.startswith(".") and suffix in _SUFFIXES
