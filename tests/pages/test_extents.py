"""How much of a page's prose is story, and why a block is none."""

import pytest

from onrecord.pages import cut, extents, from_text, why_debris
from tests.pages.page_parts import CAPTION, LEAD, SECOND


def test_the_shares_of_story_debris_and_captions_are_of_the_prose() -> None:
    notice = "Sign up for our newsletter and get the news of Dalbruck in your inbox every morning, for free."
    page = from_text("\n\n".join(["Old bridge of Dalbruck is closed", CAPTION, LEAD, SECOND, notice]))
    found = extents(page, cut(page))
    prose = len(CAPTION) + len(LEAD) + len(SECOND) + len(notice)
    assert found == pytest.approx(((len(LEAD) + len(SECOND)) / prose, len(notice) / prose, len(CAPTION) / prose))


def test_a_page_without_prose_is_all_story() -> None:
    page = from_text("Bridge\n\nShut")
    assert extents(page, ()) == (1.0, 0.0, 0.0)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("* * *", "a rule"),
        ("March 3, 2025", "a date or a time"),
        ("17:40", "a date or a time"),
        ("Share", "a widget or a notice"),
        ("By Mara Voss", "a byline"),
        (SECOND, "not in the main text"),
        ("Business & Economy", "no running text"),
    ],
)
def test_the_form_of_a_block_tells_why_it_was_set_aside(text: str, why: str) -> None:
    assert why_debris(text) == why
