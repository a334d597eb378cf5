"""Whether an event was done, is being done or is only planned, by the verb that tells of it."""

import pytest

from onrecord.extraction.events.factuality import factuality
from tests.extraction.syntax.parses import clause


def told(verb: str, *helping: str, title: bool = False, reported: bool = False) -> str | None:
    """Return how "they `helping` `verb` it" tells of an event."""
    doc = clause(verb, helping)
    return factuality(doc[len(doc) - 2], title=title, reported=reported)


@pytest.mark.parametrize(
    ("verb", "helping", "how"),
    [
        ("stormed/VBD/storm", [], "happened"),
        ("stormed/VBN/storm", ["have"], "happened"),
        ("stormed/VBN/storm", ["'ve"], "happened"),
        ("storming/VBG/storm", ["are"], "ongoing"),
        ("storming/VBG/storm", ["were"], "happened"),
        ("storming/VBG/storm", ["have", "been"], "ongoing"),
        ("held/VBN/hold", ["are/auxpass"], "ongoing"),
        ("held/VBN/hold", ["'s/auxpass"], "ongoing"),
        ("held/VBN/hold", ["is", "being/auxpass"], "ongoing"),
        ("held/VBN/hold", ["was/auxpass"], "happened"),
        ("storm/VB", ["will"], "planned"),
        ("storm/VB", ["wo", "n't/neg"], "planned"),
        ("storm/VB", ["may"], None),
        ("storm/VB", ["'d"], None),
        ("storm/VB", ["would"], None),
    ],
)
def test_the_verb_group_tells_whether_it_was_done(verb: str, helping: list[str], how: str | None) -> None:
    assert told(verb, *helping) == how


def test_in_reported_words_would_is_will() -> None:
    assert told("storm/VB", "would", reported=True) == "planned"
    assert told("stormed/VBN/storm", "would", "have", reported=True) is None


def test_a_title_tells_of_what_has_happened_in_the_present() -> None:
    assert told("storm/VBP", title=True) == "happened"
    assert told("storm/VBP") == "ongoing"
