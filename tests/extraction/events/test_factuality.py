"""Whether an event was done, is being done or is only planned, by the verb that tells of it."""

import pytest

from onrecord.extraction.events.factuality import factuality
from tests.documents import annotated


def told(verb: str, *helping: str, title: bool = False, reported: bool = False) -> str | None:
    """Return how "they `helping` `verb` it" tells of an event: all hang on `verb` ("held VBN", "was VBD auxpass")."""
    rows = ["they PRP nsubj", *helping, f"{verb} ROOT", "it PRP dobj"]
    doc = annotated("\n".join(f"{row} {verb.partition(' ')[0]}" for row in rows))
    return factuality(doc[len(doc) - 2], title=title, reported=reported)


@pytest.mark.parametrize(
    ("verb", "helping", "how"),
    [
        ("stormed VBD", [], "happened"),
        ("stormed VBN", ["have VBP aux"], "happened"),
        ("stormed VBN", ["'ve VBP aux"], "happened"),
        ("storming VBG", ["are VBP aux"], "ongoing"),
        ("storming VBG", ["were VBD aux"], "happened"),
        ("storming VBG", ["have VBP aux", "been VBN aux"], "ongoing"),
        ("held VBN", ["are VBP auxpass"], "ongoing"),
        ("held VBN", ["'s VBZ auxpass"], "ongoing"),
        ("held VBN", ["is VBZ aux", "being VBG auxpass"], "ongoing"),
        ("held VBN", ["was VBD auxpass"], "happened"),
        ("storm VB", ["will MD aux"], "planned"),
        ("storm VB", ["wo MD aux", "n't RB neg"], "planned"),
        ("storm VB", ["may MD aux"], None),
        ("storm VB", ["'d MD aux"], None),
        ("storm VB", ["would MD aux"], None),
    ],
)
def test_the_verb_group_tells_whether_it_was_done(verb: str, helping: list[str], how: str | None) -> None:
    assert told(verb, *helping) == how


def test_in_reported_words_would_is_will() -> None:
    assert told("storm VB", "would MD aux", reported=True) == "planned"
    assert told("stormed VBN", "would MD aux", "have VB aux", reported=True) is None


def test_a_title_tells_of_what_has_happened_in_the_present() -> None:
    assert told("storm VBP", title=True) == "happened"
    assert told("storm VBP") == "ongoing"


def test_an_infinitive_without_a_verb_above_tells_of_nothing() -> None:
    doc = annotated("To TO aux start\nstart VB ROOT start\ntalking VBG xcomp start")
    assert factuality(doc[1], title=False, reported=False) is None
