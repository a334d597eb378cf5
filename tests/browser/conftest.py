"""A room that is served by the program in a process of its own, and tabs of a browser that look at it."""

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from onrecord import Ledger
from tests.cli.hostile import SIGNS, hostile_page
from tests.cli.running import ONRECORD, run_in

ROOT = Path(__file__).parents[2]
WIDTHS = {"phone": 360, "tablet": 820, "desk": 1440}


@dataclass(frozen=True, slots=True)
class Room:
    """Where a served room is, and its ledger."""

    address: str
    ledger: Path


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark all tests here: each has a browser and a server, which are processes of their own."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker("model")


@pytest.fixture(scope="session")
def chromium() -> str:
    """Where Chromium is; where there is none these tests are left out, but not where all have to run."""
    found = shutil.which("chromium")
    if found is None:
        if os.environ.get("CI"):
            pytest.fail("there is no Chromium: apt-get install chromium")
        pytest.skip("needs Chromium (Debian: apt-get install chromium)")
    return found


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.fixture(scope="session")
def examples_ledger(tmp_path_factory: pytest.TempPathFactory, examples: Path) -> Path:
    """The ledger of the example pages, and of pages that hold what a browser might obey."""
    folder = tmp_path_factory.mktemp("room")
    (folder / "pages").symlink_to(examples)
    added = run_in(folder, "add", "pages")
    assert added.returncode == 0, added.stderr
    return folder / "onrecord.ledger"


@pytest.fixture(scope="module")
def room(examples_ledger: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Room]:
    """A room of the example pages, each module's own."""
    ledger = tmp_path_factory.mktemp("served") / "onrecord.ledger"
    shutil.copy(examples_ledger, ledger)
    with served(ledger) as address:
        yield Room(address, ledger)


@pytest.fixture(scope="module")
def hostile_room(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Room]:
    """A room of pages that hold markup, controls and marks of direction."""
    path = tmp_path_factory.mktemp("hostile") / "onrecord.ledger"
    with Ledger(path) as ledger:
        for sign in (*SIGNS, *MARKUP):
            page, article = hostile_page(sign)
            ledger.add_page(page, [article], reader="r1")
    with served(path) as address:
        yield Room(address, path)


MARKUP = (
    "<script>document.title='hit'</script>", "<img src=x onerror=\"document.title='hit'\">", "</p><h1>hit</h1>",
    "\"><svg onload=\"document.title='hit'\">", "<a href=\"javascript:document.title='hit'\">x</a>", "{{ 7 * 7 }}",
    "<!--", "' autofocus onfocus='document.title=1", "<style>*{display:none}</style>", "<base href=//evil.example/>",
)  # fmt: skip


class served:  # noqa: N801 -- read as a verb
    """Serve a ledger by the program, at a port that is free, while the block lasts."""

    def __init__(self, ledger: Path, *options: str) -> None:
        self._arguments = [ONRECORD, "serve", "--ledger", str(ledger), "--port", "0", *options]

    def __enter__(self) -> str:
        self._process = subprocess.Popen(self._arguments, stderr=subprocess.PIPE, text=True)
        assert self._process.stderr is not None
        line = self._process.stderr.readline()
        found = re.search(r"http://\S+", line)
        assert found, line
        return found[0]

    def __exit__(self, *_: object) -> None:
        self._process.terminate()
        self._process.communicate(timeout=20)


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    made = browser.new_context(viewport={"width": WIDTHS["desk"], "height": 900})
    yield made
    made.close()


@pytest.fixture
def tab(context: BrowserContext) -> Iterator[Page]:
    """A tab in which nothing may go wrong: no error on the console, no script that breaks, nothing from elsewhere."""
    opened = context.new_page()
    wrong: list[str] = []
    opened.on("console", lambda told: wrong.append(told.text) if told.type in {"error", "warning"} else None)
    opened.on("pageerror", lambda error: wrong.append(str(error)))
    opened.on("request", lambda asked: wrong.append(asked.url) if "//127.0.0.1:" not in asked.url else None)
    yield opened
    assert not wrong


@pytest.fixture
def plain_tab(browser: Browser) -> Iterator[Page]:
    """A tab of a browser that runs no scripts."""
    made = browser.new_context(java_script_enabled=False)
    yield made.new_page()
    made.close()
