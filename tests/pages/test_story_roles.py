"""Which blocks of a page are its story, by main texts and by markup."""

import pytest

from onrecord.pages.main_text import MainText
from onrecord.pages.story_roles import Piece, keep_one_title, story_roles
from onrecord.records import Metadata
from onrecord.vocabulary import BlockRole

FIRST = "The town council voted on Tuesday to close the old bridge for the summer, and to pay the ferrymen for it."
SECOND = "Engineers had found cracks in two of its arches, and nobody wanted to wait for a third one to show there."


def piece(text: str, role: BlockRole = "text", *, firm: bool = False) -> Piece:
    return Piece(text, role, 0, firm=firm)


def told(*texts: str) -> list[MainText]:
    return [MainText((text,), f"mode {number}") for number, text in enumerate(texts)]


def test_what_the_main_text_lacks_is_boilerplate_but_for_the_heading_over_what_it_has() -> None:
    pieces = [piece("Read this", "heading"), piece("Cracks", "heading"), piece(FIRST), piece("Share"), piece(SECOND)]
    assert story_roles(pieces, told(f"{FIRST} {SECOND}")) == (
        ["boilerplate", "heading", "text", "boilerplate", "text"],
        "mode 0",
    )


def test_a_main_text_that_does_not_stand_on_the_page_is_passed_over() -> None:
    assert story_roles([piece(FIRST), piece(SECOND)], told("Accept all cookies.", FIRST)) == (
        ["text", "boilerplate"],
        "mode 1",
    )
    assert story_roles([piece(FIRST), piece("Menu", "boilerplate")], told("No.")) == (["text", "boilerplate"], "markup")


def test_long_boilerplate_of_the_main_text_is_story_unless_it_never_is() -> None:
    aside, menu = piece(SECOND, "boilerplate"), piece(SECOND, "boilerplate", firm=True)
    assert story_roles([piece(FIRST), aside], told(f"{FIRST} {SECOND}"))[0] == ["text", "text"]
    assert story_roles([piece(FIRST), menu], told(f"{FIRST} {SECOND}"))[0] == ["text", "boilerplate"]


@pytest.mark.parametrize(
    ("title", "roles"),
    [
        ("Old bridge is shut | Herald", ["boilerplate", "title", "heading"]),
        ("The harbour blog", ["title", "heading", "heading"]),
        (None, ["title", "heading", "heading"]),
        ("Old bridge is shut - The harbour blog", ["boilerplate", "title", "heading"]),
    ],
)
def test_one_title_is_left_the_one_that_metadata_tell(title: str | None, roles: list[str]) -> None:
    pieces = [piece(text, "title") for text in ("The harbour blog", "Old bridge is shut", "Ferries")]
    keep_one_title(pieces, Metadata(title=title))
    assert [one.role for one in pieces] == roles


@pytest.mark.parametrize(
    ("head", "roles"),
    [
        ("Old bridge is shut - The harbour blog", ["boilerplate", "title", "heading"]),
        ("Old bridge is shut", ["boilerplate", "title", "heading"]),
        ("The harbour blog: old bridge is shut", ["title", "heading", "heading"]),
        ("Ships", ["title", "heading", "heading"]),
        ("", ["title", "heading", "heading"]),
    ],
)
def test_the_title_is_a_heading_where_only_the_site_has_an_h1(head: str, roles: list[str]) -> None:
    site, story, section = (
        piece("The harbour blog", "title"),
        piece("Old bridge is shut", "heading"),
        piece("Ferries", "heading"),
    )
    keep_one_title([site, story, section], Metadata(title="The harbour blog", outlet="The Harbour Blog"), head)
    assert [one.role for one in (site, story, section)] == roles
