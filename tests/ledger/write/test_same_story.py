"""What counts as another version of a story, and what as another story under the same name."""

import pytest

from onrecord.ledger.write.same_story import Story, is_same_story

TITLE = "Harbour council votes to close the old bridge"
PARAGRAPHS = (
    "The council of Dalbruck voted on Tuesday to close the old bridge for the summer, Mayor Ada Lin said.",
    "Engineers had found cracks in two of its five arches, and nobody wanted to wait for a third to show.",
    "“We would rather walk than fall,” Lin told the council before the vote, to laughter from the benches.",
)
STORY = Story(TITLE, " ".join(PARAGRAPHS))
OTHER = Story(
    "Minister quits over the grain contract",
    "Grain Minister Teodor Vash resigned on Friday after the contract with a firm of his brother had come to light. "
    "“I have nothing to hide and nothing to add,” he told reporters, and left by the back door of the ministry.",
)
# What a site has around each of its stories.
FRAME = " Read more of our stories on the harbour. Write to us with what you saw, and we will answer within a week."

VERSIONS = {
    "the same words": STORY,
    "a word is corrected": Story(TITLE, STORY.text.replace("Tuesday", "Wednesday").replace("five", "six")),
    "the title is corrected": Story(TITLE.replace("old", "new"), STORY.text),
    "a paragraph is added": Story(TITLE, f"{STORY.text} The bridge had been built in 1911 by masons from the hills."),
    "a paragraph is taken away": Story(TITLE, " ".join(PARAGRAPHS[:2])),
    "the paragraphs are in another order": Story(TITLE, " ".join(reversed(PARAGRAPHS))),
    "it is told as updated": Story(f"UPDATE 1: {TITLE}", f"CORRECTED. {STORY.text}"),
    "its title is gone": Story("", STORY.text),
}
OTHERS = {
    "another story": OTHER,
    "another story with the same title": Story(TITLE, OTHER.text),
    "the same words under another title": Story(OTHER.title, STORY.text),
    "another story with no title": Story("", OTHER.text),
    "nothing": Story("", ""),
    "a few words": Story(TITLE, "It is shut, she said."),
}


@pytest.mark.parametrize("what", VERSIONS)
def test_a_version_is_the_same_story(what: str) -> None:
    assert is_same_story(STORY, VERSIONS[what])
    assert is_same_story(VERSIONS[what], STORY)


@pytest.mark.parametrize("what", OTHERS)
def test_another_story_is_not(what: str) -> None:
    assert not is_same_story(STORY, OTHERS[what])
    assert not is_same_story(OTHERS[what], STORY)


def test_stories_in_the_same_frame_are_two() -> None:
    framed, other = (Story(story.title, story.text + FRAME * 3) for story in (STORY, OTHER))
    assert not is_same_story(framed, other)


def test_pages_of_a_series_are_two() -> None:
    story = (
        "Mayor Ines Kolb said on Monday that bridge number {0} would open. “We will cross it,” she said of bridge {0}."
    )
    one, other = (Story(f"Story number {number} of the site", story.format(number)) for number in (1, 2))
    assert not is_same_story(one, other)
    assert is_same_story(one, Story(one.title, one.text.replace("Monday", "Tuesday")))
