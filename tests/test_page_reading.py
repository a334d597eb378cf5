"""`onrecord.read` raises what it says it raises, whatever is given to it."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest

import onrecord
from onrecord import Article, OnrecordError, PageError, page_reading, pages

STORY = "Mayor Ines Kolberg said on Monday that the bridge would open.\n"


class Plain:
    """A reader that reads nothing out of articles, or breaks."""

    error: Exception | None = None

    def read(self, articles: Iterable[Article]) -> Iterator[Article]:
        for article in articles:
            if self.error:
                raise self.error
            yield article


@pytest.fixture(autouse=True)
def plain(monkeypatch: pytest.MonkeyPatch) -> Plain:
    made = Plain()
    monkeypatch.setattr(page_reading, "load_reader", lambda: made)
    return made


def raising(error: Exception) -> Callable[..., None]:
    def broken(*_: object, **__: object) -> None:
        raise error

    return broken


@pytest.mark.parametrize("step", ["load", "parse", "from_text", "cut", "read"])
@pytest.mark.parametrize("error", [ValueError("bad"), RecursionError(), MemoryError(), OverflowError("far")], ids=str)
def test_whatever_breaks_is_an_error_of_the_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, plain: Plain, step: str, error: Exception
) -> None:
    path = tmp_path / "a.txt"
    path.write_text(STORY)
    if step == "read":
        plain.error = error
    else:
        # What `load` calls to parse a page is not asked through the face of the package.
        monkeypatch.setattr(
            f"onrecord.pages.formats.{step}" if step == "parse" else f"onrecord.pages.{step}", raising(error)
        )
    with pytest.raises(PageError) as told:
        onrecord.read(STORY if step == "from_text" else path)
    assert told.value.remedy
    assert "\n" not in str(told.value)


@pytest.mark.parametrize(
    "text", ["", " ", "said " * 200, "é" * 3_000, "a/b", "a\0b", "\ud800", "\ud800 x", "~", "he\tsaid"]
)
def test_any_string_is_a_text_or_a_path_and_nothing_else_is_raised(text: str) -> None:
    try:
        assert isinstance(onrecord.read(text), list)
    except OnrecordError as error:
        assert error.remedy


def test_errors_of_several_lines_are_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pages, "cut", raising(ValueError("two\nlines " * 90)))
    with pytest.raises(PageError) as told:
        onrecord.read(STORY)
    assert len(str(told.value)) < 300
