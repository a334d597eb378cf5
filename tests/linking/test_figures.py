from onrecord.linking.figures import compare_figures, figure_pairs
from tests.linking.built import claim, figure

FIRST = "At least 17 people died, the rescue chief said."
SECOND = "The dead number 16 people, he said later."


def test_another_figure_of_the_same_thing_differs() -> None:
    earlier = claim(FIRST, figures=(figure(FIRST, "17", 17, "people"),))
    later = claim(SECOND, figures=(figure(SECOND, "16", 16, "people"),))
    found = compare_figures(later, earlier)
    assert found["that figure differs"] == 1
    assert found["that figure agrees"] == 0


def test_a_figure_of_another_thing_is_no_pair() -> None:
    other = "He counted 17 goats."
    earlier = claim(FIRST, figures=(figure(FIRST, "17", 17, "people"),))
    later = claim(other, figures=(figure(other, "17", 17, "goats"),))
    assert not list(figure_pairs(later, earlier))
    assert compare_figures(later, earlier)["the same figure"] == 1


def test_a_rough_figure_agrees_with_a_near_one() -> None:
    about = "Some 41,000 marched, the union said."
    police = "The police counted 42,000 who marched."
    one = claim(about, figures=(figure(about, "41,000", 41_000, "marchers", hedged=True),))
    exact = claim(police, figures=(figure(police, "42,000", 42_000, "marchers"),))
    assert [agrees for *_, agrees in figure_pairs(exact, one)] == [True]
