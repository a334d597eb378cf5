"""The reference of the JSON API, made of how it describes itself."""

from collections.abc import Iterator
from typing import Any

from onrecord.web.api import openapi

_TYPES = {"string": "text", "integer": "whole number", "number": "number", "boolean": "true or false"}


def operations() -> Iterator[str]:
    """Yield the lines of a section for each operation: what it takes and gives, and what may be wrong."""
    for path, methods in openapi()["paths"].items():
        for method, operation in methods.items():
            yield from (f"### {method.upper()} {path}", "", operation["summary"])
            yield from (["", operation["description"]] if "description" in operation else [])
            yield from _taken(operation)
            yield from (
                "",
                f"Gives {_given(operation['responses'])}. Problems: {_problems(operation['responses'])}.",
                "",
            )


def bodies() -> Iterator[str]:
    """Yield a table of the kinds of judgements, each with the fields of its body."""
    yield from ("| kind | what it decides | fields |", "|---|---|---|")
    schema = openapi()["paths"]["/api/v1/judgements"]["post"]["requestBody"]["content"]["application/json"]["schema"]
    for kind, reference in schema["discriminator"]["mapping"].items():
        body = _named({"$ref": reference})
        fields = (
            f"`{name}`: {field['description']}"
            for name, field in body["properties"].items()
            if name not in {"kind", "note"}
        )
        yield f"| `{kind}` | {body['description']} | {'; '.join(fields)} |"


def statuses() -> Iterator[str]:
    """Yield a table of the problems, each with what it means."""
    yield from ("| status | when |", "|---|---|")
    told = {
        status: answer["description"]
        for methods in openapi()["paths"].values()
        for operation in methods.values()
        for status, answer in operation["responses"].items()
        if status >= "4"
    }
    yield from (f"| {status} | {about} |" for status, about in sorted(told.items()))


def _taken(operation: dict[str, Any]) -> Iterator[str]:
    queries = [one for one in operation["parameters"] if one["in"] == "query"]
    if queries:
        yield from ("", "| parameter | type | what it is |", "|---|---|---|")
    for one in queries:
        needed = " (needed)" if one["required"] else ""
        yield _row(f"`{one['name']}`{needed}", one["schema"], one["description"])
    if "requestBody" in operation:
        body = operation["requestBody"]["content"]["application/json"]["schema"]
        if "discriminator" in body:
            yield from ("", "Takes a [judgement](#judgements) as JSON.")
        else:
            yield from ("", "| field of the body | type | what it is |", "|---|---|---|")
            for name, field in _named(body)["properties"].items():
                yield _row(f"`{name}`", field, field["description"])


def _row(name: str, schema: dict[str, Any], about: str) -> str:
    default = schema.get("default")
    left_out = f"; {_shown(default)} if it is left out" if default not in (None, "") else ""
    return f"| {name} | {_type(schema)} | {about}{left_out} |"


def _named(reference: dict[str, Any]) -> dict[str, Any]:
    """Return the schema that a reference names."""
    schema: dict[str, Any] = openapi()["components"]["schemas"][reference["$ref"].rpartition("/")[2]]
    return schema


def _type(schema: dict[str, Any]) -> str:
    if "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        return f"one of the [{name}](vocabularies.md#{name.lower()})"
    if "anyOf" in schema:
        return _type(schema["anyOf"][0])
    if schema["type"] == "array":
        return f"{_type(schema['items'])}, may be given again"
    if schema.get("format") == "date":
        return "day"
    ends = [str(schema[end]) for end in ("minimum", "maximum") if end in schema]
    return _TYPES[schema["type"]] + (f", {' to '.join(ends)}" if ends else "")


def _shown(default: object) -> str:
    if isinstance(default, list):
        return " and ".join(f"`{one}`" for one in default)
    return f"`{str(default).lower()}`"


def _given(answers: dict[str, Any]) -> str:
    [answer] = (answer for status, answer in answers.items() if status.startswith("2"))
    name = answer["content"]["application/json"]["schema"]["$ref"].rpartition("/")[2]
    row = name.removeprefix("Items_").removesuffix("_")
    return f"a list of `{row}`" if row != name else f"`{row}`"


def _problems(answers: dict[str, Any]) -> str:
    return ", ".join(status for status in answers if status[0] in "45")
