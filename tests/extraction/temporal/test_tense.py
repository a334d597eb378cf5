"""Where a time lies, as the verb around it tells."""

import pytest

from onrecord.extraction.temporal.tense import direction
from tests.extraction.syntax.parses import clause, parsed


def lies(verb: str, *helping: str, title: bool = False) -> str:
    """Return where Friday lies in "they `helping` `verb` Friday"."""
    doc = clause(verb, helping, "Friday/NNP/npadvmod")
    return direction(doc[len(doc) - 1], title=title)


@pytest.mark.parametrize(
    ("verb", "helping", "where"),
    [
        ("met/VBD/meet", [], "past"),
        ("meet/VBP", [], "future"),
        ("meet/VB", ["will"], "future"),
        ("meet/VB", ["'ll"], "future"),
        ("meet/VB", ["may"], "future"),
        ("met/VBN/meet", ["have"], "past"),
        ("met/VBN/meet", ["would", "have"], "past"),
        ("meeting/VBG/meet", ["are"], "future"),
        ("meeting/VBG/meet", ["were"], "past"),
        ("meet/VB", ["did", "not/neg"], "past"),
        ("held/VBN/hold", ["was/auxpass"], "past"),
        ("expected/VBN/expect", ["are/auxpass"], "future"),
    ],
)
def test_tense_and_modality_tell_where_a_time_lies(verb: str, helping: list[str], where: str) -> None:
    assert lies(verb, *helping) == where


def test_a_title_tells_of_the_past_in_the_present() -> None:
    assert lies("meet/VBP", title=True) == "past"


def test_without_a_verb_a_time_is_near() -> None:
    doc = parsed("talks/NNS/ROOT/talks", "on/IN/prep/talks", "Friday/NNP/pobj/on")
    assert direction(doc[2], title=False) == "near"
