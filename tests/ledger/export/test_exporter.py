"""Every table in every format."""

import csv
import io
import json
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

import pyarrow.parquet as pq
import pytest

from onrecord import Ledger, UsageError
from onrecord.ledger import FORMATS, SCHEMA_VERSION, TABLES
from tests.ledger.claims import claim
from tests.ledger.records import exported, make_page, read


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("format_", FORMATS)
def test_every_table_in_every_format(three: Ledger, table: str, format_: str) -> None:
    expected = 3 if table in {"statements", "utterances", "articles", "entities"} else 0
    data = exported(three, table, format_)
    if format_ == "jsonl":
        rows = [json.loads(line) for line in data.splitlines()]
    elif format_ == "csv":
        rows = list(csv.DictReader(io.StringIO(data.decode())))
    elif format_ == "parquet":
        rows = pq.read_table(io.BytesIO(data)).to_pylist()
    else:
        rows = json.loads(data)["@graph"]
    assert len(rows) == expected
    assert len(three.to_pandas(table)) == expected


def test_all_formats_tell_the_same(three: Ledger) -> None:
    told = {format_: exported(three, "statements", format_) for format_ in FORMATS}
    plain = [json.loads(line) for line in told["jsonl"].splitlines()]
    assert [next(iter(row)) for row in plain] == ["schema_version"] * 3
    assert all(row.pop("schema_version") == SCHEMA_VERSION for row in plain)
    columns = pq.read_table(io.BytesIO(told["parquet"]))
    assert columns.to_pylist() == plain
    assert columns.schema.metadata[b"schema_version"] == str(SCHEMA_VERSION).encode()
    assert json.loads(told["jsonld"])["schema_version"] == SCHEMA_VERSION
    lines = list(csv.DictReader(io.StringIO(told["csv"].decode())))
    assert "schema_version" not in lines[0]
    assert [json.loads(line["content"]) for line in lines] == [row["content"] for row in plain]
    for node, row in zip(json.loads(told["jsonld"])["@graph"], plain, strict=True):
        assert node["@type"] == "Quotation"
        [target] = node["oa:hasTarget"]
        position, quote = target["oa:hasSelector"]
        assert (position["oa:start"], position["oa:end"]) == (row["content"][0]["start"], row["content"][0]["end"])
        assert quote["oa:exact"] == row["content"][0]["text"]
        assert quote["oa:prefix"].endswith("“")


def test_the_fields_other_programs_rely_on(three: Ledger) -> None:
    [row] = three.statements(speaker="Berlin")
    assert list(row) == [
        "id", "page", "article", "kind", "medium", "act", "content", "cue", "source", "speakers", "on_behalf_of",
        "addressees", "targets", "venue", "said_on", "said_on_basis", "modality", "polarity", "nested_in",
        "confidence",
    ]  # fmt: skip
    assert list(row["page"]) == ["sha256", "path", "url", "canonical"]
    assert list(row["article"]) == ["id", "title", "published"]
    assert list(row["speakers"][0]) == ["id", "name", "type", "country", "role", "named"]
    assert row["cue"] is None


def test_a_statement_keeps_whether_it_was_made_and_held_true_in_every_format(ledger: Ledger) -> None:
    page = make_page("Mara Voss denied having said that the bridge is shut.")
    [article] = read(page, ("Mara Voss", "the bridge is shut"))
    denied = replace(article.statements[0], modality="denied", polarity="negative")
    ledger.add_page(page, [replace(article, statements=(denied,))], reader="r1")
    told = {format_: exported(ledger, "statements", format_) for format_ in FORMATS}
    [line] = csv.DictReader(io.StringIO(told["csv"].decode()))
    [column] = pq.read_table(io.BytesIO(told["parquet"])).to_pylist()
    for row in (json.loads(told["jsonl"]), line, column):
        assert (row["modality"], row["polarity"]) == ("denied", "negative")
    [node] = json.loads(told["jsonld"])["@graph"]
    assert node["disambiguatingDescription"] == "denied, negative"


def test_parquet_and_json_lines_tell_the_same_of_events(told: Ledger) -> None:
    plain = [json.loads(line) for line in exported(told, "events", "jsonl").splitlines()]
    assert all(row.pop("schema_version") == SCHEMA_VERSION for row in plain)
    assert [row["asserted_by"] and row["asserted_by"]["name"] for row in plain] == [None, "Halla Brenning", None]
    assert [row["narrated"] for row in plain] == [True, False, True]
    assert pq.read_table(io.BytesIO(exported(told, "events", "parquet"))).to_pylist() == plain


@pytest.mark.parametrize("format_", FORMATS)
@pytest.mark.parametrize("table", ["statements", "quantities", "events", "articles", "entities"])
def test_rows_that_were_found_are_written_as_those_of_a_whole_table(told: Ledger, table: str, format_: str) -> None:
    claim(told, "Ivo Marek", 12, "boats", 1)
    answers: dict[str, Iterable[Mapping[str, Any]]] = {
        "statements": told.statements(media=None, confidence=0.0),
        "quantities": told.quantities("boats"),
        "events": told.events(),
        "articles": told.articles(),
        "entities": told.entities(),
    }
    assert list(answers[table])
    stream = io.BytesIO()
    told.export_rows(table, format_, answers[table], stream)
    if format_ == "parquet":
        found, whole = (pq.read_table(io.BytesIO(data)) for data in (stream.getvalue(), exported(told, table, format_)))
        assert found.schema == whole.schema
        assert sorted(map(str, found.to_pylist())) == sorted(map(str, whole.to_pylist()))
    else:
        found_lines, whole_lines = (
            sorted(line.rstrip(b",") for line in data.splitlines())
            for data in (stream.getvalue(), exported(told, table, format_))
        )
        assert found_lines == whole_lines


def test_what_cannot_be_written_is_told_before_anything_is(three: Ledger) -> None:
    stream = io.BytesIO()
    for table, format_ in (("cities", "csv"), ("statements", "xml")):
        with pytest.raises(UsageError, match="choose one of"):
            three.export_rows(table, format_, three.statements(), stream)
    assert stream.getvalue() == b""
