"""What is a copy of an earlier article, and what is another article on the same event."""

import datetime

import pytest

from onrecord.linking import Narration, Story, original_of

DAY = datetime.date(2025, 3, 4)
TITLE = "Harbour council votes to close the old bridge"
PARAGRAPHS = (
    "The council of Dalbruck voted on Tuesday to close the old bridge for the whole summer, against the advice of the "
    "merchants of the lower town, whose stalls line the road to it.",
    "Engineers had found cracks in two of its five arches in spring, and a third arch was propped with timber after a "
    "barge had struck it on a foggy morning in April.",
    "“We would rather walk than fall, and we would rather fall out with the merchants than with the river,” Mayor Ada "
    "Lin told the council.",
    "A ferry is to carry people and bicycles across every ten minutes from six in the morning until midnight, "
    "free of charge, as it did after the flood of 1954.",
    "“Nobody has asked us, and nobody will come by ferry to buy a fish,” said Otto Brenning, for the stalls.",
    "The bridge was built in 1911 by masons from the hills and has been closed only once before, for three days, when "
    "a film was made on it.",
)
OTHER = (
    "Dalbruck's oldest crossing will stay shut until autumn: that is what councillors decided after a long and at "
    "times bitter evening, with nine votes to four.",
    PARAGRAPHS[2],
    "Brenning's people stood outside with empty crates and drums. They fear for the season, which brings two thirds of "
    "what they earn in a year, he said.",
    PARAGRAPHS[4],
    "What repairs will cost is open. The province has promised half of it, but not said of what sum; an estimate is "
    "due in May, when divers have looked at the piers.",
)


def story(*paragraphs: str, title: str = TITLE, day: datetime.date | None = DAY, name: str = "b") -> Narration:
    return Story(1, name, day, "\n".join((title, *paragraphs))).narration


ORIGINAL = story(*PARAGRAPHS, name="a")

COPIES = {
    "verbatim": story(*PARAGRAPHS),
    "cut": story(*PARAGRAPHS[:3]),
    "reordered": story(*reversed(PARAGRAPHS)),
    "headline changed": story("DALBRUCK (Agencies)", *PARAGRAPHS, title="Walkers and fishmongers at odds in Dalbruck"),
    "words replaced": story(
        *(one.replace("the council", "councillors").replace("every", "each") for one in PARAGRAPHS)
    ),
    "more is told": story(*PARAGRAPHS, *OTHER[::2]),
    "without a day": story(*PARAGRAPHS, day=None),
}


@pytest.mark.parametrize("how", COPIES)
def test_a_copy_is_found(how: str) -> None:
    found = original_of(COPIES[how], [ORIGINAL])
    assert found is not None
    assert found.sure
    assert found.original is ORIGINAL
    assert found.confidence > 0.5


def test_who_prints_the_same_quotations_is_no_copy() -> None:
    assert original_of(story(*OTHER, title="Old bridge shut until autumn"), [ORIGINAL]) is None


def test_two_stories_of_a_line_are_copies_only_if_they_are_nearly_the_same() -> None:
    one = story("A man was hurt on Monday when a tree fell on the road to Dalbruck.", title="", name="a")
    other = story("A man was hurt on Friday when a tram left the rails in Dalbruck.", title="")
    assert original_of(other, [one]) is None
    found = original_of(story("A man was hurt on Monday when a tree fell on the road to Dalbruck.", title=""), [one])
    assert found is not None
    assert found.sure


def test_nothing_is_a_copy_of_nothing() -> None:
    assert original_of(ORIGINAL, []) is None
    assert original_of(story(title=""), [story(title="", name="a")]) is None


def test_part_of_a_text_may_be_a_copy_and_is_not_held_to_be_one() -> None:
    found = original_of(story(PARAGRAPHS[0], *OTHER[::2]), [ORIGINAL])
    assert found is not None
    assert not found.sure
    assert found.confidence < 0.5
    assert found.tells_more


def test_of_several_the_one_with_most_in_common_is_the_original_then_the_earliest() -> None:
    part = story(*PARAGRAPHS[:2], *OTHER, day=datetime.date(2025, 1, 1), name="a")
    late = story(*PARAGRAPHS, day=datetime.date(2025, 3, 3), name="c")
    early = story(*PARAGRAPHS, day=datetime.date(2025, 3, 2), name="d")
    found = original_of(ORIGINAL, [late, part, early])
    assert found is not None
    assert found.original is early


def test_a_copy_that_goes_on_tells_more_and_a_part_does_not() -> None:
    longer = original_of(story(*PARAGRAPHS, *OTHER[::2]), [ORIGINAL])
    shorter = original_of(story(*PARAGRAPHS[:3]), [ORIGINAL])
    assert longer is not None
    assert shorter is not None
    assert longer.tells_more
    assert not shorter.tells_more
