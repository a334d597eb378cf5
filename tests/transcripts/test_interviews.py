"""Interviews whose questions have no labels: which pages are some, and what of them is asked and answered."""

import pytest

from onrecord.transcripts import find_interview

LEAD = ["Ana Gill has run the port of Ostrel since 2011.", "We asked her three questions."]
FIRST = ["Why close the market?", "Because the roof could fall. I have seen the beams."]
SECOND = ["Where will traders go?", "To a tent on the quay.", "It will be warm and dry."]
LAST = ["Who pays?", "We do."]
ADDRESSED = ["Did you shut it?", "I did.", "Do you miss it?", "It was my life.", "What will you do?", "Sleep."]
MET = "Ana Gill spoke to us about the port."


def found(*parts: str) -> tuple[list[str], list[str]] | None:
    interview = find_interview(parts)
    if interview is None:
        return None
    asked = [parts[number][slice(*one.words)] for number, one in interview.questions.items()]
    return asked, [parts[number] for number in interview.answers]


def test_the_paragraphs_below_a_question_answer_it() -> None:
    asked = [FIRST[0], SECOND[0], LAST[0]]
    assert found(*LEAD, *FIRST, *SECOND, *LAST) == (asked, [FIRST[1], *SECOND[1:], LAST[1]])


@pytest.mark.parametrize(
    "told",
    [
        "We asked her three questions.", "I put my five questions to her.", "She answered our questions by letter.",
        "Here the harbour master answers readers' questions.",
    ],
)  # fmt: skip
def test_where_it_is_told_that_questions_were_asked_two_are_enough(told: str) -> None:
    assert found(told, *FIRST, *LAST) is not None
    assert found(told, *FIRST) is None


@pytest.mark.parametrize(
    "told",
    [
        "Ana Gill spoke to us.", "Ana Gill in conversation with Tom Brite", "Q&A: Ana Gill",
        "In this interview she tells why.", "The Bugle sat down with Ana Gill.", "Ten minutes with Ana Gill",
    ],
)  # fmt: skip
def test_where_somebody_was_met_three_questions_address_them(told: str) -> None:
    assert found(told, *ADDRESSED) is not None
    assert found(told, *ADDRESSED[:4]) is None
    assert found(told, *FIRST, *SECOND, *LAST) is None


@pytest.mark.parametrize("form", ["**{}**", "_{}_", "## {}", "1. {}", "**2. {}**", "{} "])
def test_marks_and_numbers_are_no_part_of_a_question(form: str) -> None:
    asked = found(*LEAD, form.format(FIRST[0]), FIRST[1], form.format(LAST[0]), LAST[1])
    assert asked is not None
    assert asked[0] == [FIRST[0], LAST[0]]


def test_where_questions_are_bold_whatever_is_bold_is_asked_and_nothing_else() -> None:
    parts = [f"**{FIRST[0]}**", FIRST[1], "What else could I do?", f"**{LAST[0]}**", LAST[1], "**Thank you.**", "Yes."]
    assert found(*LEAD, *parts) == (
        [FIRST[0], LAST[0], "Thank you."],
        [FIRST[1], "What else could I do?", LAST[1], "Yes."],
    )


def test_what_is_in_bold_or_italics_is_asked_if_it_is_a_sentence_that_is_answered() -> None:
    parts = [*LEAD, *FIRST, "You grew up here.", "I did.", "On the roof", "I like it.", *LAST, "This was edited by us."]
    asked = find_interview(parts, emphasised=[2, 4, 6, 8, 10])
    assert asked is not None
    assert [parts[number] for number in asked.questions] == [FIRST[0], "You grew up here.", LAST[0]]
    whole = find_interview(parts, emphasised=range(2, 11))
    assert whole is not None
    assert [parts[number] for number in whole.questions] == [FIRST[0], LAST[0]]


def test_whoever_is_told_to_tell_is_asked() -> None:
    parts = [*FIRST, "Tell us about the roof.", "It leaks.", *LAST]
    assert found(*LEAD, *parts) == ([FIRST[0], "Tell us about the roof.", LAST[0]], [FIRST[1], "It leaks.", LAST[1]])


