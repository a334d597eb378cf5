from onrecord.linking.features import articles_alike, features_of
from tests.linking.built import HARROW, VOSS, claim, story

ACCUSATION = "The navy hid 40 crates of rifles beneath the wheat."
DENIAL = "Harrow rejected what Voss had claimed: no rifles were ever on board, he said."


def pair() -> dict[str, float]:
    first = story(claim(ACCUSATION, by=(VOSS,)))
    second = story(
        claim("no rifles were ever on board", paragraph=DENIAL, by=(HARROW,), cue="said", mentioned=(VOSS, HARROW))
    )
    return features_of(second.claims[0], first.claims[0], articles_alike(second, first))


def test_who_is_named_beside_a_reply_is_told() -> None:
    found = pair()
    assert found["names the earlier speaker"] == 1
    assert found["other speakers"] == 1
    assert "the same speaker" not in found


def test_negation_and_cues_are_told_apart_from_what_was_said() -> None:
    found = pair()
    assert found["the later one negates"] == 1
    assert found["rejects: beside"] == 1
    assert "rejects: said" not in found


def test_words_in_common_are_weighed() -> None:
    assert 0 < pair()["words of the shorter in the other"] < 1
