"""Territories are found by their codes, names, demonyms and cities."""

import pytest

from onrecord.gazetteers import get_territory, is_city, lookup_territory, territory_key


@pytest.mark.parametrize(
    ("text", "code"),
    [("Britain", "gb"), ("GB", "gb"), ("gbr", "gb"), ("British", "gb"),
     ("Québec", "ca-qc"), ("Tehran", "ir"), ("Q145", "gb")],
)  # fmt: skip
def test_a_territory_is_found_by_its_codes_names_demonyms_and_cities(text: str, code: str) -> None:
    found = lookup_territory(text)
    assert found is not None
    assert found.code == code


@pytest.mark.parametrize("text", ["", " ", "the harbour", "Porto Vela", "x" * 1_000])
def test_what_names_no_territory_finds_none(text: str) -> None:
    assert lookup_territory(text) is None
    assert not is_city(text)


@pytest.mark.parametrize(("text", "city"), [("Tehran", True), ("Iran", False), ("Singapore", False), ("IR", False)])
def test_a_city_is_not_its_country(text: str, city: bool) -> None:
    assert is_city(text) is city


def test_a_part_of_a_country_has_its_languages() -> None:
    part, whole = get_territory("us-ny"), get_territory("USA")
    assert part is not None
    assert whole is not None
    assert (part.parent, part.is_country, part.languages) == ("us", False, whole.languages)


def test_a_territory_is_had_by_its_code_alone() -> None:
    assert get_territory("Britain") is None
    assert get_territory("Q145") is None


def test_names_are_looked_up_without_case_punctuation_and_marks() -> None:
    assert territory_key("St.  João-Príncipe") == territory_key("ST JOAOPRINCIPE")
