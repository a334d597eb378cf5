"""The fields that users' programs rely on are in the exports: those listed here, and those that the design lists."""

import re
from collections.abc import Set
from typing import Any, get_args

import pytest

from corpora.location import SHARED
from onrecord.ledger.rows import SHAPES, fields_of

DESIGN = SHARED / "design.md"

PAGE, ARTICLE = {"sha256", "path", "url", "canonical"}, {"id", "title", "published"}
PLAIN: frozenset[str] = frozenset()
SPAN = {"start", "end", "text"}
ENTITY = {"id", "name", "type", "country", "role", "named"}
CONTRACT: dict[str, dict[str, Set[str]]] = {
    "statements": {
        "page": PAGE, "article": ARTICLE, "content": SPAN, "cue": SPAN, "source": SPAN, "speakers": ENTITY,
        "on_behalf_of": ENTITY, "addressees": ENTITY, "targets": ENTITY, "venue": SPAN,
    } | dict.fromkeys(
        ("id", "kind", "medium", "act", "said_on", "said_on_basis", "modality", "polarity", "nested_in", "confidence"),
        PLAIN,
    ),
    "articles": {
        "page": PAGE, "title": SPAN, "byline": SPAN, "outlet": SPAN, "paragraphs": SPAN, "headings": SPAN,
        "captions": SPAN | {"credit", "date"}, "debris": SPAN, "times": {"span", "value", "basis"},
    } | dict.fromkeys(("id", "published", "published_basis", "updated"), PLAIN),
    "quantities": {
        "page": PAGE, "article": ARTICLE, "span": SPAN, "counted": SPAN, "hedge": SPAN, "place": SPAN,
        "asserted_by": ENTITY, "sentence": SPAN,
    } | dict.fromkeys(
        ("id", "value", "low", "high", "unit", "as_of", "as_of_basis", "narrated", "statement"), PLAIN
    ),
    "events": {
        "page": PAGE, "article": ARTICLE, "spans": SPAN, "actors": ENTITY, "recipients": ENTITY, "place": SPAN,
        "asserted_by": ENTITY,
    } | dict.fromkeys(
        ("id", "type", "date", "date_basis", "modality", "narrated", "statement", "confidence"), PLAIN
    ),
    "links": {"evidence": {"statement", "span"}} | dict.fromkeys(
        ("id", "kind", "from", "to", "confidence", "asserted", "reason"), PLAIN
    ),
    "utterances": {
        "speakers": ENTITY,
        "printings": {"statement", "article", "outlet", "published", "kind", "text", "difference"},
    } | dict.fromkeys(("id", "outlets"), PLAIN),
    "entities": {
        "roles": {"role", "first", "last"}, "appearances": {"article", "page", "name", "role", "mentions"},
    } | dict.fromkeys(("id", "name", "type", "country", "variants", "wikidata"), PLAIN),
}  # fmt: skip


def fields(shape: type) -> dict[str, set[str]]:
    """Return the fields of a shape of rows, each with those that it is made of."""
    return {one.name: {inner.name for inner in _parts(one.types[0])} for one in fields_of(shape)}


def _parts(type_: Any) -> tuple[Any, ...]:
    inner = next(iter(get_args(type_)), type_)
    return fields_of(inner) if hasattr(inner, "__annotations__") else ()


@pytest.mark.parametrize("table", SHAPES)
def test_each_table_has_the_fields_of_the_contract(table: str) -> None:
    found = fields(SHAPES[table])
    assert CONTRACT[table].keys() <= found.keys()
    for name, parts in CONTRACT[table].items():
        assert parts <= found[name], name


@pytest.mark.skipif(not DESIGN.exists(), reason="the design is not beside the project, in ../shared/design.md")
@pytest.mark.parametrize(
    ("opening", "table"),
    [
        ("A statement: ", "statements"), ("An article: ", "articles"), ("A quantity: ", "quantities"),
        ("An event: ", "events"), ("A link: ", "links"), ("An entity: ", "entities"),
    ],
)  # fmt: skip
def test_each_table_has_the_fields_that_the_design_lists(opening: str, table: str) -> None:
    lines = DESIGN.read_text(encoding="utf-8").splitlines()
    start = next(number for number, line in enumerate(lines) if line.startswith(f"- {opening}"))
    told = [lines[start].partition(": ")[2]]
    for line in lines[start + 1 :]:
        if not line.startswith("  "):
            break
        told.append(line)
    # Behind the first full stop stands what the fields mean.
    listed = set(re.findall(r"`(\w+)`", " ".join(told).partition(". ")[0])) - {"copy"}
    found = fields(SHAPES[table])
    assert len(listed) > 5
    assert listed <= found.keys() | set().union(*found.values())
