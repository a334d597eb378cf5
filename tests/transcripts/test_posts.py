"""Posts of networks on a page: whose each is."""

import pytest

from onrecord.transcripts import find_posts

WORDS = "No boats will leave today. pic.example/7IJYBk"


def signed(*paragraphs: str) -> list[tuple[int, str]]:
    return [(post.words, paragraphs[post.signature][slice(*post.speaker)]) for post in find_posts(paragraphs)]


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
