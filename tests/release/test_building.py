"""Two wheels are the same where every file is."""

import zipfile
from pathlib import Path

import pytest

from release.building import check_same
from release.errors import ReleaseError


def _wheel(folder: Path, name: str, members: dict[str, str]) -> Path:
    folder.mkdir()
    with zipfile.ZipFile(folder / name, "w") as archive:
        for member, text in members.items():
            archive.writestr(member, text)
    return folder / name


@pytest.mark.parametrize(
    ("name", "members", "said"),
    [
        ("a-1.whl", {"a.py": "1", "b.tsv": "x"}, None),
        ("a-1.whl", {"a.py": "1", "b.tsv": "y"}, "differs in b.tsv"),
        ("a-1.whl", {"a.py": "1"}, "differs in b.tsv"),
        ("a-2.whl", {"a.py": "1", "b.tsv": "x"}, "is called a-2.whl"),
    ],
)
def test_a_file_that_is_lacking_or_altered_is_named(
    tmp_path: Path, name: str, members: dict[str, str], said: str | None
) -> None:
    one = _wheel(tmp_path / "one", "a-1.whl", {"a.py": "1", "b.tsv": "x"})
    other = _wheel(tmp_path / "other", name, members)
    if said is None:
        assert check_same(one, other) == 2
    else:
        with pytest.raises(ReleaseError, match=said):
            check_same(one, other)
