"""Adding a page, by a person with scripts and by one without."""

import re
import time
from pathlib import Path

from playwright.sync_api import Page, expect

from onrecord import Ledger
from tests.browser.conftest import Room, served

PAGE = """Ferry suspended

March 9, 2031

“The ferry will not run before May,” said Lin Jader, the mayor of Port Vela, on Sunday.
"""
_READ = 60_000
_MOST_KILOBYTES = 300 * 1024


def test_what_is_pasted_is_read_and_shown(tab: Page, room: Room) -> None:
    tab.goto(room.address)
    tab.get_by_role("link", name="Add a page").click()
    tab.get_by_label("The text or the HTML of the page").fill(PAGE)
    tab.get_by_label("Its address").fill("https://herald.example/ferry")
    tab.get_by_role("button", name="Read it").click()
    expect(tab.get_by_text("It is read.")).to_be_visible(timeout=_READ)
    tab.locator(".progress .articles a").click()
    expect(tab.get_by_role("link", name="The ferry will not run before May")).to_be_visible()


def test_a_file_that_is_dropped_is_the_one_that_is_read(tab: Page, room: Room) -> None:
    tab.goto(f"{room.address}/add")
    data = tab.evaluate_handle(
        """() => { const data = new DataTransfer();
        data.items.add(new File(["The quay is full, said Ivo Marek, the harbour master."], "quay.txt"));
        return data; }"""
    )
    tab.dispatch_event("form.adding", "drop", {"dataTransfer": data})
    expect(tab.get_by_text("quay.txt will be read.")).to_be_visible()
    tab.get_by_role("button", name="Read it").click()
    expect(tab.get_by_role("heading", name="Reading quay.txt")).to_be_visible()
    expect(tab.get_by_text("It is read.")).to_be_visible(timeout=_READ)


def test_a_file_is_read_without_scripts(plain_tab: Page, room: Room, examples: Path) -> None:
    plain_tab.goto(f"{room.address}/add")
    plain_tab.get_by_label("Or a file").set_input_files(examples / "harbour-levy.html")
    plain_tab.get_by_role("button", name="Read it").click()
    # The page asks for itself again by a `meta`.
    expect(plain_tab.get_by_text("It is read.")).to_be_visible(timeout=_READ)
    expect(plain_tab.get_by_role("link", name="Dockers threaten strike")).to_be_visible()


def test_the_room_stays_small_and_what_reads_ends_with_it(tab: Page, tmp_path: Path) -> None:
    with Ledger(tmp_path / "a.ledger"):
        pass
    server = served(tmp_path / "a.ledger")
    with server as address:
        tab.goto(f"{address}/add")
        tab.get_by_label("The text or the HTML of the page").fill(PAGE)
        tab.get_by_role("button", name="Read it").click()
        expect(tab.get_by_text("It is read.")).to_be_visible(timeout=_READ)
        pid = server._process.pid
        assert _kilobytes(pid) < _MOST_KILOBYTES
        children = _children(pid)
        assert all(map(_runs, children))
        assert children
        tab.goto("about:blank")
    deadline = time.monotonic() + 10
    while any(map(_runs, children)):
        assert time.monotonic() < deadline
        time.sleep(0.05)


def _kilobytes(pid: int) -> int:
    found = re.search(r"^VmRSS:\s+(\d+) kB$", Path(f"/proc/{pid}/status").read_text(encoding="ascii"), re.MULTILINE)
    assert found
    return int(found[1])


def _runs(pid: str) -> bool:
    """Say whether a process runs: one that has ended may still be listed, until it is asked how."""
    try:
        told = Path(f"/proc/{pid}/stat").read_text(encoding="ascii")
    except FileNotFoundError:
        return False
    return told.rpartition(")")[2].split()[0] != "Z"


def _children(pid: int) -> list[str]:
    """The processes that any thread of a process has started."""
    tasks = Path(f"/proc/{pid}/task").iterdir()
    return [child for task in tasks for child in (task / "children").read_text(encoding="ascii").split()]
