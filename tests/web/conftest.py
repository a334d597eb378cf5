"""A reading room of a ledger made by hand."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import cast

import pytest
from fastapi import FastAPI
from starlette.testclient import TestClient

from onrecord import Ledger
from onrecord.web import Settings, make_app
from onrecord.web.adding import Intake
from tests.ledger.records import store
from tests.web.adding.readers import Starts

type Open = Callable[..., TestClient]


@pytest.fixture(scope="session")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty ledger, made once, since all migrations make it."""
    path = tmp_path_factory.mktemp("empty") / "a.ledger"
    with Ledger(path):
        return path


@pytest.fixture
def ledger(tmp_path: Path, empty: Path) -> Iterator[Ledger]:
    """A ledger with two articles."""
    shutil.copy(empty, tmp_path)
    with Ledger(tmp_path / "a.ledger") as opened:
        store(
            opened,
            "“The bridge is shut,” Lin Jäder said. “It will open on <Monday>,” Mara Voss replied.",
            ("Lin Jäder", "The bridge is shut"),
            ("Mara Voss", "It will open on <Monday>"),
            url="https://news.example/bridge",
        )
        store(opened, "“No comment on ferries,” Ada Lin said.", ("Ada Lin", "No comment on ferries"))
        yield opened


@pytest.fixture
def open_room(tmp_path: Path, ledger: Ledger) -> Iterator[Open]:
    """Open the room of the ledger with settings of one's own; each is closed at the end."""
    opened: list[TestClient] = []

    def open_with(**settings: object) -> TestClient:
        app = make_app(Settings(ledger=tmp_path / "a.ledger", **settings))  # type: ignore[arg-type]
        client = TestClient(app, base_url="http://localhost", raise_server_exceptions=False)
        opened.append(client.__enter__())
        return client

    yield open_with
    for client in opened:
        client.__exit__(None, None, None)


@pytest.fixture
def client(open_room: Open) -> TestClient:
    """A browser in the room of the ledger."""
    return open_room()


@pytest.fixture
def starts(client: TestClient) -> Starts:
    """Stand-ins for the process that reads what is added in the room of `client`."""
    started = Starts()
    app = cast(FastAPI, client.app)
    app.state.intake = Intake(started)
    return started
