"""Whether a speaker that is given is the one that is asked for."""

from typing import Any

import pytest

from corpora.real_pages import ANYBODY
from corpora.speaker_names import head, is_description, is_speaker, speakers_right


def given(name: str, role: str | None = None, *, named: bool = True) -> dict[str, Any]:
    return {"name": name, "role": role, "named": named}


@pytest.mark.parametrize(
    ("asked", "name", "role"),
    [
        ("Ada Orlen", "Ada Orlen", None),
        ("Ministry of Health", "the Ministry of Health", None),
        ("José Brel", "Jose Brel", None),
        ("Ada Orlen", "Ada M. Orlen", None),
        ("Prince Ivo", "Ivo", "the elder Prince"),
        ("an OC", "OC", None),
        ("a resident of Tarn", "another resident", None),
        ("the mayor's men", "Two men", None),
        ("the doctors", "The doctors offering to help", None),
        ("prosecutors in Tarn", "Prosecutors", None),
    ],
)
def test_who_is_the_one_that_is_asked_for(asked: str, name: str, role: str | None) -> None:
    assert is_speaker(asked, given(name, role))


@pytest.mark.parametrize(
    ("asked", "name", "role"),
    [
        ("Ada Orlen", "Orlen", "clerk"),
        ("Ada Orlen", "the clerk", None),
        ("Prince Ivo", "Ivo", None),
        ("Ministry of Health", "the ministry", None),
        ("Ministry of Health", "Ministry of Labour", None),
        ("the mayor's men", "the mayor", None),
        ("an agency spokesman", "the agency", None),
    ],
)
def test_who_is_not(asked: str, name: str, role: str | None) -> None:
    assert not is_speaker(asked, given(name, role))


def test_all_speakers_and_no_other_are_right() -> None:
    ada, ivo = given("Ada Orlen"), given("Ivo Marek")
    assert speakers_right(["Ada Orlen", "Ivo Marek"], [ivo, ada])
    assert not speakers_right(["Ada Orlen", "Ivo Marek"], [ada])
    assert not speakers_right(["Ada Orlen"], [ada, ivo])
    assert not speakers_right(["Ada Orlen"], [])


def test_a_description_of_two_is_one_or_both() -> None:
    asked = ["local officials and customers"]
    assert speakers_right(asked, [given("customers", named=False), given("local officials", named=False)])
    assert speakers_right(asked, [given("local officials and customers", named=False)])
    assert not speakers_right(asked, [given("local officials", named=False)])
    assert not speakers_right(["Orlen and Marek"], [given("Orlen"), given("Marek")])


def test_anybody_and_nobody_is_right_where_the_page_does_not_tell() -> None:
    assert speakers_right([ANYBODY], [])
    assert speakers_right([ANYBODY], [given("Ada Orlen")])


def test_the_head_is_the_noun_of_a_description() -> None:
    assert head("Court papers obtained by our reporter") == "papers"
    assert head('the "Our Valley" textbook for ninth graders') == "textbook"
    assert head("officials, who had resigned") == "officials"
    assert is_description("a united group")
    assert not is_description("Ministry of Health")
