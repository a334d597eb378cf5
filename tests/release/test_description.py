"""What is refused of a wheel's metadata."""

import zipfile
from pathlib import Path

import pytest

from release.description import LICENCES, check_description
from release.errors import ReleaseError

URLS = ("Homepage", "Source", "Changelog", "Issues", "Documentation")


def _wheel(place: Path, *, licences: tuple[str, ...] = LICENCES, urls: tuple[str, ...] = URLS, text: str = "") -> Path:
    with zipfile.ZipFile(place, "w") as archive:
        for licence in licences:
            archive.writestr(f"a-1.dist-info/licenses/{licence}", "text")
        named = "".join(f"Project-URL: {url}, https://example.org\n" for url in urls)
        archive.writestr("a-1.dist-info/METADATA", f"Metadata-Version: 2.4\nName: a\n{named}\n{text}")
    return place


def test_a_wheel_with_all_of_it_passes(tmp_path: Path) -> None:
    check_description(_wheel(tmp_path / "a.whl", text="[a](https://example.org) [b](#part)"))


@pytest.mark.parametrize(
    ("lacking", "said"),
    [
        ({"licences": LICENCES[:2]}, "lacks licenses/WordNet"),
        ({"urls": URLS[1:]}, "no address of Homepage"),
        ({"text": "[a](docs/a.md)"}, "docs/a.md"),
        ({"text": '<img src="a.svg">'}, "a.svg"),
    ],
)
def test_what_is_lacking_is_named(tmp_path: Path, lacking: dict[str, tuple[str, ...] | str], said: str) -> None:
    with pytest.raises(ReleaseError, match=said):
        check_description(_wheel(tmp_path / "a.whl", **lacking))  # type: ignore[arg-type]
