"""Interviews that are told by who asks: what is asked, what is answered, and what tells of something else."""

import pytest

from onrecord.transcripts import find_told_interview

LEAD = "I meet Ana Gill at the port. I ask if the quay is safe."
FIRST, SECOND, LAST = "“It is,” she says.", "“For a week.”", "“I would.”"
SAID, ASKED = "But you closed it, I say.", "Would you open it?"


def found(*parts: str) -> tuple[list[tuple[str, str]], list[str]] | None:
    interview = find_told_interview(parts)
    if interview is None:
        return None
    asked = [
        (
            parts[number][slice(*one.words)],
            " ".join(parts[number][slice(*part)] for part in (one.speaker, one.cue) if part),
        )
        for number, one in interview.questions.items()
    ]
    return asked, [parts[number] for number in interview.answers]


def test_what_stands_between_marks_answers_and_what_stands_above_asks() -> None:
    assert found(LEAD, FIRST, SAID, SECOND, ASKED, LAST) == (
        [("But you closed it", "I say"), (ASKED, "")],
        [SECOND, LAST],
    )


@pytest.mark.parametrize("line", ["What does she make of it?", "I did not ask you that.", "You closed it?"])
def test_between_two_answers_a_short_line_that_asks_or_says_you_is_said_to_who_answers(line: str) -> None:
    assert found(LEAD, FIRST, SAID, SECOND, line, LAST) == (
        [("But you closed it", "I say"), (line, "")],
        [SECOND, LAST],
    )


def test_narration_may_stand_before_an_answer() -> None:
    assert found(LEAD, FIRST, SAID, SECOND, ASKED, "She looks out.", LAST) == (
        [("But you closed it", "I say"), (ASKED, "")],
        [SECOND, LAST],
    )


@pytest.mark.parametrize(
    "line", ["She pours tea.", "I ask whether you may land there.", "Nobody lands here. " * 20 + "Why?"]
)
def test_other_lines_are_no_questions(line: str) -> None:
    interview = found(LEAD, FIRST, SAID, SECOND, line, "“No.”", ASKED, LAST)
    assert interview is not None
    assert [words for words, _ in interview[0]] == ["But you closed it", ASKED]


@pytest.mark.parametrize(
    "parts",
    [
        [LEAD, FIRST, SAID, SECOND],
        ["Ana Gill runs the port.", FIRST, "But she closed it.", SECOND, "Would she open it?", LAST],
        ["Ana Gill runs the port.", FIRST, "Why was it closed?", SECOND, "Would she open it?", LAST],
        [LEAD, FIRST, SAID, SECOND, ASKED, "“I would,” said Tom Brite."],
        [LEAD, *[FIRST, SECOND, LAST] * 3, SAID, LAST, ASKED, LAST],
        [LEAD, FIRST, "The tide rises.", SECOND, "I ask for tea.", LAST],
    ],
)
def test_stories_with_quotations_are_no_interviews(parts: list[str]) -> None:
    assert found(*parts) is None
