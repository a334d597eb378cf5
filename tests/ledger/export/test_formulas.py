"""No cell of any CSV is computed by a spreadsheet, and each gives back its text."""

import csv
import io
import json
import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord import Ledger, UsageError
from onrecord.ledger.export.formulas import json_cell, text_cell
from onrecord.ledger.export.lines import write_csv
from tests.ledger.records import exported
from tests.ledger.ship import ship, ship_page

SIGNS = "=+-@＝＋－＠"
# As docs/reference/exports.md says.
TAKEN_OFF = re.compile(r"(?:^'(?=['\s]*[-=+@＝＋－＠]|'*[\t\r\n]))|(?<=[;\t\r\n])'(?=['\s]*[-=+@＝＋－＠])")
TEXTS = st.text(st.one_of(st.sampled_from([*SIGNS, *"';,\t\r\n\" a1("]), st.characters(exclude_categories=["Cs"])))


def is_computed(cell: str) -> bool:
    return bool(re.match(rf"\s*[{re.escape(SIGNS)}]|[\t\r\n]", cell))


@given(TEXTS)
def test_a_text_is_not_computed_wherever_cells_end_and_is_given_back(text: str) -> None:
    cell = text_cell(text)
    assert not is_computed(cell)
    assert not re.search(rf"[;\t\r\n]\s*[{re.escape(SIGNS)}]", cell)
    assert TAKEN_OFF.sub("", cell) == text


@given(st.recursive(TEXTS, lambda inner: st.lists(inner) | st.dictionaries(TEXTS, inner)))
def test_nested_values_are_not_computed_and_stay_the_same(value: object) -> None:
    cell = json_cell(json.dumps([value], ensure_ascii=False))
    assert not is_computed(cell)
    assert not re.search(rf";[{re.escape(SIGNS)}]", cell)
    assert json.loads(cell) == [value]


@pytest.mark.parametrize("text", ["Saint-Luc", "1 = 1", "a@b.example", "'tis", "d'Or", ""])
def test_a_text_that_is_no_formula_is_as_it_was(text: str) -> None:
    assert text_cell(text) == text


def test_numbers_stay_numbers_and_texts_are_quoted() -> None:
    stream = io.BytesIO()
    write_csv([{"a": -5.0, "b": "-5", "c": None, "d": True}], ["a", "b", "c", "d"], stream)
    assert stream.getvalue() == b'a,b,c,d\n-5.0,"\'-5",,True\n'


def hostile(ledger: Ledger, formula: str) -> None:
    """Add an article that prints a formula wherever it can."""
    page = ship_page()
    page = replace(page, path=formula, metadata=replace(page.metadata, url=formula))
    article = ship(page)
    named = {
        one.id: replace(one, name=f"{formula}{one.name}", role=formula, variants=(formula,)) for one in article.entities
    }
    events = tuple(
        replace(
            event,
            actors=tuple(replace(actor, entity=named[actor.entity.id]) for actor in event.actors),
            recipients=tuple(replace(one, entity=named[one.entity.id]) for one in event.recipients),
            asserted_by=event.asserted_by and named[event.asserted_by.id],
        )
        for event in article.events
    )
    [statement] = article.statements
    said = replace(statement, speakers=tuple(named[one.id] for one in statement.speakers), targets=())
    article = replace(article, entities=tuple(named.values()), events=events, statements=(said,))
    assert ledger.add_page(page, [article], reader=formula)


@pytest.mark.parametrize("versions", [False, True])
@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(formula=st.builds(str.__add__, st.sampled_from(SIGNS), st.text("SUM(A1;=+-@\"',|", max_size=8)))
def test_no_cell_of_any_table_is_computed(
    tmp_path_factory: pytest.TempPathFactory, empty: Path, *, versions: bool, formula: str
) -> None:
    path = tmp_path_factory.mktemp("any") / "a.ledger"
    shutil.copy(empty, path)
    with Ledger(path) as ledger:
        hostile(ledger, formula)
        for table in ("statements", "events", "articles", "entities"):
            rows = list(csv.DictReader(io.StringIO(exported(ledger, table, "csv", versions=versions).decode())))
            assert rows
            for row in rows:
                for column, cell in row.items():
                    assert not is_computed(cell), (table, column)


def test_formulas_are_kept_where_that_is_asked_for(ledger: Ledger) -> None:
    hostile(ledger, "=1+1")
    stream = io.BytesIO()
    ledger.export("events", "csv", stream, formulas="keep")
    [row, *_] = csv.DictReader(io.StringIO(stream.getvalue().decode()))
    assert (row["Actor Title"], row["Source"]) == ("=1+1", "=1+1")
    with pytest.raises(UsageError, match="escape, keep"):
        ledger.export("events", "csv", stream, formulas="run")


def test_other_formats_have_formulas_as_they_are(ledger: Ledger) -> None:
    hostile(ledger, "=1+1")
    [line, *_] = exported(ledger, "articles", "jsonl").splitlines()
    assert json.loads(line)["page"]["path"] == "=1+1"
