"""Questions without a label between answers that have one."""

import pytest

from onrecord.transcripts import asked_between, find_turns

TALK = [
    "They met at the quay.",
    "Who was first?",
    "Gill: I was.",
    "Brite: She was.",
    "You never fell in.",
    "Gill: I did, once.",
    "What did you do?",
    "Brite: I jumped.",
]
LABELLED = [2, 3, 5, 7]


def test_what_asks_above_an_answer_is_asked_if_one_stands_above_the_first() -> None:
    assert asked_between(TALK, LABELLED, ()) == {1, 6}
    assert asked_between([TALK[0], *TALK[2:]], [1, 2, 4, 6], ()) == set()
    assert asked_between(TALK[:6], LABELLED[:3], ()) == set()


def test_where_questions_are_in_bold_whatever_sentence_is_so_is_asked() -> None:
    assert asked_between(TALK, LABELLED, [1, 4, 6]) == {1, 4, 6}
    assert asked_between([f"**{part}**" if part[-1] in "?" else part for part in TALK], LABELLED, ()) == {1, 6}
    assert asked_between([*TALK[:4], "The kitchen", *TALK[5:]], LABELLED, [1, 4, 6]) == {1, 6}


def test_within_a_turn_a_short_part_that_asks_you_is_asked_by_somebody_else() -> None:
    talk = [*TALK[:4], "Did you laugh?", "A little, from the quay.", "What could I do?", "Who knows?", *TALK[5:]]
    assert asked_between(talk, [2, 3, 8, 10], ()) == {1, 4, 7, 9}
    turn = find_turns(talk)[1]
    assert (turn.first, turn.last, turn.asked) == (3, 6, frozenset({4}))


def test_where_answers_ask_too_nothing_is() -> None:
    assert asked_between([part.replace("I was.", "Was I?") for part in TALK], LABELLED, ()) == set()


@pytest.mark.parametrize("emphasised", [(), (1, 4, 6)])
def test_a_turn_ends_before_what_is_asked(emphasised: tuple[int, ...]) -> None:
    lasts = [(turn.first, turn.last) for turn in find_turns(TALK, emphasised)]
    assert lasts == [(2, 2), (3, 3 if emphasised else 4), (5, 5), (7, 7)]


def test_a_surname_is_a_label_whose_full_name_was_one() -> None:
    talk = [
        "Ana Gill: I was.",
        "Tom Brite: She was not.",
        "Gill: You know me.",
        "Brite: I do.",
        "Gill: No.",
        "Brite: Yes.",
    ]
    assert [turn.label.name for turn in find_turns(talk)][:2] == ["Ana Gill", "Tom Brite"]
