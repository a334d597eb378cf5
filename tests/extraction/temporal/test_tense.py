"""Where a time lies, as the verb around it tells."""

import pytest

from onrecord.extraction.temporal.tense import direction
from tests.documents import annotated


def lies(verb: str, *helping: str, title: bool = False) -> str:
    """Return where Friday lies in "they `helping` `verb` Friday": all hang on `verb` ("met VBN", "had VBD aux")."""
    rows = ["they PRP nsubj", *helping, f"{verb} ROOT", "Friday NNP npadvmod"]
    doc = annotated("\n".join(f"{row} {verb.partition(' ')[0]}" for row in rows))
    return direction(doc[len(doc) - 1], title=title)


@pytest.mark.parametrize(
    ("verb", "helping", "where"),
    [
        ("met VBD", [], "past"),
        ("meet VBP", [], "future"),
        ("meet VB", ["will MD aux"], "future"),
        ("meet VB", ["'ll MD aux"], "future"),
        ("meet VB", ["may MD aux"], "future"),
        ("met VBN", ["have VBP aux"], "past"),
        ("met VBN", ["would MD aux", "have VB aux"], "past"),
        ("meeting VBG", ["are VBP aux"], "future"),
        ("meeting VBG", ["were VBD aux"], "past"),
        ("meet VB", ["did VBD aux", "not RB neg"], "past"),
        ("held VBN", ["was VBD auxpass"], "past"),
        ("expected VBN", ["are VBP auxpass"], "future"),
    ],
)
def test_tense_and_modality_tell_where_a_time_lies(verb: str, helping: list[str], where: str) -> None:
    assert lies(verb, *helping) == where


def test_a_title_tells_of_the_past_in_the_present() -> None:
    assert lies("meet VBP", title=True) == "past"


def test_without_a_verb_a_time_is_near() -> None:
    doc = annotated("""
        talks   NNS  ROOT  -
        on      IN   prep  talks
        Friday  NNP  pobj  on
    """)
    assert direction(doc[2], title=False) == "near"
