from onrecord.linking.words import rarity, shared_share, stem, stems, weighed


def test_forms_of_a_word_have_one_stem() -> None:
    assert stem("Denied") == stem("denies") == stem("denying")
    assert stem("Núñez’s") == stem("nunez")
    assert stems("Two rifles, 41 crates.") == ["two", "rifl", "41", "crate"]


def test_words_that_few_articles_have_weigh_more() -> None:
    assert rarity(stem("said")) < rarity(stem("minister")) < rarity(stem("freighter"))
    # One that no article had weighs as much as one of a single article.
    assert rarity("qqq") == max(rarity(found) for found in ("qqq", "said", "freighter"))


def test_shares_are_by_weight_and_of_the_first() -> None:
    one, other = weighed(stems("the freighter sank")), weighed(stems("a freighter with grain"))
    assert 0 < shared_share(one, other) < 1
    assert shared_share(one, one) == 1
    assert shared_share({}, one) == 0
