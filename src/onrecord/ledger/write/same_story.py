"""Whether two pages that were at the same place tell the same story, as versions of it do."""

import re
from dataclasses import dataclass

from onrecord.ledger.store import words_in_common

# Shares of words in common, of title and of text; of the text alone where one of the two has no title.
#
# Of the 3,486 pairs of 84 articles on one election no two texts have more than .33 in common. A story that is told
# again with as many words added has .5.
_TITLE = 0.5
_TEXT = 0.5
_TEXT_ALONE = 0.7
# Words of a text that says enough to be told from another. "“It is shut,” Mara Voss said" has six.
_FEWEST = 10

_NUMBER = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Story:
    """What a page tells: the titles of its articles, and their paragraphs, without what is set around them."""

    title: str
    text: str


def is_same_story(one: Story, other: Story) -> bool:
    """Say whether two pages are versions of one story, by the words of title and text that they have in common.

    "Bridge shut until Monday" with three paragraphs, and "Bridge shut until Tuesday" with the same and a fourth, are.
    "Council votes on the levy" and "Minister quits" are not, whatever both pages have around them, nor are "Minutes of
    meeting 4" and "Minutes of meeting 5": titles that have numbers, and none in common, are two of a series. Texts of
    a few words prove nothing.
    """
    if min(len(story.text.split()) for story in (one, other)) < _FEWEST:
        return False
    text = words_in_common(one.text, other.text)
    if not one.title or not other.title:
        return text >= _TEXT_ALONE
    numbers, others = (set(_NUMBER.findall(story.title)) for story in (one, other))
    if numbers and others and not numbers & others:
        return False
    return text >= _TEXT and words_in_common(one.title, other.title) >= _TITLE
