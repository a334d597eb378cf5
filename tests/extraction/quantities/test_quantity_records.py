"""Which figures an article claims: how much, of what, where, and whose claim it is."""

from collections.abc import Callable

import pytest

from onrecord.records import Entity, Quantity
from tests.extraction.conftest import Read

type Figures = Callable[..., tuple[Quantity, ...]]


@pytest.fixture
def figures(read: Read) -> Figures:
    return lambda *paragraphs: read(*paragraphs).quantities


@pytest.mark.parametrize(
    ("text", "value", "low", "high", "unit", "counted"),
    [
        ("The fire killed 31 sailors in the harbour.", 31, None, None, None, "sailors"),
        ("The fire killed at least 31 sailors in the harbour.", None, 31, None, None, "sailors"),
        ("The new quay cost $1.2bn to build.", 1.2e9, None, None, "USD", "quay"),
        ("Some 80 per cent of the valley was flooded.", 0.8, None, None, "share", "valley"),
        ("One fifth of the valley was flooded.", 0.2, None, None, "share", "valley"),
        ("The crews trained for 1 to 2 months in Velo.", None, 1, 2, "months", None),
        ("Three dozen boats sank in the storm.", 36, None, None, None, "boats"),
        ("The rail contract cost R380m to build.", 380e6, None, None, "ZAR", None),
        ("The insect is barely 3mm long.", 3, None, None, "millimeters", None),
        ("The firm lost $3mm in the storm.", 3e6, None, None, "USD", None),
        ("The town lost one-fifth of its boats.", 0.2, None, None, "share", "boats"),
        ("The harbour showed a 30-second film.", 30, None, None, "seconds", "film"),
        ("Fares were cut by half.", 0.5, None, None, "share", None),
        ("The crew trained for one year.", 1, None, None, "years", None),
        ("The yard made $3m in Q3 2030, the firm said.", 3e6, None, None, "USD", None),
        ("The sea wall cost Rs 1,240 crore to build.", 1.24e10, None, None, "INR", "wall"),
    ],
)
def test_a_figure_is_a_number_of_something(
    figures: Figures, text: str, value: float, low: float, high: float, unit: str, counted: str | None
) -> None:
    [found] = figures(text)
    assert (found.value, found.low, found.high, found.unit) == (
        pytest.approx(value) if value else None,
        low,
        high,
        unit,
    )
    if counted is not None:
        assert found.counted is not None
        assert counted in found.counted.text


@pytest.mark.parametrize(
    "text",
    [
        "The 70th regiment held the quay.",
        "The quay was built in 1998 and burned on 3 March 2029.",
        "She told Channel 12 that the F-16 had landed.",
        "No one knew whether any one of them had left.",
    ],
)
def test_what_is_no_figure_is_none(figures: Figures, text: str) -> None:
    assert figures(text) == ()


def test_a_figure_is_its_speakers_or_the_narrators(figures: Figures) -> None:
    found = figures("Ivo Marek said that 155 sailors had come home. The fair drew 600 people.")
    assert [(one.asserted_by and one.asserted_by.name, one.narrated) for one in found] == [
        ("Ivo Marek", False),
        (None, True),
    ]
    assert [one.statement is None for one in found] == [False, True]


def test_a_figure_in_nobodys_words_within_somebodys_is_theirs(figures: Figures) -> None:
    found = figures("Two sailors told the board that the dues are expected to fall by a fifth.")
    assert [one.asserted_by.name for one in found if isinstance(one.asserted_by, Entity)] == ["Two sailors"]


def test_two_places_have_a_figure_each(figures: Figures) -> None:
    found = figures("The storm killed 12 people in Germany and 7 in Poland.")
    assert [(one.value, one.place.text if one.place else None) for one in found] == [(12, "Germany"), (7, "Poland")]


def test_a_number_alone_counts_what_the_one_before_it_does(figures: Figures) -> None:
    found = figures("The storm killed 31 sailors, up from 40 the week before.")
    assert [one.value for one in found] == [31, 40]
    assert [one.counted.text for one in found if one.counted] == ["sailors", "sailors"]


def test_how_few_speak_is_no_claim(figures: Figures) -> None:
    assert figures("Two officials said the quay was safe.") == ()


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("one trillion crowns", [1e12]),
        ("two hundred trillion and six", [200e12 + 6]),
        ("a trillion two million", [1e12 + 2e6]),
        ("The prizes are five thousand, three thousand and one thousand crowns.", [5e3, 3e3, 1e3]),
    ],
)
def test_words_that_the_library_does_not_know_fail_no_page(text: str, values: list[float]) -> None:
    from onrecord.extraction.quantities.numerals import numerals

    assert [numeral.value for numeral in numerals(text)] == values
