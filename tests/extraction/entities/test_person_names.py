import pytest

from onrecord.extraction.entities.person_names import PersonName, gender_of
from onrecord.folding import fold


def test_fold_drops_case_and_diacritics() -> None:
    assert fold("Zoë  NÚÑEZ") == fold("zoe nunez")


@pytest.mark.parametrize(
    ("fuller", "shorter"),
    [
        ("Mara Elin Voss", "Mara Voss"),
        ("Mara Voss", "M. Voss"),
        ("Mara Voss", "Voss"),
        ("Mara Voss", "Mara"),
        ("Gen. Paulo Adeyar", "PAULO ADEYAR"),
        ("Mara Voss", "Mrs. Voss’s"),
        ("Phillip Voss", "Philip Voss"),
    ],
)
def test_a_fuller_name_extends_a_shorter_form(fuller: str, shorter: str) -> None:
    assert PersonName.parse(fuller).extends(PersonName.parse(shorter))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Mara Voss", "Ivo Voss"),
        ("Mara Voss", "Mara Lind"),
        ("Anna Voss", "Ana Voss"),
        ("Mara Voss", "Vossberg"),
        ("Voss", "Mara Voss"),
        ("Elin Mara Voss", "Tove Voss"),
    ],
)
def test_another_persons_name_is_not_a_shorter_form(one: str, other: str) -> None:
    assert not PersonName.parse(one).extends(PersonName.parse(other))


@pytest.mark.parametrize(("word", "gender"), [("Mrs.", "f"), ("spokesman", "m"), ("senator", None), ("table", None)])
def test_gender_comes_only_from_words_that_show_it(word: str, gender: str | None) -> None:
    assert gender_of(word) == gender


def test_two_letters_that_changed_places_are_a_slip_of_the_pen() -> None:
    assert PersonName.parse("Ada Byrne").resembles(PersonName.parse("Ada Bryne"))


@pytest.mark.parametrize(("one", "other"), [("Marek", "Markel"), ("Marek", "Mareck"), ("Byrne", "Byner")])
def test_another_short_surname_is_no_slip_of_the_pen(one: str, other: str) -> None:
    assert not PersonName.parse(one).resembles(PersonName.parse(other))
