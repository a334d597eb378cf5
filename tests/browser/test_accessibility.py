"""Every view at every width, in light and dark: nothing that axe-core finds serious, nothing that runs off the side."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from onrecord import Ledger
from tests.browser.conftest import WIDTHS, Room

SERIOUS = {"serious", "critical"}


@pytest.fixture(scope="module")
def views(room: Room) -> list[str]:
    """The address of each kind of view, with something on it."""
    with Ledger(room.ledger, create=False) as ledger:
        statement = ledger.statements(speaker="Brenning", words="rifles")[0]
        speaker = statement["speakers"][0]["id"]
        [article] = [row for row in ledger.articles() if row["id"] == statement["article"]["id"]]
        ledger.confirm(statement["id"], note="she said so on air")
    return [
        "/",
        "/articles",
        f"/articles/{article['id']}",
        f"/statements/{statement['id']}",
        "/search",
        "/search?q=said",
        "/search?q=speker:x",
        "/add",
        "/review",
        "/judgements",
        "/entities",
        f"/entities/{speaker}",
        f"/entities/{speaker}?show=figures",
        f"/entities/{speaker}?show=mentions",
        "/arguments",
        "/altered",
        f"/threads/{statement['id']}",
        f"/versions/{statement['page']['sha256']}",
        f"/copies/{article['id']}",
        "/figures",
        "/figures?words=sailors",
        "/figures?words=sailors&show=all",
        "/timeline",
        f"/timeline?about={speaker}",
        "/events",
        "/nowhere",
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", WIDTHS)
def test_every_view_can_be_used_by_everybody(
    browser: Browser, room: Room, views: list[str], width: str, scheme: str
) -> None:
    context = browser.new_context(viewport={"width": WIDTHS[width], "height": 900}, color_scheme=scheme)  # type: ignore[arg-type]
    tab = context.new_page()
    found = []
    for view in views:
        tab.goto(f"{room.address}{view}")
        result = Axe().run(tab)
        for one in result.response["violations"]:
            if one["impact"] in SERIOUS:
                found.append(f"{view}: {one['id']} at {one['nodes'][0]['target']}")
        beside = tab.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        if beside > 0:
            found.append(f"{view}: {beside} pixels run off the side")
    context.close()
    assert not found
