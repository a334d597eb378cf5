import csv
import io
import json
from dataclasses import replace

import pyarrow.parquet as pq
import pytest

from onrecord import Ledger
from onrecord.ledger import FORMATS, TABLES
from tests.ledger.making import make_page, read, span


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("format_", FORMATS)
def test_every_table_in_every_format(three: Ledger, table: str, format_: str) -> None:
    stream = io.BytesIO()
    three.export(table, format_, stream)
    expected = 3 if table in {"statements", "articles", "entities"} else 0
    data = stream.getvalue()
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
    exported = {}
    for format_ in FORMATS:
        stream = io.BytesIO()
        three.export("statements", format_, stream)
        exported[format_] = stream.getvalue()
    plain = [json.loads(line) for line in exported["jsonl"].splitlines()]
    assert pq.read_table(io.BytesIO(exported["parquet"])).to_pylist() == plain
    lines = list(csv.DictReader(io.StringIO(exported["csv"].decode())))
    assert [json.loads(line["content"]) for line in lines] == [row["content"] for row in plain]
    for node, row in zip(json.loads(exported["jsonld"])["@graph"], plain, strict=True):
        assert node["@type"] == "Quotation"
        [target] = node["oa:hasTarget"]
        position, quote = target["oa:hasSelector"]
        assert (position["oa:start"], position["oa:end"]) == (row["content"][0]["start"], row["content"][0]["end"])
        assert quote["oa:exact"] == row["content"][0]["text"]
        assert quote["oa:prefix"].endswith("“")


def test_what_is_shown_is_what_is_answered(ledger: Ledger) -> None:
    page = make_page("Ada Lin hopes it rains. Bo Orn said it snows. Cy Um said it hails.")
    [article] = read(page, ("Ada Lin", "it rains"), ("Bo Orn", "it snows"), ("Cy Um", "it hails"))
    hope, sure, doubtful = article.statements
    statements = (replace(hope, medium="thought"), sure, replace(doubtful, confidence=0.1))
    ledger.store(page, [replace(article, statements=statements)], reader="r1")

    def exported(table: str, *, shown: bool) -> list[object]:
        stream, counted = io.BytesIO(), []
        ledger.export(table, "jsonl", stream, shown=shown, progress=lambda done, total: counted.append((done, total)))
        rows = [json.loads(line) for line in stream.getvalue().splitlines()]
        assert counted == [(done, len(rows)) for done in range(1, len(rows) + 1)]
        return rows

    assert exported("statements", shown=True) == list(ledger.statements())
    assert len(exported("statements", shown=True)) == 1
    assert len(exported("statements", shown=False)) == 3
    for table in ("articles", "entities"):
        assert exported(table, shown=True) == exported(table, shown=False)


def test_the_fields_other_programs_rely_on(three: Ledger) -> None:
    [row] = three.statements(speaker="Berlin")
    assert list(row) == [
        "id", "page", "article", "kind", "medium", "act", "content", "cue", "source", "speakers", "on_behalf_of",
        "addressees", "targets", "venue", "said_on", "said_on_basis", "modality", "polarity", "nested_in",
        "confidence",
    ]  # fmt: skip
    assert list(row["page"]) == ["sha256", "path", "url"]
    assert list(row["article"]) == ["id", "title", "published"]
    assert list(row["speakers"][0]) == ["id", "name", "type", "country", "role"]
    assert row["cue"] is None


def test_a_statement_keeps_whether_it_was_made_and_held_true_in_every_format(ledger: Ledger) -> None:
    page = make_page("Mara Voss denied having said that the bridge is shut.")
    [article] = read(page, ("Mara Voss", "the bridge is shut"))
    denied = replace(article.statements[0], modality="denied", polarity="negative")
    ledger.store(page, [replace(article, statements=(denied,))], reader="r1")
    exported = {}
    for format_ in FORMATS:
        stream = io.BytesIO()
        ledger.export("statements", format_, stream)
        exported[format_] = stream.getvalue()
    [line] = csv.DictReader(io.StringIO(exported["csv"].decode()))
    [column] = pq.read_table(io.BytesIO(exported["parquet"])).to_pylist()
    for row in (json.loads(exported["jsonl"]), line, column):
        assert (row["modality"], row["polarity"]) == ("denied", "negative")
    [node] = json.loads(exported["jsonld"])["@graph"]
    assert node["disambiguatingDescription"] == "denied, negative"


def test_the_selectors_of_an_earlier_reading_are_of_the_text_it_was_read_from(ledger: Ledger) -> None:
    # The same bytes, out of which two readers made different texts.
    page = make_page("Dear all: “The bridge is shut,” Mara Voss said.")
    ledger.store(page, read(page, ("Mara Voss", "The bridge is shut")), reader="r1")
    again = replace(page, text="He wrote: “The bridge is shut,” Mara Voss said.")
    ledger.restore(again, read(again, ("Mara Voss", "The bridge is shut")), reader="r2")
    stream = io.BytesIO()
    ledger.export("statements", "jsonld", stream, versions=True)
    quotes = [node["oa:hasTarget"][0]["oa:hasSelector"][1] for node in json.loads(stream.getvalue())["@graph"]]
    assert [quote["oa:prefix"] for quote in quotes] == ["Dear all: “", "He wrote: “"]
    assert list(ledger.check()) == []


def test_each_stretch_of_an_interrupted_statement_has_its_own_target(ledger: Ledger) -> None:
    page = make_page("“The bridge,” Mara Voss said, “is shut.”", url="https://herald.example/bridge")
    [article] = read(page, ("Mara Voss", "The bridge"))
    [first] = article.statements
    whole = replace(first, content=(*first.content, span(page.text, "is shut.")))
    ledger.store(page, [replace(article, statements=(whole,))], reader="r1")
    stream = io.BytesIO()
    ledger.export("statements", "jsonld", stream)
    document = json.loads(stream.getvalue())
    [node] = document["@graph"]
    assert node["text"] == "The bridge is shut."
    exact = [[s["oa:exact"] for s in t["oa:hasSelector"] if "oa:exact" in s] for t in node["oa:hasTarget"]]
    assert exact == [["The bridge"], ["is shut."]]
    # Where it stands is a resource, not a text.
    assert {t["oa:hasSource"] for t in node["oa:hasTarget"]} == {"https://herald.example/bridge"}
    assert document["@context"]["oa:hasSource"] == {"@type": "@id"}


def test_an_indirect_statement_is_a_claim_that_appears_in_its_article(ledger: Ledger) -> None:
    page = make_page("Mara Voss said the bridge is shut.")
    [article] = read(page, ("Mara Voss", "the bridge is shut"))
    indirect = replace(article.statements[0], kind="indirect")
    ledger.store(page, [replace(article, statements=(indirect,))], reader="r1")
    stream = io.BytesIO()
    ledger.export("statements", "jsonld", stream)
    [node] = json.loads(stream.getvalue())["@graph"]
    assert (node["@type"], node["text"]) == ("Claim", "the bridge is shut")
    assert node["appearance"]["@type"] == "NewsArticle"
    assert [person["name"] for person in node["creator"]] == ["Mara Voss"]
