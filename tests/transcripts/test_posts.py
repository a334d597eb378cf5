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
        "— Ada Orlen (@orlen) 3 March 2025",
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


def test_a_block_quotation_is_a_whole_post() -> None:
    paragraphs = ["The quay is shut.", "‘No boats today.’", "We are sorry.", SIGNED, "Stay away.", "Go home.", SIGNED]
    found = find_posts(paragraphs, [0, 1, 1, 1, 2, 2, 2])
    assert [(post.first, post.last) for post in found] == [(1, 2), (4, 5)]
    below = find_posts(paragraphs[1:4], [1, 1, 0])
    assert [(post.first, post.last) for post in below] == [(1, 1)]
    other = find_posts(["A poem.", *paragraphs[1:4]], [1, 2, 2, 2])
    assert [(post.first, post.last) for post in other] == [(1, 2)]


@pytest.mark.parametrize("line", ["The mayor answered within the hour.", "It rained. Ada Orlen replied on Monday."])
def test_a_post_that_sounds_spoken_begins_behind_who_is_told_to_answer(line: str) -> None:
    assert posted(line, "Thank you to all of you.", "I am sorry.", SIGNED) == [(1, 2)]


@pytest.mark.parametrize(
    "paragraphs",
    [
        ["The mayor answered within the hour.", "She has a house by the quay.", "I am sorry."],
        ["The mayor answered a call.", "“You are late,” the captain said.", "I am sorry."],
        ["The mayor, who answered, is old. He is ill.", "Thank you to all of you.", "I am sorry."],
    ],
)
def test_narration_is_in_no_post(paragraphs: list[str]) -> None:
    assert posted(*paragraphs, SIGNED) == [(2, 2)]
