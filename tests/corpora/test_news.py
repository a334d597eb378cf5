"""News drawn at random: the same each time, and no page that nobody is to look at."""

from dataclasses import replace

import pytest

from corpora import news
from onrecord.pages import from_text
from onrecord.records import Metadata, Page

TEXT = "Quay is shut\n\nThe harbour master said on Monday that the quay was shut and that nobody knew why."


def page(number: int) -> Page:
    return replace(from_text(TEXT), path=str(number), metadata=Metadata(url=f"https://news.example/{number}"))


@pytest.fixture(autouse=True)
def collections(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two collections of ten pages each, of which one is sealed."""
    of = {"worldwide": range(10), "fnc": range(10, 20)}
    monkeypatch.setattr(news, "_loaded", lambda name: map(page, of[name]))
    monkeypatch.setattr(news, "names_of", lambda _: {("worldwide", "3"), ("fnc", "fnc_14")})


def drawn(number: int, seed: int) -> list[str | None]:
    return [article.page.path for article in news.sampled(number, seed)]


def test_a_seed_draws_the_same_pages_each_time() -> None:
    assert drawn(5, 1) == drawn(5, 1)
    assert drawn(5, 1) != drawn(5, 2)
    assert len(set(drawn(5, 1))) == 5


def test_sealed_pages_are_never_drawn() -> None:
    assert sorted(map(int, filter(None, drawn(100, 1)))) == [n for n in range(20) if n not in {3, 14}]
