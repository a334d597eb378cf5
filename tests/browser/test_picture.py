"""The picture of the README can be taken again."""

import struct
from pathlib import Path

from playwright.sync_api import Browser

from docs.room_picture import HEIGHT, PICTURE, WIDTH, taken
from tests.browser.conftest import ROOT


def test_the_picture_is_taken_of_the_room_as_it_is(browser: Browser, tmp_path: Path) -> None:
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    for picture in (taken(browser, tmp_path), PICTURE.read_bytes()):
        assert picture.startswith(b"\x89PNG")
        assert struct.unpack(">II", picture[16:24]) == (WIDTH, HEIGHT)
