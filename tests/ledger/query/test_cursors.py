"""Page after page is all there is, each row once, whatever is added meanwhile."""

import datetime
import itertools
import pickle
import re
from base64 import urlsafe_b64encode
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.invented_articles import FIRST_DAY, articles, outlet, word
from onrecord import Answer, Ledger, UsageError
from onrecord.ledger.query.cursors import Question
from tests.ledger.linked import put_copy, put_link
from tests.ledger.records import store

ALL: dict[str, Any] = {"media": None, "confidence": 0}


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    with Ledger(tmp_path_factory.mktemp("pages") / "a.ledger") as ledger:
        for article in itertools.islice(articles(people=20), 0, 105, 7):
            ledger.add_page(article.page, [article], reader="r1")
        yield ledger


def paged(ask: Callable[..., Answer[Any]], size: int) -> list[Any]:
    """All that is asked for, so many at a time."""
    rows: list[Any] = []
    after = None
    while True:
        page = ask(limit=size, after=after)
        assert len(page) <= size
        rows += page
        if page.next is None:
            assert page.at_least == len(page)
            return rows
        assert len(page) == size < page.at_least
        after = page.next


day = st.integers(0, 2).map(lambda days: FIRST_DAY + datetime.timedelta(days=days))
parts = st.fixed_dictionaries(
    {},
    optional={
        "words": st.sampled_from((word(0), f"{word(0)} {word(1)}", f"{word(2)[:2]}*")),
        "speaker": st.integers(0, 5),
        "about": st.integers(0, 5),
        "outlet": st.just(outlet(0)),
        "since": day,
        "until": day,
        "act": st.sampled_from(("assert", "deny")),
        "kind": st.sampled_from(("direct", "mixed")),
        "confidence": st.sampled_from((0, 0.7)),
        "article": st.integers(0, 5),
    },
)


@settings(max_examples=40, deadline=None)
@given(asked=parts, size=st.integers(1, 40))
def test_pages_of_statements_are_the_whole_answer(filled: Ledger, asked: dict[str, Any], size: int) -> None:
    known = filled.entity_list(limit=10)
    asked |= {part: known[asked[part]]["id"] for part in ("speaker", "about") if part in asked}
    if "article" in asked:
        asked |= {"article": filled.articles(limit=10)[asked["article"]]["id"]}
    asked = ALL | asked
    assert paged(lambda **page: filled.statements(**asked, **page), size) == list(filled.statements(**asked))


@pytest.mark.parametrize("size", [1, 7, 60])
def test_pages_of_everything_else_are_the_whole_answer(filled: Ledger, size: int) -> None:
    somebody = filled.entity_list(limit=1)[0]["id"]
    asks: tuple[tuple[Callable[..., Answer[Any]], dict[str, Any]], ...] = (
        (filled.articles, {}),
        (filled.entity_list, {}),
        (filled.entity_list, {"words": "m*"}),
        (filled.entities, {"type": "person"}),
        (filled.quantities, {"words": "came"}),
        (filled.events, {}),
        (filled.events, {"since": FIRST_DAY + datetime.timedelta(days=1)}),
        (filled.events, {"actor": somebody}),
        (filled.timeline, {"asked": somebody}),
    )
    for ask, asked in asks:
        assert len(ask(**asked)) > 1
        assert paged(lambda ask=ask, asked=asked, **page: ask(**asked, **page), size) == list(ask(**asked))


def test_links_and_copies_have_pages_too(ledger: Ledger, tmp_path: Path) -> None:
    days = [datetime.date(2025, 3, 6), None, datetime.date(2025, 3, 5), datetime.date(2025, 3, 6)]
    for number, day in enumerate(days):
        text, url = f"Bridge {number} is shut", f"https://herald.example/{number}"
        store(ledger, f"“{text},” Ada Lin said.", ("Ada Lin", text), day=day, url=url)
    for number in range(1, 4):
        put_link(tmp_path / "a.ledger", "denies", f"Bridge {number}", "Bridge 0")
        put_copy(tmp_path / "a.ledger", f"https://herald.example/{number}", "https://herald.example/0")
    [article] = {one["article"]["id"] for one in ledger.statements(words="0")}
    [statement] = [one["id"] for one in ledger.statements(words="0")]
    for ask in (partial(ledger.copies, article, offered=True), partial(ledger.links, statement, offered=True)):
        assert len(ask()) >= 3
        assert [paged(ask, size) for size in (1, 2, 9)] == [list(ask())] * 3


