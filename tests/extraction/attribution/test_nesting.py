"""In whose words something stands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.extraction.attribution import Attribution, Nesting
from onrecord.extraction.ranges import CharRange, within

TEXT = "Ada Orlen said Ivo Marek had warned that the quay was shut, and that boats waited. Nobody denied it."
ORLEN, MAREK, BOATS = "Ivo Marek had warned that the quay was shut", "that the quay was shut", "that boats waited"


def at(words: str) -> CharRange:
    start = TEXT.index(words)
    return CharRange(start, start + len(words))


def told(cue: str | None, *content: str) -> Attribution:
    where = at(cue) if cue is not None else None
    return Attribution(None, where, tuple(map(at, content)), medium="speech", act="assert", confidence=1.0)


NESTED = Nesting([told("said", ORLEN, BOATS), told("warned", MAREK)])


@pytest.mark.parametrize(
    ("words", "number"),
    [("quay", 1), ("Marek", 0), ("boats", 0), ("Orlen", None), ("Nobody", None), ("that the quay was shut, and", None)],
)
def test_the_innermost_statement_around_words_has_the_shortest_content_that_holds_them(
    words: str, number: int | None
) -> None:
    assert NESTED.innermost(at(words)) == number


def test_of_those_in_front_of_a_statement_it_is_not_itself() -> None:
    assert NESTED.innermost(at("quay"), before=1) == 0
    assert NESTED.innermost(at("quay"), before=0) is None


def test_a_statement_is_made_in_the_one_whose_content_holds_its_cue_and_its_words() -> None:
    assert [NESTED.outer(number) for number in (0, 1)] == [None, 0]
    assert [NESTED.depth(number) for number in (0, 1)] == [0, 1]


@pytest.mark.parametrize("content", ["Nobody", f"{MAREK}, and {BOATS}"])
def test_a_statement_whose_words_go_beyond_a_content_is_not_made_in_it(content: str) -> None:
    assert Nesting([told("said", ORLEN), told("warned", content)]).outer(1) is None


def test_a_statement_whose_cue_stands_elsewhere_is_not_made_in_one_that_has_its_words() -> None:
    assert Nesting([told("said", ORLEN), told("denied", MAREK)]).outer(1) is None


def test_each_statement_in_another_is_one_deeper() -> None:
    three = Nesting([told("said", ORLEN), told("warned", MAREK), told("shut", "the quay")])
    assert [three.outer(number) for number in range(3)] == [None, 0, 1]
    assert three.depth(2) == 2


def test_a_quotation_without_a_cue_stands_where_its_words_do() -> None:
    assert Nesting([told("said", ORLEN), told(None, "the quay")]).outer(1) == 0


def test_words_are_nobodys_where_nothing_is_said() -> None:
    assert Nesting([]).innermost(at("quay")) is None


ranges = st.tuples(st.integers(0, 20), st.integers(1, 8)).map(lambda pair: CharRange(pair[0], sum(pair)))


@given(st.lists(st.lists(ranges, min_size=1, max_size=3), max_size=8), ranges)
def test_no_statement_around_words_is_shorter_than_the_innermost(
    contents: list[list[CharRange]], where: CharRange
) -> None:
    nesting = Nesting([Attribution(None, None, tuple(content), "speech", "assert", 1.0) for content in contents])
    around = [
        (part.end - part.start, number)
        for number, content in enumerate(contents)
        for part in content
        if within(where, part)
    ]
    assert nesting.innermost(where) == (min(around)[1] if around else None)
