from onrecord.linking.cues import cues_in, negates
from onrecord.linking.words import stems


def test_cues_may_have_several_words() -> None:
    assert cues_in("There is no truth in it") == {"denies"}
    assert cues_in("It will be ruled out") == {"rejects"}
    assert cues_in("It is a ship") == frozenset()


def test_negation_is_a_word_or_an_ending() -> None:
    assert negates(stems("It wasn't us"))
    assert negates(stems("Nobody was there"))
    assert not negates(stems("Notable people came"))
