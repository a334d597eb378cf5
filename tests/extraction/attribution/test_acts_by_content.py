"""What a statement does beyond its cue, and who does not speak though the cue stands beside them."""

import pytest

from tests.extraction.conftest import Spoken, Statements, said


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("The poll suggests the mayor is losing ground.", "assert"),
        ("Ada Orlen suggested that the town close the quay.", "propose"),
        ("The agency reported that the quay was shut.", "assert"),
        ("The agency reported a loss of $3 million.", "announce"),
        ("Ada Orlen said the town should mend the quay.", "demand"),
        ("Ada Orlen insisted the town should mend the quay.", "demand"),
        ("Ada Orlen said it should be noted that the quay was shut.", "assert"),
        ("Ada Orlen said it must rain.", "assert"),
        ("Ada Orlen said there must be more of them.", "assert"),
        ("Ada Orlen called the plan “the greatest fraud ever”.", "criticise"),
    ],
)
def test_what_is_said_tells_what_it_does(statements: Statements, text: str, act: str) -> None:
    assert [one.act for one in statements(text)] == [act]


@pytest.mark.parametrize(
    ("words", "act", "at"),
    [
        ("“It was a hard year. I would like to thank the council,” said Ada Orlen.", "praise", ["the council"]),
        ("“We call on the council to mend the quay. We will wait,” said Ada Orlen.", "demand", ["the council"]),
        ("“I would not thank the council,” said Ada Orlen.", "assert", []),
        ("“They thank the council,” said Ada Orlen.", "assert", []),
        ("“I wanted to accuse the council of theft,” said Ada Orlen.", "assert", []),
    ],
)
def test_a_speaker_does_what_their_verb_tells(statements: Statements, words: str, act: str, at: list[str]) -> None:
    [found] = statements(words)
    assert (found.act, [entity.name for entity in found.targets]) == (act, at)


@pytest.mark.parametrize(("plea", "act"), [("not guilty to the charges", "deny"), ("guilty to the charges", "agree")])
def test_a_plea_tells_what_it_does(statements: Statements, plea: str, act: str) -> None:
    found = statements(f"Ada Orlen pleaded {plea}.", found=[said("Ada Orlen", "pleaded", plea)])
    assert [one.act for one in found] == [act]


def test_who_is_asked_is_not_who_asks(spoken: Spoken) -> None:
    found = spoken("Asked to comment, Ada Orlen said the quay was shut.")
    assert found[-1] == ["Ada Orlen"]
    assert ["Ada Orlen"] not in found[:-1]