def test_where_answers_are_quoted_what_is_not_is_narration() -> None:
    parts = [MET, "Did you?", "“I did.”", "She laughs.", "Do you?", "“No.”", "Will you?", "“I will.”", "The tide rose."]
    assert found(*parts) == (["Did you?", "Do you?", "Will you?"], ["“I did.”", "“No.”", "“I will.”"])


@pytest.mark.parametrize(
    "behind", ["The port opens on Friday.", "This interview was edited by us.", "“I will,” said Ana Gill."]
)
def test_the_last_answer_ends_with_its_first_person(behind: str) -> None:
    interview = found(*LEAD, *FIRST, *LAST, "And I pay most of it.", behind, "I came home late.")
    assert interview is not None
    assert interview[1] == [FIRST[1], LAST[1], "And I pay most of it."]


def test_a_long_part_below_a_question_answers_it_even_if_it_asks() -> None:
    answer = "I thought about it for years. " * 8 + "Would I do it again?"
    interview = found(*LEAD, FIRST[0], answer, *LAST)
    assert interview is not None
    assert interview[1] == [answer, LAST[1]]


EXPLAINED = ["What happens next?", "The council votes.", "Who pays?", "The city does.", "Why now?", "The roof leaks."]
ADVICE = ["Can I bring my dog?", "You can.", "Do I need a ticket?", "You do.", "Where do I park?", "Behind the hall."]
OUTLET = [
    "What does it mean for you?", "We have a map.", "Will you get your toll back?", "Our guide tells you.",
    "Do you have to ask?", "Our reporter did.",
]  # fmt: skip
NARRATED = ["Did you?", "“I did,” said Ana Gill.", "Do you?", "“I do,” said Ana Gill.", "Will you?", "I will."]
QUOTED = ["Did you?", "She writes “I did”.", "Do you?", "She adds “I do”.", "Will you?", "She ends “I will”."]


@pytest.mark.parametrize(
    "parts",
    [
        [*LEAD, *EXPLAINED],
        [MET, *EXPLAINED],
        ["Q&A: the new market", *EXPLAINED],
        ["Q&A: the new market", *ADVICE],
        ["Three questions for the mayor", *ADDRESSED],
        ["The judge asked her several questions.", *FIRST, *LAST],
        ["I asked myself three questions.", *FIRST, *LAST],
        ["We asked experts these questions.", *FIRST, *LAST],
        ["Ana Gill spoke to reporters on Monday.", *OUTLET],
        ["We met Ana Gill again.", *ADDRESSED],
        ["Ports", MET, "The port is shut.", "It rained.", *ADDRESSED],
        [MET, *NARRATED],
        [MET, *QUOTED],
        ADDRESSED,
        [MET, *ADDRESSED[::2]],
        ["The port is shut.", *ADDRESSED],
        [MET, *(f"ANA GILL: {part}" for part in ADDRESSED)],
    ],
)
def test_features_advice_and_stories_are_no_interviews(parts: list[str]) -> None:
    assert found(*parts) is None


@pytest.mark.parametrize("prompt", ["You grew up here.", "But you’ve never been at sea.", "You wrote to the mayor."])
def test_between_questions_a_line_that_tells_another_what_they_did_is_asked_if_they_reply(prompt: str) -> None:
    parts = [*LEAD, *FIRST, prompt, "I did, and I would again.", *SECOND[:2]]
    assert found(*parts) == ([FIRST[0], prompt, SECOND[0]], [FIRST[1], "I did, and I would again.", SECOND[1]])


@pytest.mark.parametrize(
    ("line", "behind"),
    [
        ("You had to be there.", "I was."),
        ("You learn to sleep.", "I did."),
        ("You never told me.", "I know."),
        ("You grew up here.", "The quay was my home."),
    ],
)
def test_other_lines_about_you_are_the_answer(line: str, behind: str) -> None:
    assert found(*LEAD, *FIRST, line, behind, *SECOND[:2]) == (
        [FIRST[0], SECOND[0]],
        [FIRST[1], line, behind, SECOND[1]],
    )


def test_a_title_of_questions_to_somebody_tells_that_she_was_asked() -> None:
    assert found("Three questions to Ana Gill", "Ana Gill has run the port since 2011.", *ADDRESSED) is not None
    assert found("Three questions for the port", "It has been shut since 2011.", *ADDRESSED) is None