def test_what_is_added_between_two_pages_repeats_and_hides_nothing(ledger: Ledger) -> None:
    def add(words: str, day: datetime.date | None) -> None:
        store(ledger, f"“{words},” Ada Lin said.", ("Ada Lin", words), day=day)

    first, second = datetime.date(2025, 3, 6), datetime.date(2025, 3, 7)
    for number in range(6):
        add(f"It rains {number}", first if number < 4 else None)
    asks: tuple[dict[str, Any], ...] = ({}, {"words": "rains"}, {"speaker": "Ada Lin"})
    for asked in asks:
        before = [one["id"] for one in ledger.statements(**asked)]
        page = ledger.statements(**asked, limit=3)
        newer = f"It rains in {len(ledger.statements())}"
        add(newer, second)
        add(f"It rains on {len(ledger.statements())}", first)
        rest = [one["id"] for one in ledger.statements(**asked, after=page.next)]
        assert [one for one in rest if one in before] == before[3:]
        assert newer not in [one["content"][0]["text"] for one in ledger.statements(**asked, after=page.next)]


def test_a_page_may_be_of_another_size_and_its_cursor_is_kept_by_a_copy(filled: Ledger) -> None:
    whole = filled.statements(**ALL)
    page = filled.statements(**ALL, limit=10)
    assert pickle.loads(pickle.dumps(page)).next == page.next
    assert list(filled.statements(**ALL, limit=25, after=page.next)) == whole[10:35]
    assert list(filled.statements(**ALL, after=page.next)) == whole[10:]
    assert whole.next is None
    behind = filled.statements(**ALL, limit=10, after=page.next)
    assert behind.total == len(whole) - 10


def test_a_cursor_is_of_one_question(filled: Ledger) -> None:
    words = filled.statements(words=word(0), limit=2).next
    assert words is not None
    assert re.fullmatch("[A-Za-z0-9_-]{20,80}", words)
    for ask in (
        lambda: filled.statements(after=words),
        lambda: filled.statements(words=word(1), after=words),
        lambda: filled.statements(words=word(0), act="deny", after=words),
        lambda: filled.statements(words=word(0), confidence=0, after=words),
        lambda: filled.quantities(word(0), after=words),
        lambda: filled.articles(after=words),
        lambda: filled.timeline(word(0), after=words),
    ):
        with pytest.raises(UsageError, match=r"cursor .* is not where an answer to this question ended"):
            ask()
    same = filled.statements(words=word(0), media=["writing", "speech"], limit=2, after=words)
    assert list(same) == filled.statements(words=word(0))[2:4]


@settings(max_examples=100, deadline=None)
@given(given_=st.text(max_size=30) | st.binary(max_size=20).map(lambda raw: urlsafe_b64encode(raw).decode()))
def test_what_is_no_cursor_is_said_to_be_none(filled: Ledger, given_: str) -> None:
    for ask in (filled.statements, filled.articles, filled.entity_list):
        with pytest.raises(UsageError, match="cursor"):
            ask(limit=1, after=given_)


@settings(max_examples=100, deadline=None)
@given(at=st.integers(0, 200), to=st.sampled_from("AZaz09-_="))
def test_a_cursor_that_was_altered_is_none(filled: Ledger, at: int, to: str) -> None:
    cursor = filled.articles(limit=3).next
    assert cursor is not None
    altered = cursor[: at % len(cursor)] + to + cursor[at % len(cursor) + 1 :]
    if altered != cursor:
        with pytest.raises(UsageError, match="cursor"):
            filled.articles(after=altered)
    with pytest.raises(UsageError, match="cursor"):
        filled.articles(after=cursor + to)


@pytest.mark.parametrize("place", [(), (1, 2, 3), (2**70,), ("\ud800", 1), (1.5, 2), ([1], 2)])
def test_a_place_that_no_row_can_have_is_none(filled: Ledger, place: Any) -> None:
    with pytest.raises(UsageError, match="cursor"):
        filled.articles(after=Question("articles").cursor(place))
