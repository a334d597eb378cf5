"""What a paragraph sounds like."""

import pytest

from onrecord.transcripts.speech import asks, is_narrated, is_over, sounds_spoken


@pytest.mark.parametrize(
    ("words", "spoken"),
    [
        ("I shut it.", True),
        ("Thank you.", True),
        ("Who shut it?", True),
        ("Order, order.", True),
        ("AND NOW THE WEATHER", True),
        ("Ships of the US came.", False),
        ("The quay was shut in May.", False),
        ("Brite scores in order to win.", False),
    ],
)
def test_what_sounds_spoken_asks_or_has_persons(words: str, *, spoken: bool) -> None:
    assert sounds_spoken(words) is spoken


def test_a_question_may_be_quoted() -> None:
    assert asks("“Who shut it?”")
    assert not asks("Who shut it? I did.")


def test_narration_tells_who_said_something() -> None:
    assert is_narrated("“No,” said Ana Gill.")
    assert is_narrated("“No,” the mayor said.")
    assert not is_narrated("She said “no” to me.")


@pytest.mark.parametrize(
    ("words", "over"),
    [
        ("END 4:14 P.M. EDT", True),
        ("(END VIDEO CLIP)", True),
        ("###", True),
        ("This interview has been edited for length.", True),
        ("Reporting by Mara Voss", True),
        ("End the war now, I say.", False),
        ("This conversation has been hard for me.", False),
        ("The end of it was sad.", False),
    ],
)
def test_some_lines_end_a_transcript(words: str, *, over: bool) -> None:
    assert is_over(words) is over
