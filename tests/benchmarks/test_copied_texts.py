"""What the script makes of a text is what its kind says, and pairs are counted as they should be."""

import random
from itertools import chain

import pytest

from benchmarks.copied_texts import FIRST_DAY, POSITIVE, Made, Others, Text, alike, sentences_of, variant
from benchmarks.copy_scores import by_kind, grouped, scores

TEXT: Text = [
    [f"The {place} of {number} was told to the council in spring." for number in range(3)] for place in "abcde"
]
OTHERS = Others(["Somebody else has said another thing about a river elsewhere."], ["river"])


def made(kind: str) -> Text:
    return variant(kind, TEXT, OTHERS, random.Random(1))


@pytest.mark.parametrize("kind", POSITIVE)
def test_of_every_kind_most_is_left(kind: str) -> None:
    assert alike(TEXT, made(kind)) >= 0.5


def test_a_cut_text_is_the_first_part() -> None:
    cut = sentences_of(made("cut"))
    assert cut == sentences_of(TEXT)[: len(cut)]
    assert len(cut) < len(sentences_of(TEXT))


def test_a_text_in_another_order_has_the_same_sentences() -> None:
    reordered = sentences_of(made("reordered"))
    assert sorted(reordered) == sorted(sentences_of(TEXT))
    assert reordered != sentences_of(TEXT)


def test_sentences_and_words_of_others_are_put_in() -> None:
    assert OTHERS.sentences[0] in sentences_of(made("sentences replaced"))
    assert "river" in " ".join(chain.from_iterable(made("words replaced")))


def test_articles_that_share_a_quotation_alone_are_not_alike() -> None:
    quotation = "“The council has told us nothing of all this until now,” he said."
    other = [[quotation], ["An engineer has looked at piers, cables and stones, and found them sound."]]
    assert alike([[quotation], *TEXT], other) == 0.0
    assert alike([[quotation]], other) == 0.0


def test_pairs_are_counted() -> None:
    texts = [
        Made(origin, kind, "", (), FIRST_DAY)
        for origin, kind in ((1, "base"), (1, "cut"), (2, "same event"), (3, "base"), (3, "cut"))
    ]
    found = grouped(["a", "a", "a", "b", "c"])
    assert found == {(0, 1), (0, 2), (1, 2)}
    assert scores(texts, found) == pytest.approx((1 / 3, 1 / 2, 0.4))
    assert by_kind(texts, found, "cut") == (1, 2)
    assert by_kind(texts, found, "same event") == (1, 1)
