"""Scripts of others are as they were published, and their licences go with the package."""

import tomllib
from hashlib import sha256
from pathlib import Path

from onrecord.web.static import STATIC

ROOT = Path(__file__).parents[3]
TOLD = tomllib.loads((STATIC / "vendored" / "vendored.toml").read_text(encoding="utf-8"))


def test_each_script_is_as_published() -> None:
    for name, told in TOLD.items():
        assert sha256((STATIC / "vendored" / name).read_bytes()).hexdigest() == told["sha256"], name


def test_no_other_is_there() -> None:
    assert {path.name for path in (STATIC / "vendored").iterdir()} == {*TOLD, "vendored.toml"}


def test_the_notices_name_each_with_its_version() -> None:
    notices = (ROOT / "THIRD-PARTY.md").read_text(encoding="utf-8")
    for name, told in TOLD.items():
        [line] = [line for line in notices.splitlines() if f"vendored/{name}`" in line]
        assert told["version"] in line
        assert told["licence"] in line
