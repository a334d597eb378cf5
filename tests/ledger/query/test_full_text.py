"""Words that are looked for, whatever else is typed with them."""

import pytest

from onrecord import Ledger, UsageError
from onrecord.ledger.query.full_text import match_expression


@pytest.mark.parametrize(
    ("asked", "expression"),
    [
        ("shut bridge", '"shut" "bridge"'),
        ('"the bridge"* bri*', '"the bridge"* "bri"*'),
        ("bridge AND (shut OR", '"bridge" "AND" "(shut" "OR"'),
        ("a\0b", '"a" "b"'),
    ],
)
def test_whatever_is_typed_is_words(asked: str, expression: str) -> None:
    assert match_expression(asked) == expression


@pytest.mark.parametrize("asked", ["", "?", '"', "* *", "\0"])
def test_what_has_no_word_is_an_error(asked: str) -> None:
    with pytest.raises(UsageError, match="no word"):
        match_expression(asked)


@pytest.mark.parametrize("much", ["a " * 6_000, "a" * 10_001, '"' + "a " * 6_000 + '"'])
def test_a_book_is_not_looked_for(three: Ledger, much: str) -> None:
    for asked in (
        lambda: three.statements(words=much),
        lambda: three.statements(speaker=much),
        lambda: three.entity(much),
        lambda: three.timeline(much),
    ):
        with pytest.raises(UsageError, match="too long to look for"):
            asked()
