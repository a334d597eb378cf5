"""The API is as it says it is, whatever is asked: no error of the server, no answer that does not fit its schema."""

import inspect
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, settings
from schemathesis.specs.openapi.checks import positive_data_acceptance
from starlette.testclient import TestClient
from starlette.types import ASGIApp, Receive, Scope, Send

from onrecord import Ledger, StatementRow
from onrecord.ledger.rows import fields_of
from onrecord.web import Settings, make_app
from onrecord.web.adding import Intake
from onrecord.web.api import openapi
from tests.web.adding.readers import Starts
from tests.web.api.conftest import BRIDGE

type Values = dict[str, Any]


class Room:
    """The application of the test that runs: Schemathesis wants one when tests are collected."""

    app: ASGIApp

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            await self.app(scope, receive, send)


ROOM = Room()
SCHEMA = schemathesis.openapi.from_dict(openapi())
SCHEMA.app = ROOM
# What is in the ledger, which nobody finds by chance: by the name of what is asked for.
THERE: dict[str, str] = {}


@pytest.fixture(scope="module", autouse=True)
def room(filled: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    path = Path(shutil.copy(filled, tmp_path_factory.mktemp("room")))
    with Ledger(path) as ledger:
        statement = ledger.statements(words="shut")[0]
        article = next(one for one in ledger.articles() if one["page"]["url"] == BRIDGE)
        speaker = statement["speakers"][0]["id"]
        THERE.update(
            {
                "id of statements": statement["id"],
                "id of articles": article["id"],
                "id of entities": speaker,
                "id of judgements": ledger.judgements()[-1]["id"],
                "statement": statement["id"],
                "article": article["id"],
                "link": ledger.links(statement["id"])[0]["id"],
                "sha256": article["page"]["sha256"],
                "entity": speaker,
                "one": speaker,
                "other": "Kestria",
                "words": "lost",
                "about": "Voss",
                "speaker": "Lin",
                "actor": "Kestria",
            }
        )
    app = make_app(Settings(ledger=path, hosts=("testserver",)))
    app.state.intake = Intake(Starts())
    with TestClient(app):
        ROOM.app = app
        yield


def with_what_is_there(context: schemathesis.HookContext, values: Values | None) -> Values | None:
    """Put what is in the ledger in the place of two texts of three, and leave out as many cursors."""
    if not isinstance(values, dict) or context.operation is None:
        return values
    noun = context.operation.path.split("/")[3]
    chosen = [name for name, value in values.items() if isinstance(value, str) and len(value) % 3]
    there = {name: THERE.get(f"id of {noun}" if name == "id" else name, values[name]) for name in chosen}
    return {name: value for name, value in (values | there).items() if name != "cursor" or name not in chosen}


@SCHEMA.hook
def map_path_parameters(context: schemathesis.HookContext, path_parameters: Values | None) -> Values | None:
    return with_what_is_there(context, path_parameters)


@SCHEMA.hook
def map_query(context: schemathesis.HookContext, query: Values | None) -> Values | None:
    return with_what_is_there(context, query)


@SCHEMA.hook
def map_body(context: schemathesis.HookContext, body: Values) -> Values | None:
    return with_what_is_there(context, body)


@SCHEMA.parametrize()
@settings(max_examples=25, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
def test_each_answer_is_as_described(case: schemathesis.Case[Any]) -> None:
    # What has the form that is asked for may still mean nothing: an id that nobody has, a word without a letter.
    case.call_and_validate(excluded_checks=[positive_data_acceptance], timeout=60)


def operations() -> Iterator[tuple[str, str, dict[str, Any]]]:
    for path, methods in openapi()["paths"].items():
        for method, operation in methods.items():
            yield path, method, operation


def test_each_operation_has_the_name_of_a_method_and_tells_what_it_gives() -> None:
    named = {operation["operationId"] for _, _, operation in operations()}
    assert named - set(dir(Ledger)) == {"article_statements", "judge", "page", "search", "search_facets"}
    for path, _, operation in operations():
        assert operation["summary"], path
        assert all(one.get("description") or one["in"] == "path" for one in operation["parameters"]), path


def test_parameters_have_the_names_that_python_has() -> None:
    renamed = {"medium": "media", "cursor": "after", "about": "asked", "sha256": "page"}
    for path, method, operation in operations():
        taken = getattr(Ledger, operation["operationId"], None)
        if method == "get" and taken:
            known = {*inspect.signature(taken).parameters, "id", "limit", "after", "If-None-Match"}
            given = {one["name"] for one in operation["parameters"]}
            assert all(name in known or renamed.get(name) in known for name in given), path


def test_problems_are_told_of_each_operation() -> None:
    for path, method, operation in operations():
        answers = operation["responses"]
        assert {"503", "default"} <= set(answers), path
        assert ({"401", "403", "413"} <= set(answers)) == (method != "get"), path
        assert ("304" in answers) == (method == "get"), path
        for status, answer in answers.items():
            if status >= "4":
                assert list(answer["content"]) == ["application/problem+json"], path


def test_fields_are_described_as_in_the_reference_of_exports() -> None:
    rows = openapi()["components"]["schemas"]
    told = {field.name: field.field.about for field in fields_of(StatementRow) if not field.versions}
    properties = rows["StatementRow"]["properties"]
    assert list(properties) == list(told)
    assert properties["act"]["description"] == told["act"]
    assert properties["cue"]["description"] == told["cue"]
    assert "](" not in properties["said_on"]["description"]
