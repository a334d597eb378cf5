"""Territories are found by the names by which rigour finds them."""

import json

import pytest
from rigour import _core
from rigour.territories import lookup_territory as lookup_with_rigour

from onrecord.gazetteers import lookup_territory


@pytest.mark.parametrize(
    ("text", "code"),
    [("Britain", "gb"), ("GB", "gb"), ("gbr", "gb"), ("British", "gb"), ("Québec", "ca-qc"), ("Tehran", "ir")],
)
def test_a_territory_is_found_by_its_codes_names_demonyms_and_cities(text: str, code: str) -> None:
    found = lookup_territory(text)
    assert found is not None
    assert found.code == code


@pytest.mark.parametrize("text", ["", " ", "the harbour", "Porto Vela", "x" * 1_000])
def test_what_names_no_territory_finds_none(text: str) -> None:
    assert lookup_territory(text) is None


@pytest.mark.model
def test_every_name_of_every_territory_finds_what_rigour_finds() -> None:
    names: set[str] = set()
    for line in _core.territories_jsonl().splitlines():
        told = json.loads(line)
        names |= {told["code"], told["name"], *told.get("names_strong", ()), *told.get("names_weak", ())}
        names |= {*told.get("places", ()), str(told.get("alpha3", "")).upper(), str(told.get("qid", ""))}
    assert len(names) > 10_000
    for name in names:
        assert lookup_territory(name) is lookup_with_rigour(name), name
