"""Posts of networks on a page: whose each is."""

import pytest

from onrecord.transcripts import find_posts

WORDS = "No boats will leave today. pic.example/7IJYBk"


def signed(*paragraphs: str) -> list[tuple[int, str]]:
    return [(post.last, paragraphs[post.signature][slice(*post.speaker)]) for post in find_posts(paragraphs)]


@pytest.mark.parametrize(
    "signature",
    [
        "— Ada Orlen (@orlen) March 3, 2025",
        "—Ada Orlen (@orlen) May 3, 2025",
        "-- Ada Orlen (@orlen) Sept. 3, 2025",
        "  — Ada Orlen (@orlen) May 3, 2025",
    ],
)
def test_a_line_with_a_handle_signs_the_paragraph_above(signature: str) -> None:
    assert signed("The council spoke.", WORDS, signature, "Police came.") == [(1, "Ada Orlen")]


@pytest.mark.parametrize(
    "line",
    [
        "— Ada Orlen, March 3, 2025",
        "Ada Orlen (@orlen) said no.",
        "— Ada Orlen (mayor)",
        "— (@orlen)",
        "— Ada Orlen (@orlen)",
        "— With reporting by Ada Orlen (@orlen)",
    ],
)
def test_other_lines_sign_nothing(line: str) -> None:
    assert signed(WORDS, line) == []


def test_nothing_is_signed_that_is_not_there() -> None:
    signature = "— Ada Orlen (@orlen) May 3, 2025"
    assert signed(signature) == []
    assert signed(WORDS, signature, signature) == [(0, "Ada Orlen")]


BEGUN = ["The union wrote on its page:", "No boats leave today.", "We will tell you more at six.", "Stay at home."]
SIGNED = "— Ada Orlen (@orlen) May 3, 2025"


def posted(*paragraphs: str) -> list[tuple[int, int]]:
    return [(post.first, post.last) for post in find_posts(paragraphs)]


@pytest.mark.parametrize(
    "line", [BEGUN[0], "The mayor posted this on Tuesday:", "See the tweets :", "He said on Twitter:"]
)
def test_a_post_begins_behind_a_colon_that_tells_of_it(line: str) -> None:
    assert posted("Boats stay in the harbour.", line, *BEGUN[1:], SIGNED) == [(2, 4)]
    assert posted(line, *BEGUN[1:2], SIGNED, *BEGUN[2:], SIGNED) == [(1, 1), (4, 4)]


@pytest.mark.parametrize(
    "paragraphs",
    [
        ["The union closed the harbour.", *BEGUN[1:]],
        ["The union told us this:", *BEGUN[1:]],
        ["The union posted a notice. The reasons:", *BEGUN[1:]],
        [BEGUN[0], "“No boats leave.”", "People were angry.", *BEGUN[3:]],
        [BEGUN[0], "‘No boats leave.", "I am sorry.’", *BEGUN[3:]],
        [BEGUN[0], *BEGUN[1:2] * 40, *BEGUN[1:]],
    ],
)
def test_of_a_post_whose_beginning_is_not_plain_the_last_paragraph_is_taken(paragraphs: list[str]) -> None:
    assert posted(*paragraphs, SIGNED) == [(len(paragraphs) - 1, len(paragraphs) - 1)]
