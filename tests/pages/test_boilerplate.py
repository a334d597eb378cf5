import time

import pytest

from onrecord.pages import boilerplate


@pytest.mark.parametrize(
    "line",
    [
        "Share Tweet Email",
        "Share, Tweet | Print",
        "Home > World > Europe",
        "Home >> World",
        "Home / World / Europe /",
        "News > World > Europe",
        "News | Sport | Weather",
        "Privacy Terms Contact",
        "Facebook | Twitter | Email",
        "- Advertisement -",
        "[ADVERTISEMENT]",
        "— Story continues below —",
        "Already a subscriber? Sign in",
        "If you value our work, please consider a gift. Your support pays for 12 reporters in 4 countries.",
        "You have 3 free articles left this month. Subscribe for $2 a week.",
        "You’ve reached your limit of free articles.",
        "Do you rely on Courier reporting? Click here to support it.",
        "Follow our full coverage of the harbour at https://courier.example/harbour",
        "Follow The Courier’s opinion section on Facebook and Twitter.",
        "Mara Voss and Ines Kolberg contributed to this report.",
        "Wire reporter Ida Falk contributed reporting from Sarn.",
    ],
)
def test_a_list_of_widgets_a_pitch_and_a_note_of_the_newsroom_are_debris(line: str) -> None:
    assert boilerplate.debris(line)


@pytest.mark.parametrize(
    "line",
    [
        "Share prices fell.",
        "Home is where they stayed.",
        "They said: a > b.",
        "-12.40",
        "You have two stories left, Brenning said.",
        "If you value our work, Brenning said, come to the quay.",
        "“Mara contributed to this report,” the harbour master said.",
        "The union contributed 3,000 crowns to the fund.",
        "Follow the money, she wrote on Facebook.",
    ],
)
def test_a_sentence_is_none(line: str) -> None:
    assert not boilerplate.debris(line)


@pytest.mark.parametrize(
    "part", ["share ", "share, ", "a | ", "a > ", "home > ", "privacy ", "facebook ", "x: ", "and "]
)
def test_a_list_that_is_none_in_the_end_is_told_at_once(part: str) -> None:
    line = (part * 240)[:235]
    began = time.process_time()
    for end in ("!", ".", "\u00a7", " z?"):
        boilerplate.debris(f"home {line}{end}")
        boilerplate.debris(f"{line}{end}")
    assert time.process_time() - began < 1
