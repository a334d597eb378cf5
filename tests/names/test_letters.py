"""Letters have a script, and a way to be written in Latin ones."""

import pytest

from onrecord.names import in_latin, is_latin, is_spelt, scripts


@pytest.mark.parametrize(
    ("text", "latin"),
    [
        ("Ada Orlen", "Ada Orlen"),
        ("Öllerström Weiß", "ollerstrom weiss"),
        ("Шевченко", "shevchenko"),
        ("Велмовський Гирич", "velmovsky girich"),
        ("Гнівий", "hnivyi"),
        ("Миловић Жуњак", "milovic zunjak"),
        ("Μπάρκου Αγγέλου", "barkou angelou"),
        ("Լուիս", "luis"),
        ("김정은", "gimjeong-eun"),
        ("陈伟明", "chenweiming"),
        ("خالد", "khald"),
        ("カーツ", "katsu"),
        ("कुमार", "kumara"),
        ("☃", ""),
    ],
)
def test_names_are_written_in_latin_letters(text: str, latin: str) -> None:
    assert in_latin(text) == latin


def test_letters_have_scripts_and_other_characters_none() -> None:
    assert scripts("Ada 陈 김 7, Ω") == {"Latin", "Han", "Hangul", "Greek"}
    assert scripts("7 - ½") == frozenset()


def test_some_scripts_tell_their_vowels() -> None:
    assert is_spelt("Олена 김 7")
    assert not is_spelt("خالد")
    assert is_latin("Öller-7")
    assert not is_latin("Олена")
