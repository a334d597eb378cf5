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
    ],
)
def test_a_list_of_widgets_is_debris(line: str) -> None:
    assert boilerplate.debris(line)


@pytest.mark.parametrize("line", ["Share prices fell.", "Home is where they stayed.", "They said: a > b."])
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
