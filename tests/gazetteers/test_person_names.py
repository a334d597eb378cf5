"""Persons' names are analysed as rigour analyses them, word for word."""

import random
from collections import Counter
from importlib.resources import files

import pytest
from marisa_trie import BytesTrie
from rigour.names import Name, NameTypeTag, Symbol, analyze_names

from onrecord.gazetteers import analyse_person
from onrecord.gazetteers.person_names import _LONGEST

FORMS = (
    "", " ", "-", "7", "J", "Ada", "ADA ORLEN", "Ada Ada Ada Orlen", "A. B. C. Orlen", "Dr. Teodor von der Vash",
    "al-Rashid", "Abdul Rahman bin Salah", "Anne-Marie O’Neil", "Ivo Brandt II", "Ivo Brandt, Jr.", "the 3rd Lord Vash",
    "Ivo Brandt 12", "Lili \"Bob\" Kolberg", "Việt Anh", "İlker Şahin", "Straße Weiß", "क्षत्रिय कुमार", "阿达 李",
    "محمد الراشد", "Мария Иванова", "٣ محمد", "ada\u0301 orlen", "x" * 300, "ivo " * 50,
)  # fmt: skip


def symbols(name: Name | None) -> Counter[tuple[str, str, tuple[int, ...]]]:
    spans = name.spans if name is not None else []
    return Counter(
        (span.symbol.category.value, span.symbol.id, tuple(part.index for part in span.parts)) for span in spans
    )


def test_what_is_known_of_words_is_told_of_them() -> None:
    name = analyse_person("Ada Orlen 7", symbols=True)
    found = {(category, parts) for category, _, parts in symbols(name)}
    assert found == {("NAME", (0,)), ("INITIAL", (2,)), ("NUM", (2,))}


def test_without_symbols_words_are_only_taken_apart() -> None:
    name = analyse_person("Ada J. Orlen", symbols=False)
    assert name is not None
    assert ([part.form for part in name.parts], name.spans) == (["ada", "j", "orlen"], [])


def test_initials_are_symbols() -> None:
    assert symbols(analyse_person("J. Orlenko", symbols=True))[("INITIAL", "j", (0,))] == 1


@pytest.mark.parametrize("text", ["", " ", "-"])
def test_no_word_is_no_name(text: str) -> None:
    assert analyse_person(text, symbols=True) is None


@pytest.mark.model
def test_names_have_the_symbols_that_rigour_gives_them() -> None:
    table = BytesTrie()
    table.mmap(str(files("onrecord.models") / "names" / "person_names.marisa"))
    phrases = table.keys()
    assert max(phrase.count(" ") for phrase in phrases) < _LONGEST
    draw = random.Random(20)
    made = [
        " ".join(draw.choice(phrases) for _ in range(draw.randint(1, 4))).title()
        + draw.choice(("", "", " II", " Jr.", " 7", "'s"))
        for _ in range(5_000)
    ]
    for text in (*FORMS, *made, *(f"{draw.choice(('J.', 'Dr', 'al-', '3rd'))} {name}" for name in made[:1_000])):
        ours = analyse_person(text, symbols=True)
        theirs = next(iter(analyze_names(NameTypeTag.PER, [text], infer_initials=True)), None)
        assert symbols(ours) == symbols(theirs), text
        if ours is not None and theirs is not None:
            assert (ours.form, [(p.form, p.tag) for p in ours.parts]) == (
                theirs.form,
                [(p.form, p.tag) for p in theirs.parts],
            )


def test_all_categories_of_the_table_are_known() -> None:
    name = analyse_person("Abdul bin Bob Ada 3rd", symbols=True)
    assert name is not None
    kinds = {span.symbol.category for span in name.spans}
    assert {Symbol.Category.SYMBOL, Symbol.Category.NICK, Symbol.Category.NAME, Symbol.Category.NUMERIC} <= kinds
