import math

from hypothesis import given
from hypothesis import strategies as st

from onrecord.extraction.quantities.numerals import numerals

_BELOW_20 = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_LARGE = ("trillion", "billion", "million", "thousand", "")
_WORDS = [
    *_BELOW_20[1:], *_TENS[2:], *_LARGE[:-1], "hundred", "hundreds", "dozen", "dozens", "score", "half", "a", "an",
    "third", "two-thirds", "quarters", "several", "couple of", "tens of", "million of thousands", "lakh", "crore",
]  # fmt: skip
_DIGITS = ["0", "1", "17", "9" * 30, "9" * 400, "1,000", "1,00", "1,000,000", "3.5", ".5", "½", "2½", "007", "1e9", "٣"]
_UNITS = ["%", "percent", "km", "kg", "m", "bn", "mn", "k", "$", "€", "Rs", "dollars", "boats", "°C", "years", "47C"]
_BETWEEN = [" ", ", ", " and ", "-", "-and-", " to ", ",", ". ", " of ", "", " or ", "/", "–", "\n"]
_ANY = st.lists(st.tuples(st.sampled_from([*_WORDS, *_DIGITS, *_UNITS]), st.sampled_from(_BETWEEN)), max_size=12)


def _below_100(value: int) -> str:
    if value < len(_BELOW_20):
        return _BELOW_20[value]
    return f"{_TENS[value // 10]}-{_BELOW_20[value % 10]}" if value % 10 else _TENS[value // 10]


def _group(value: int) -> str:
    hundreds, rest = divmod(value, 100)
    words = [f"{_BELOW_20[hundreds]} hundred"] if hundreds else []
    return " and ".join([*words, *([_below_100(rest)] if rest else [])])


def _spelt(groups: list[int]) -> str:
    """Return a number in words, by its groups of three digits from the trillions on."""
    return " ".join(f"{_group(value)} {large}".strip() for value, large in zip(groups, _LARGE, strict=True) if value)


@given(_ANY)
def test_any_words_make_numbers_or_none(pieces: list[tuple[str, str]]) -> None:
    text = "".join(word + between for word, between in pieces)
    end = 0
    for one in numerals(text):
        assert end <= one.where.start < one.where.end <= len(text)
        end = one.where.end
        for value in (one.value, one.low, one.bare):
            assert value is None or (math.isfinite(value) and value >= 0)
        assert one.value is not None or one.low is not None


@given(st.lists(st.integers(0, 999), min_size=5, max_size=5).filter(any))
def test_a_number_in_words_is_worth_what_it_says(groups: list[int]) -> None:
    text = _spelt(groups)
    value = sum(group * 1000**place for place, group in enumerate(reversed(groups)))
    assert [(one.where, one.value) for one in numerals(f"They had {text} boats.")] == [((9, 9 + len(text)), value)]


@given(st.lists(st.tuples(st.integers(1, 999), st.sampled_from(_LARGE[:-1])), min_size=2, max_size=6))
def test_numbers_in_a_row_lose_none_of_their_worth(row: list[tuple[int, str]]) -> None:
    # Each is one of its own, or part of one that they make together ("two million, three thousand").
    text = ", ".join(f"{_group(value)} {large}" for value, large in row)
    worth = sum(value * 1000 ** (4 - _LARGE.index(large)) for value, large in row)
    assert math.isclose(sum(one.value or 0 for one in numerals(text)), worth)


def test_words_that_make_no_one_number_are_several() -> None:
    text = "The prizes are five thousand, three thousand and one thousand dollars."
    assert [(text[slice(*one.where)], one.value) for one in numerals(text)] == [
        ("five thousand", 5000.0),
        ("three thousand", 3000.0),
        ("one thousand", 1000.0),
    ]


def test_digits_beyond_any_float_are_no_number() -> None:
    assert list(numerals(f"It cost {'9' * 400} crowns.")) == []
