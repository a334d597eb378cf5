import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.entity_linking import canonical_name


@pytest.mark.parametrize(
    ("names", "shown"),
    [
        ({"Orlen": 40, "Viktor Orlen": 9, "V. Orlen": 12, "Viktor Ivanovich Orlen": 2}, "Viktor Orlen"),
        ({"VIKTOR ORLEN": 8, "Viktor Orlen": 3}, "Viktor Orlen"),
        ({"Виктор Орлен": 8, "Viktor Orlen": 3}, "Viktor Orlen"),
        ({"Viktor Orlan": 1, "Viktor Orlen": 30, "Orlen": 5}, "Viktor Orlen"),
        ({"Mara Voss": 2, "Mara Elin Voss": 2}, "Mara Elin Voss"),
        ({"Mara Voss": 2, "Mira Vass": 2}, "Mara Voss"),
        ({"Orlen": 4, "ORLEN": 9}, "Orlen"),
        ({"Виктор Орлен": 1}, "Виктор Орлен"),
        ({"Beijing": 3, "China": 1}, "China"),
        ({"WHO": 20, "World Health Organization": 5}, "World Health Organization"),
    ],
)
def test_the_most_frequent_full_form_is_shown(names: dict[str, int], shown: str) -> None:
    assert canonical_name(names, person=True) == shown


@given(st.dictionaries(st.text(), st.integers(min_value=1), min_size=1, max_size=6))
def test_the_name_shown_is_one_of_those_printed_in_whatever_order(names: dict[str, int]) -> None:
    shown = canonical_name(names, person=True)
    assert shown in names
    assert canonical_name(dict(reversed(names.items())), person=True) == shown


def test_without_names_there_is_none_to_show() -> None:
    with pytest.raises(ValueError, match="no names"):
        canonical_name({}, person=True)


def test_one_word_is_a_full_name_of_a_body() -> None:
    names = {"Velo": 9, "Velo Maps": 1}
    assert canonical_name(names, person=False) == "Velo"
    assert canonical_name(names, person=True) == "Velo Maps"


def test_a_full_name_in_capitals_is_shown_before_a_part_of_it() -> None:
    assert canonical_name({"MARA VOSS": 1, "Voss": 3, "Mara": 5}, person=True) == "MARA VOSS"
    assert canonical_name({"MARA VOSS": 5, "Mara Voss": 1}, person=True) == "Mara Voss"
