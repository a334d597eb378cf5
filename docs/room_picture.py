"""Take the picture of the reading room that opens the README: python -m docs.room_picture (needs Chromium).

The example pages are read for real, the room is served, and a browser looks at an article with one card opened.
"""

import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

_ROOT = Path(__file__).parents[1]
PICTURE = Path(__file__).parent / "images" / "reading-room.png"
WIDTH, HEIGHT = 1240, 800

_PROGRAM = "from onrecord.cli import main; main()"
_TITLE = "Account of Ship Raid"
_WORDS = "inspectors had found 40 crates"


def taken(browser: Browser, folder: Path) -> bytes:
    """Return the picture, as PNG; `folder` has `examples` in it and no ledger of its own."""
    _run(folder, "add", "examples/pages")
    serving = subprocess.Popen(_command("serve", "--port", "0"), cwd=folder, stderr=subprocess.PIPE, text=True)
    try:
        assert serving.stderr is not None
        found = re.search(r"http://\S+", serving.stderr.readline())
        assert found is not None
        tab = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT}, color_scheme="light")
        tab.goto(f"{found[0]}/articles")
        tab.get_by_role("link", name=_TITLE).click()
        tab.get_by_role("link", name=_WORDS).click()
        tab.evaluate("window.scrollTo({top: 0, behavior: 'instant'})")
        tab.wait_for_timeout(1_000)
        tab.locator(".card:target summary").hover()
        picture = tab.screenshot()
        tab.close()
    finally:
        serving.terminate()
        serving.communicate()
    return picture


def _command(*arguments: str) -> list[str]:
    return [sys.executable, "-c", _PROGRAM, *arguments]


def _run(folder: Path, *arguments: str) -> None:
    subprocess.run(_command(*arguments), cwd=folder, check=True, capture_output=True)


def main() -> None:
    """Take it.

    Raises:
        FileNotFoundError: there is no Chromium.
    """
    chromium = shutil.which("chromium")
    if chromium is None:
        raise FileNotFoundError("chromium")
    with tempfile.TemporaryDirectory() as made, sync_playwright() as playwright:
        folder = Path(made)
        (folder / "examples").symlink_to(_ROOT / "examples")
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        PICTURE.write_bytes(taken(browser, folder))
        browser.close()


if __name__ == "__main__":
    main()
