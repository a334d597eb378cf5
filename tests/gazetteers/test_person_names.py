"""Persons' names are taken apart, with what is known of their words."""

from collections import Counter

import pytest

from onrecord.gazetteers import analyse_person
from onrecord.names import Name


def symbols(name: Name | None) -> Counter[tuple[str, str, tuple[int, ...]]]:
    spans = name.spans if name is not None else ()
    return Counter((span.symbol.category, span.symbol.id, tuple(part.index for part in span.parts)) for span in spans)


def test_what_is_known_of_words_is_told_of_them() -> None:
    name = analyse_person("Ada Orlen 7", symbols=True)
    found = {(category, parts) for category, _, parts in symbols(name)}
    assert found == {("NAME", (0,)), ("INITIAL", (2,)), ("NUMERIC", (2,))}


def test_without_symbols_words_are_only_taken_apart() -> None:
    name = analyse_person("Ada J. Orlen", symbols=False)
    assert name is not None
    assert ([part.form for part in name.parts], name.spans) == (["ada", "j", "orlen"], ())


def test_initials_are_symbols_in_latin_letters() -> None:
    assert symbols(analyse_person("Ю. Orlenko", symbols=True))[("INITIAL", "y", (0,))] == 1


def test_titles_are_no_part_of_a_name_but_alone() -> None:
    for text, words in (("Dr. Mr Ivo Orlen", ["ivo", "orlen"]), ("Dr", ["dr"])):
        name = analyse_person(text, symbols=False)
        assert name is not None
        assert [part.form for part in name.parts] == words


def test_a_phrase_that_is_there_twice_is_told_twice() -> None:
    told = symbols(analyse_person("al Sabahi al Rashid", symbols=True))
    assert all(parts == tuple(range(parts[0], parts[-1] + 1)) for _, _, parts in told)


@pytest.mark.parametrize(
    ("text", "tags", "comparable"),
    [
        ("Ivo von Öller 12", ["", "STOP", "", "NUM"], ["ivo", "von", "oller", "12"]),
        ("Олена Шевченко", ["", ""], ["olena", "shevchenko"]),
        ("陈 ٣ خالد", ["", "NUM", ""], ["陈", "3", "خالد"]),
    ],
)
def test_words_are_comparable_in_latin_letters_where_a_script_tells_its_vowels(
    text: str, tags: list[str], comparable: list[str]
) -> None:
    name = analyse_person(text, symbols=True)
    assert name is not None
    assert ([part.tag for part in name.parts], [part.comparable for part in name.parts]) == (tags, comparable)


@pytest.mark.parametrize("text", ["", " ", "-"])
def test_no_word_is_no_name(text: str) -> None:
    assert analyse_person(text, symbols=True) is None


def test_all_categories_of_the_table_are_known() -> None:
    name = analyse_person("Abdul bin Bob Ada 3rd", symbols=True)
    assert name is not None
    assert {"SYMBOL", "NICK", "NAME", "NUMERIC"} <= {span.symbol.category for span in name.spans}
