"""How the API describes itself: the OpenAPI document that FastAPI makes of the routes, and what that leaves out.

FastAPI has the parameters, and pydantic the rows with what each field is (see `Field` of the rows). Here come the
problems, tags, the header `Link` and the token, which no route says of itself.
"""

import re
from collections.abc import Sequence
from typing import Any, is_typeddict

from fastapi.openapi.utils import get_openapi
from starlette.routing import BaseRoute

from onrecord import ledger
from onrecord.web.problems import PROBLEM_TYPE, Problem

_ABOUT = """Who said what: the rows of a ledger, with the names they have in Python and in exports.

Lists come in parts: `next` of an answer is the `cursor` of the next one, and stands in its header `Link` too. Every
answer to GET has an `ETag`; `If-None-Match` is answered with 304 where nothing has changed. Errors are problems as
RFC 9457 has them, with a `remedy`. Whoever writes shows the token, if the room has one."""

PROBLEMS: dict[int | str, dict[str, Any]] = {"default": {"model": Problem}}
"""What each route answers where it does not answer what is asked for."""

_WHEN = {
    "401": "writing needs the token, and it was not shown",
    "403": "the room is read-only, or the request comes from the page of another site",
    "404": "what is asked for by its id is not in the ledger",
    "413": "the request is too large",
    "422": "what is asked for cannot be meant",
    "503": "the ledger cannot be read or written now",
    "default": "anything else that is wrong",
}
_OF_WRITING = {"401", "403", "413"}
_OF_PARTS = {"limit", "cursor"}
# Queries that name a row, as those do that have it in their path.
_NAMING = {"statement", "article"}

_TAG = {"description": "a digest of the answer", "schema": {"type": "string"}}
_LINK = {"description": 'where the next rows are: `rel="next"`', "schema": {"type": "string"}}
_KNOWN = {
    "name": "If-None-Match",
    "in": "header",
    "required": False,
    "schema": {"type": "string"},
    "description": "the `ETag` of an answer that is known",
}
_TOKEN = {
    "type": "http",
    "scheme": "bearer",
    "description": "The token that was printed when the room was started, if it has one.",
}
_MARKDOWN_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")


def described(routes: Sequence[BaseRoute]) -> dict[str, Any]:
    """Return the OpenAPI document of routes of the API."""
    made = get_openapi(title="onrecord", version="1", description=_ABOUT, routes=routes)
    for operations in made["paths"].values():
        for method, operation in operations.items():
            _complete(method, operation)
    components = made["components"]
    components["securitySchemes"] = {"token": _TOKEN}
    for name, schema in components["schemas"].items():
        _clear(name, schema)
    return made


def _complete(method: str, operation: dict[str, Any]) -> None:
    """Tell of an operation what answers it has, and what is in their headers."""
    summary, _, about = operation.pop("description").partition("\n\n")
    operation |= {"summary": summary, **({"description": " ".join(about.split())} if about else {})}
    parameters = operation.setdefault("parameters", [])
    parameters.sort(key=lambda one: one["name"] in _OF_PARTS)
    for parameter in parameters:
        parameter["schema"] = _without_null(parameter["schema"])
    answers = operation["responses"]
    names = any(one["in"] == "path" or one["name"] in _NAMING for one in parameters)
    cannot = (_OF_WRITING if method == "get" else set()) | (set() if names else {"404"})
    told = {status: said for status, said in _WHEN.items() if status not in cannot}
    # A route may have said of some what they mean there.
    told |= {status: answer["description"] for status, answer in answers.items() if status[0] in "45"}
    answers |= {status: _problem(said) for status, said in told.items()}
    if method == "get":
        parameters.append(_KNOWN)
        answers["304"] = {"description": "the answer is as it is known"}
        answers["200"]["headers"] = {"ETag": _TAG}
        if any(one["name"] == "cursor" for one in parameters):
            answers["200"]["headers"]["Link"] = _LINK
    else:
        operation["security"] = [{}, {"token": []}]
    operation["responses"] = dict(sorted(answers.items()))


def _problem(about: str) -> dict[str, Any]:
    return {"description": about, "content": {PROBLEM_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}}}


def _without_null(schema: dict[str, Any]) -> dict[str, Any]:
    """Return the schema of a parameter without null, which no query can say: a parameter is there or is not."""
    [*others] = [one for one in schema.pop("anyOf", []) if one != {"type": "null"}]
    return schema | others[0] if others else schema


def _clear(name: str, schema: dict[str, Any]) -> None:
    """Take out of the schema of a row what only exports have: the fields of all versions, and links to documents."""
    properties = schema.get("properties", {})
    if is_typeddict(getattr(ledger, name, None)):
        schema["properties"] = properties = {field: properties[field] for field in schema["required"]}
    for one in (schema, *properties.values()):
        if "description" in one:
            one["description"] = " ".join(_MARKDOWN_LINK.sub(r"\1", one["description"]).split())
